/** Strangers among our stages, and our stages among strangers. */
import {retext} from 'retext'
import retextRepeatedWords from 'retext-repeated-words'
import retextSmartypants from 'retext-smartypants'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {draftOf, replay, retextDraft, stripBoilerplate, stripResidue, unspin} from '../../src/index.js'

const ARTICLE = 'The mill cost billions of {dollars} .\n\nThe the town wanted it.\n\nPlease enter your comment!\n'

describe('a guest between our stages', () => {
  test('that only looks gets positions of the source after two editing stages', () => {
    const file = new VFile(ARTICLE)
    const processor = unified().use(retextDraft).use(stripBoilerplate).use(stripResidue).use(retextRepeatedWords)
    expect(String(processor.processSync(file))).toBe('The mill cost billions of dollars.\n\nThe the town wanted it.\n')
    const [message] = file.messages
    const {start, end} = message!.place as {
      start: {offset: number; line: number; column: number}
      end: {offset: number}
    }
    expect(ARTICLE.slice(start.offset, end.offset)).toBe('The the')
    expect([start.line, start.column]).toEqual([3, 1])
  })

  test('that rewrites the tree is taken over as a revision by `outside`', () => {
    const source = 'He said "no" to the {dollars} -- twice.\n'
    const file = new VFile(source)
    const processor = unified().use(retextDraft).use(retextSmartypants).use(stripResidue)
    expect(String(processor.processSync(file))).toBe('He said “no” to the dollars — twice.\n')
    const draft = draftOf(file)!
    expect(draft.revisions.map(({stage}) => stage)).toEqual(['outside', 'residue'])
    expect(replay(source, draft.revisions)).toBe(draft.text)
    const slot = draft.findings.find(({rule}) => rule === 'residue/unfilled-slot')!
    expect(source.slice(slot.start, slot.end)).toBe('{dollars}')
  })

  test('that comes last is not forgotten', () => {
    const file = new VFile('Wait...\n')
    expect(String(unified().use(retextDraft).use(stripResidue).use(retextSmartypants).processSync(file))).toBe(
      'Wait…\n',
    )
    expect(draftOf(file)!.revisions).toHaveLength(1)
  })
})

describe('our stages in a stranger’s retext()', () => {
  test('change the text and report to the file', () => {
    const file = new VFile(ARTICLE)
    const out = retext().use(stripBoilerplate).use(stripResidue).processSync(file)
    expect(String(out)).toBe('The mill cost billions of dollars.\n\nThe the town wanted it.\n')
    const slot = file.messages.find(({ruleId}) => ruleId === 'unfilled-slot')!
    expect(slot.reason).toBe('Unexpected brackets around `dollars`')
    expect(slot.source).toBe('unspun-residue')
    expect([slot.line, slot.column]).toEqual([1, 27])
    expect(slot.actual).toBe('{dollars}')
    expect(slot.expected).toEqual(['dollars'])
  })

  test('stand between other plugins', () => {
    const file = new VFile('"Billions of {dollars}" -- and and more.\n')
    const out = retext().use(retextSmartypants).use(stripResidue).use(retextRepeatedWords).processSync(file)
    expect(String(out)).toBe('“Billions of dollars” — and and more.\n')
    expect(file.messages.map(({source}) => source)).toContain('retext-repeated-words')
  })
})

describe('the lazy root', () => {
  test('is not grown by stages of ours', () => {
    const file = new VFile(ARTICLE)
    unified().use(retextDraft).use(stripBoilerplate).use(stripResidue).use(unspin).processSync(file)
    expect(draftOf(file)!.parses).toBe(0)
  })

  test('grows once for any number of guests between two changes', () => {
    const file = new VFile(ARTICLE)
    unified().use(retextDraft).use(stripResidue).use(retextRepeatedWords).use(retextRepeatedWords).processSync(file)
    expect(draftOf(file)!.parses).toBe(1)
  })

  test('grows from a long text piece by piece, with positions of the whole', () => {
    const paragraph = `${'The ferry leaves at noon and comes back in the evening. '.repeat(12)}\n\n`
    const source = `${paragraph.repeat(30)}The the end.\n`
    const file = new VFile(source)
    unified().use(retextDraft).use(retextRepeatedWords).processSync(file)
    const {start} = file.messages[0]!.place as {start: {offset: number}}
    expect(source.slice(start.offset, start.offset + 7)).toBe('The the')
  })
})

test('a stage without its rules says how to give it some', async () => {
  const {stripResidue: bare} = await import('../../src/stages/residue/index.js')
  expect(() => unified().use(retextDraft).use(bare).freeze()).toThrow(/residue needs its rules, expected/)
})
