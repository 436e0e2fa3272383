/** The gate, paragraph by paragraph; explanations; suggestions for what was translated from Chinese. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {createCleaner, installedRules} from '../../../src/index.js'
import {rulesOf} from '../../../src/rules/rule.js'
import {explain} from '../../../src/stages/unspin/explain.js'
import {quotationsOf} from '../../../src/stages/unspin/gate.js'
import {Restorer} from '../../../src/stages/unspin/restorer.js'
import {parseMarked} from '../../eval/score.js'

const sample = (name: string): string => readFileSync(path.join(import.meta.dirname, '../..', name), 'utf8')
const unspin = createCleaner({stages: ['identify', 'unspin']})
const applied = (text: string) => unspin(text).report.findings.filter(({state}) => state === 'applied')
const spun = parseMarked(sample('spun/finance-rainy-day.marked.txt')).spun
const clean = ['weather-report', 'obituary', 'speech', 'interview']
  .map((name) => sample(`clean/${name}.txt`))
  .join('\n')

describe('the gate', () => {
  test('says of a spun text that it is, with what it counted', () => {
    const found = unspin(spun).report.findings.find(({rule}) => rule === 'unspin/spun-text')
    expect(found).toMatchObject({state: 'reported', expected: []})
    expect(found!.note).toMatch(/in 100 words \d+\.\d that read better otherwise.*; mostly .*: “.+” for “.+”/)
  })

  test('finds a spun paragraph in a clean text, and touches no other', () => {
    const {spun: whole} = parseMarked(sample('golden/spun-football-club.marked.txt'))
    const paragraph = whole.replace(/\s+/g, ' ').trim()
    const text = `${clean}\n\n${paragraph}\n\n${clean}`
    const edits = applied(text)
    expect(edits.length).toBeGreaterThan(5)
    for (const {start, end} of edits) {
      expect(start).toBeGreaterThanOrEqual(text.indexOf(paragraph))
      expect(end).toBeLessThanOrEqual(text.indexOf(paragraph) + paragraph.length)
    }
  })

  test('leaves a sentence alone, however spun: it proves nothing', () => {
    expect(applied('The corporate unveiled a brand new mannequin in Could 2025.')).toEqual([])
  })

  test('takes quotations and listed pairs for what somebody shows', () => {
    const text = 'He wrote “pores and skin” where it said skin.\nwith out → without\nplain'
    expect(quotationsOf(text).map(({start, end}) => text.slice(start, end))).toEqual([
      '“pores and skin”',
      'with out → without',
    ])
  })
})

describe('every repair', () => {
  const repairs = applied(spun)

  test('says what was weighed, and between which words', () => {
    for (const {note} of repairs) expect(note).toMatch(/ \d+ %.*, as it stands \d+ %; between “.*” and “.*”/)
  })

  test('names no original in small letters for a name, nor a name for small letters', () => {
    expect(applied(spun.replaceAll('wet day fund', 'wall road')).map(({expected}) => expected[0])).not.toContain(
      'Wall Street',
    )
  })
})

describe('explain', () => {
  const restorer = new Restorer(rulesOf(installedRules(), 'unspin'))

  test('shows the candidates of each place, with parts that add up to their order', () => {
    const {places, judgement} = explain('The firm unveiled a brand new mannequin of its car in Could 2025.', restorer)
    const place = places.find(({actual}) => actual === 'mannequin')!
    expect(place.candidates[0]).toMatchObject({original: 'model'})
    const shares = place.candidates.reduce((sum, {share}) => sum + share, place.kept)
    expect(shares).toBeLessThanOrEqual(1.0001)
    expect(place.candidates[0]!.parts.context).toBeGreaterThan(0)
    expect(judgement.tokens).toBeGreaterThan(10)
  })
})

describe('English translated word for word from Chinese', () => {
  const text =
    'The company insists on self-research. The new forces of car-making fear the lack of cores. It is a dimension reduction strike on the head companies, netizens said.'
  const found = (source: string) =>
    unspin(source).report.findings.filter(({rule}) => rule === 'unspin/translated-wording')

  test('gets suggestions, with the Chinese, that are never applied', () => {
    expect(found(text).length).toBeGreaterThan(2)
    for (const {state, note} of found(text)) {
      expect(state).toBe('proposed')
      expect(note).toMatch(/\p{Script=Han}/u)
    }
    expect(unspin(text).report.text).toBe(text)
  })

  test('is suspected for two such phrases only where Chinese stands by', () => {
    const two = 'The company insists on self-research. A dimension reduction strike, netizens said.'
    expect(found(two)).toEqual([])
    expect(found(`${two} 网友 are users.`)).toHaveLength(2)
  })

  test('is not suspected for one such phrase', () => {
    expect(found('Analysts blame the lack of cores in the new processors for the slow start of the season.')).toEqual(
      [],
    )
  })
})
