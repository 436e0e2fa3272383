/** Spun texts of our own, on other subjects and in other words than the lexicon was written from. */
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {createCleaner} from '../../src/index.js'
import {parseMarked, score, summarise} from '../eval/score.js'

/** Floors only rise; see CONTRIBUTING.md. */
const FLOORS = {recall: 0.52, precision: 0.77}

const files = ['../spun', '../golden'].flatMap((folder) =>
  readdirSync(path.join(import.meta.dirname, folder))
    .filter((name) => name.endsWith('.marked.txt'))
    .map((name) => path.join(import.meta.dirname, folder, name)),
)

test(`spun texts are restored: recall at least ${FLOORS.recall}, precision at least ${FLOORS.precision}`, () => {
  const cleaner = createCleaner({stages: ['residue', 'unspin']})
  const scores = files.map((file) => {
    const marked = parseMarked(readFileSync(file, 'utf8'))
    return score(marked, cleaner(marked.spun).report.revisions)
  })
  const {recall, precision, ...counts} = summarise(scores)
  process.stdout.write(
    `${files.length} spun texts: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)} ${JSON.stringify(counts)}\n`,
  )
  expect(recall).toBeGreaterThanOrEqual(FLOORS.recall)
  expect(precision).toBeGreaterThanOrEqual(FLOORS.precision)
})
