/** What is reported of clean articles is wrong in them, and slips are found. The eval tells more: `npm run eval:spelling`. */
import dictionary from 'dictionary-en'
import british from 'dictionary-en-gb'
import {expect, test} from 'vitest'
import {createCleaner, installedRules} from '../../src/index.js'
import {rulesOf} from '../../src/rules/rule.js'
import {Speller} from '../../src/stages/spell/speller.js'
import {Suggester} from '../../src/stages/spell/suggest.js'
import {articlesOf} from '../eval/articles.js'
import {Labels} from '../eval/spelling/labels.js'
import {precisionOf, rankedBy, reportsOn, suggestWith, typosFound} from '../eval/spelling/measure.js'
import {cleanArticles} from '../eval/spelling/sample.js'
import {describeWithShared} from '../shared.js'

/** Floors only rise; see CONTRIBUTING.md. */
const FLOORS = {precision: 0.8, recall: 0.89, together: 0.6, split: 0.51, first: 0.96}
/** Of the shared corpora alone; what collect.sh collects is better, and is not everywhere. */
const NOWHERE = '/nonexistent'
const TIMES = 6

const cleaner = createCleaner({stages: ['identify', 'spell']})

/** A share, told on the way. */
function share(name: string, reached: number): number {
  process.stdout.write(`${name}: ${reached.toFixed(4)}\n`)
  return reached
}

describeWithShared('clean articles', () => {
  test('of what is reported most is wrong', () => {
    const reports = reportsOn(cleanArticles('held-out', NOWHERE, TIMES), cleaner, new Labels())
    const unlabelled = reports.filter(({verdict}) => verdict === undefined).map(({found}) => found)
    expect(unlabelled, 'to be labelled').toEqual([])
    expect(share('mistakes among reports', precisionOf(reports))).toBeGreaterThanOrEqual(FLOORS.precision)
  })
})

test('slips in our own articles are reported, and what was meant comes first', () => {
  const spellers = [new Speller(dictionary), new Speller(british)]
  const slips = typosFound('test', cleaner).filter(({typed}) => !spellers.some((speller) => speller.knows(typed)))
  const found = slips.filter(({isReported}) => isReported).length / slips.length
  expect(share('slips reported', found)).toBeGreaterThanOrEqual(FLOORS.recall)
  const rules = installedRules()
  const sources = {dictionary, british, model: rules.models.get('unspin/english.ngrams')!}
  const {first} = rankedBy(slips, suggestWith(new Suggester(sources, rulesOf(rules, 'spell').tables)))
  expect(share('first suggestion right', first)).toBeGreaterThanOrEqual(FLOORS.first)
})

test.each([
  ['blank left out', FLOORS.together],
  ['blank put in', FLOORS.split],
] as const)('%s', (fault, floor) => {
  const faults = typosFound('test', cleaner, fault)
  const found = faults.filter(({isReported}) => isReported).length / faults.length
  expect(share(fault, found)).toBeGreaterThanOrEqual(floor)
})

test.each(['tuning', 'test'] as const)('nothing is reported of our own %s articles, British or American', (set) => {
  const findings = articlesOf(set).flatMap((text) => cleaner(text).report.findings)
  expect(findings.map(({actual}) => actual)).toEqual([])
})
