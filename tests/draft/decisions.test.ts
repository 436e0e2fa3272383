import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../src/clean.js'
import {type Decide, Draft, type Proposal} from '../../src/draft/index.js'
import {documents} from '../samples/fragments.js'

const opened = (text: string, decide?: Decide): Draft => {
  const draft = new Draft(text, {parse: () => ({type: 'RootNode', children: []})})
  draft.decide = decide
  return draft
}

const everything = {verdict: () => 'applied' as const}
const proposal = (start: number, end: number, insert: string, confidence = 0.9): Proposal => ({
  rule: `residue/of-${insert}`,
  start,
  end,
  expected: [insert],
  confidence,
})
const refusing =
  (rule: string): Decide =>
  (finding) =>
    finding.rule === rule ? {state: 'refused', note: 'a quotation'} : undefined

describe('what was turned down', () => {
  test('is remembered with the reason and edits nothing', () => {
    const draft = opened('one two', refusing('residue/of-TWO'))
    draft.revise('residue', [proposal(0, 3, 'ONE'), proposal(4, 7, 'TWO')], everything)
    expect(draft.text).toBe('ONE two')
    expect(draft.findings[1]).toMatchObject({state: 'refused', note: 'a quotation', actual: 'two'})
  })

  test('displaces nobody, however sure it is', () => {
    const draft = opened('one two', refusing('residue/of-ALL'))
    draft.revise('residue', [proposal(0, 7, 'ALL', 1), proposal(4, 7, 'TWO', 0.8)], everything)
    expect(draft.text).toBe('one TWO')
    expect(draft.findings.map(({state}) => state)).toEqual(['refused', 'applied'])
  })

  test('may be left to an editor instead, which makes nothing more of what is only reported', () => {
    const draft = opened('one two', () => ({state: 'proposed', note: 'not unasked'}))
    draft.revise('residue', [proposal(0, 3, 'ONE')], everything)
    draft.revise('spell', [proposal(4, 7, 'TWO')], {verdict: () => 'reported'})
    expect(draft.text).toBe('one two')
    expect(draft.findings.map(({state}) => state)).toEqual(['proposed', 'reported'])
  })

  test('is told by its place in the source, also in a later revision', () => {
    const asked: number[] = []
    const draft = opened('one two', ({start}) => {
      asked.push(start)
      return undefined
    })
    draft.revise('residue', [proposal(0, 3, 'seventeen')], everything)
    draft.revise('spell', [proposal(10, 13, 'TWO')], everything)
    expect(asked).toEqual([0, 4])
    expect(draft.text).toBe('seventeen TWO')
  })
})

const cleaner = createCleaner()
const runs = {numRuns: Number(process.env['RUNS'] ?? 50)}

test('a document all of whose findings are turned down is given back', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const {report} = cleaner(text, {decide: () => ({state: 'refused', note: 'all of it'})})
      if (report.rejected !== undefined) return
      expect(report.text).toBe(text)
      expect(report.revisions).toEqual([])
      expect(report.findings.filter(({state}) => state === 'applied' || state === 'proposed')).toEqual([])
    }),
    runs,
  )
})

test('one finding turned down leaves its place as it was', () => {
  fc.assert(
    fc.property(documents, fc.nat(), (text, chosen) => {
      const made = cleaner(text).report.findings.filter(({state, revision}) => state === 'applied' && revision === 0)
      const one = made[chosen % Math.max(1, made.length)]
      if (!one) return
      const decide: Decide = ({rule, start, end}) =>
        rule === one.rule && start === one.start && end === one.end ? {state: 'refused', note: 'this one'} : undefined
      const {findings} = cleaner(text, {decide}).report
      const again = findings.filter(({rule, start, end}) => rule === one.rule && start === one.start && end === one.end)
      expect(again.map(({state}) => state)).toEqual(['refused'])
    }),
    runs,
  )
})
