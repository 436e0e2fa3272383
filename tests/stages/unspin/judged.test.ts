/** The ranker that asks a judge: what the judge is shown, and what comes of its answers. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../../src/index.js'
import type {Judge, Question} from '../../../src/stages/unspin/judged.js'
import {articlesOf} from '../../eval/articles.js'
import {parseMarked} from '../../eval/score.js'
import {readSpinnerTable, spin} from '../../eval/spinner.js'

const {spun} = parseMarked(
  readFileSync(path.join(import.meta.dirname, '../../spun/finance-rainy-day.marked.txt'), 'utf8'),
)

interface Asked extends Question {
  readonly text: string
}

/** A judge that keeps what it was asked and likes some wordings. */
function judgeThat(likes: (wording: string, i: number) => boolean): Judge & {readonly asked: Asked[]} {
  const asked: Asked[] = []
  return {
    name: 'somebody',
    asked,
    read(text, questions) {
      asked.push(...questions.map((question) => ({...question, text})))
      return questions.map(({wordings}) => wordings.map((wording, i) => (likes(wording, i) ? 0 : -12)))
    },
  }
}

const unspunBy = (judge: Judge) => createCleaner({stages: ['unspin'], judge, minConfidence: 0})(spun).report

describe('a judge', () => {
  const keeper = judgeThat((_, i) => i === 0)
  const report = unspunBy(keeper)

  test('is shown each form as it stands first, then originals, in their place', () => {
    expect(keeper.asked.length).toBeGreaterThan(20)
    for (const {text, start, end, wordings} of keeper.asked) {
      expect(wordings.length).toBeGreaterThan(1)
      expect(spun).toContain(wordings[0])
      expect(start).toBeLessThan(end)
      expect(end).toBeLessThanOrEqual(text.length)
    }
  })

  test('reads a text whose other places are put right as far as the first search knows', () => {
    const {text} = keeper.asked[0]!
    expect(text).not.toBe(spun)
    expect(text.split(/\s+/).length).toBeGreaterThan(0.8 * spun.split(/\s+/).length)
  })

  test('that likes every form as it stands changes nothing', () => {
    expect(report.findings.filter(({rule}) => rule === 'unspin/spun-wording')).toEqual([])
    expect(report.text).toBe(spun)
  })

  test('is named in the report', () => {
    expect(report.findings.find(({rule}) => rule === 'unspin/spun-text')?.note).toContain('ranked by somebody')
  })

  test('decides whether a text in doubt is spun', () => {
    const table = readSpinnerTable(path.join(import.meta.dirname, '../../eval/tables/spinner.tsv'))
    const isTold = ({rule}: {rule: string}): boolean => rule === 'unspin/spun-text'
    const byDefault = createCleaner({stages: ['unspin']})
    const doubted = articlesOf('tuning')
      .map((text, i) => parseMarked(spin(text, table, 0.1, i + 1)).spun)
      .find((text) => {
        const {findings} = byDefault(text).report
        return findings.some(isTold) && !findings.some(({state}) => state === 'applied')
      })!
    const decidedBy = (judge: Judge) => createCleaner({stages: ['unspin'], judge})(doubted).report.findings
    expect(decidedBy(judgeThat((_, i) => i === 0))).toEqual([])
    const found = decidedBy(judgeThat((_, i) => i === 1))
    expect(found.filter(isTold)).not.toEqual([])
    expect(found.filter(({state}) => state === 'applied').length).toBeGreaterThan(5)
  })

  test('can only choose among the originals it was shown', () => {
    const seeker = judgeThat((_, i) => i > 0)
    const shown = new Set<string>()
    const {findings} = unspunBy(seeker)
    for (const {wordings} of seeker.asked) for (const wording of wordings) shown.add(wording.toLowerCase())
    const wordings = findings.filter(({rule}) => rule === 'unspin/spun-wording').flatMap(({expected}) => expected)
    expect(wordings.length).toBeGreaterThan(20)
    for (const wording of wordings) {
      const isShown = [...shown].some((each) => wording.toLowerCase().includes(each))
      expect(isShown, wording).toBe(true)
    }
  })
})
