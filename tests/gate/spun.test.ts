/** Spun texts of our own, on other subjects and in other words than the lexicon was written from. */
import path from 'node:path'
import {expect, test} from 'vitest'
import {createCleaner} from '../../src/index.js'
import {articlesOf, markedTexts} from '../eval/articles.js'
import {parseMarked, score, summarise} from '../eval/score.js'
import {readSpinnerTable, spin} from '../eval/spinner.js'

/** Floors only rise; see CONTRIBUTING.md. */
const FLOORS = {recall: 0.52, precision: 0.78}

const texts = markedTexts()

test(`spun texts are restored: recall at least ${FLOORS.recall}, precision at least ${FLOORS.precision}`, () => {
  const cleaner = createCleaner({stages: ['residue', 'unspin']})
  const scores = texts.map((marked) => score(marked, cleaner(marked.spun).report.revisions))
  const {recall, precision, ...counts} = summarise(scores)
  process.stdout.write(
    `${texts.length} spun texts: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)} ${JSON.stringify(counts)}\n`,
  )
  expect(recall).toBeGreaterThanOrEqual(FLOORS.recall)
  expect(precision).toBeGreaterThanOrEqual(FLOORS.precision)
})

/** Articles spun by a table of other authors: a third of the words. The first twelve by name. */
const UNSEEN_FLOORS = {recall: 0.31, precision: 0.77}

test(`an unseen spinner is undone: recall at least ${UNSEEN_FLOORS.recall}, precision at least ${UNSEEN_FLOORS.precision}`, () => {
  const table = readSpinnerTable(path.join(import.meta.dirname, '../eval/tables/spinner.tsv'))
  const cleaner = createCleaner({stages: ['unspin']})
  const scores = articlesOf('tuning')
    .slice(0, 12)
    .map((text, i) => {
      const marked = parseMarked(spin(text, table, 0.35, i + 1))
      return score(marked, cleaner(marked.spun).report.revisions)
    })
  const {recall, precision} = summarise(scores)
  process.stdout.write(
    `12 articles of an unseen spinner: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}\n`,
  )
  expect(recall).toBeGreaterThanOrEqual(UNSEEN_FLOORS.recall)
  expect(precision).toBeGreaterThanOrEqual(UNSEEN_FLOORS.precision)
})

test('a text that is hardly spun is at least reported, and its repairs proposed', () => {
  const table = readSpinnerTable(path.join(import.meta.dirname, '../eval/tables/spinner.tsv'))
  const cleaner = createCleaner({stages: ['unspin']})
  const reports = articlesOf('tuning').map((text, i) => cleaner(parseMarked(spin(text, table, 0.1, i + 1)).spun).report)
  const told = reports.filter(({findings}) => findings.some(({rule}) => rule === 'unspin/spun-text'))
  const doubted = told.filter(({findings}) => !findings.some(({state}) => state === 'applied'))
  expect(told.length).toBeGreaterThanOrEqual(15)
  expect(doubted.length).toBeGreaterThanOrEqual(5)
  for (const {findings} of doubted) {
    expect(findings.filter(({state}) => state === 'proposed').length).toBeGreaterThan(0)
    expect(findings.find(({rule}) => rule === 'unspin/spun-text')!.confidence).toBeLessThan(0.5)
  }
})
