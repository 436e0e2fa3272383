import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../src/clean.js'
import {replay} from '../../src/draft/index.js'
import {documents, SENTENCES} from '../samples/fragments.js'

const cleaner = createCleaner()
const runs = {numRuns: Number(process.env['RUNS'] ?? 40)}

const DIRECTIVES = [
  '<!-- unspun ignore-line: teh keeper recieved it -->',
  '<!-- unspun ignore-next residue, spell: {slot} itâ€™s Share this: -->',
  '<!-- unspun ignore-phrase "the result ." residue: a quotation -->',
  '<!-- unspun ignore-start decode/mojibake: quoting -->',
  '<!-- unspun ignore-end -->',
  '<!-- unspun ignor-line: 他说今天天气很好，我们去公园吧。 -->',
  '<!-- unspun ignore-line\n  spell: over\n\n  lines -->',
]

/** Documents with directives between their sentences and on lines of their own. */
const controlled = fc
  .array(fc.tuple(documents, fc.constantFrom(...DIRECTIVES), fc.constantFrom(' ', '\n', '\n\n', '\r\n', '')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.map(([text, directive, gap]) => `${text}${gap}${directive}${gap}`).join(''))

const formats = fc.constantFrom('text' as const, 'markdown' as const)

const directivesOf = (text: string): string[] =>
  DIRECTIVES.flatMap((directive) => Array<string>(text.split(directive).length - 1).fill(directive))

describe('in every document', () => {
  test('directives stay as they are, where they are heeded', () => {
    fc.assert(
      fc.property(controlled, formats, (text, format) => {
        const {report, source, directives} = cleaner(text, {format})
        if (!directives) return
        expect(directivesOf(report.text)).toEqual(directivesOf(text))
        expect(replay(source, report.revisions)).toBe(report.text)
      }),
      runs,
    )
  })

  test('cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(controlled, formats, (text, format) => {
        const once = cleaner(text, {format}).report.text
        expect(cleaner(once, {format}).report.text).toBe(once)
      }),
      runs,
    )
  })

  test('places are those of the source, and what stands there is what is said', () => {
    fc.assert(
      fc.property(controlled, (text) => {
        const {report, source, directives} = cleaner(text)
        const read = directives?.text ?? source
        expect(read).toHaveLength(source.length)
        for (const {start, end, actual, revision} of report.findings)
          if (revision === 0) expect(read.slice(start, end)).toBe(actual)
      }),
      runs,
    )
  })
})

describe('what a directive says disturbs nobody', () => {
  const text = `${SENTENCES.join(' ')} The keepper recieved teh letters .\n\n${SENTENCES.join('\n')} itâ€™s\n`
  const said = (document: string): string[] =>
    cleaner(document, {format: 'markdown'})
      .report.findings.filter(({state}) => state !== 'refused')
      .map(({rule, actual, state}) => `${rule} ${actual.trim()} ${state}`)

  test('at the end of a line, on a line of its own, in a sentence', () => {
    const clean = '<!-- unspun ignore-line residue/unfilled-slot: keepper teh 他说今天天气很好 -->'
    for (const place of [text.indexOf('\n\n'), text.indexOf('.'), text.lastIndexOf('\nHer') + 1, text.length, 0]) {
      const gap = place === 0 || text[place - 1] === '\n' ? '\n' : ''
      const document = `${text.slice(0, place)} ${clean}${gap}${text.slice(place)}`
      expect(said(document)).toEqual(said(text))
    }
  })

  const D = '<!-- unspun ignore-phrase "nowhere to be read" terms: why -->'
  const prose = SENTENCES.join(' ')
  test.each([
    ['a line of text and the next', `One line of a text\n${D}\nand teh next.\n`, 'One line of a text\nand teh next.\n'],
    ['a line that goes and an empty one', `RELATED:\n${D}\n\n${prose}\n`, `RELATED:\n\n${prose}\n`],
    ['an empty line and text', `RELATED:\n\n${D}\n${prose}\n`, `RELATED:\n\n${prose}\n`],
    ['two lines, twice', `It was {city} .\n${D} ${D}\nAnd teh .\n`, 'It was {city} .\nAnd teh .\n'],
  ])('between %s', (_, text, without) => expect(said(text)).toEqual(said(without)))

  test('at the end of any line that ends in a word, of any document', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (text, chosen) => {
        const ends = [...text.matchAll(/(?<=[\p{L}.])(?=\r?\n|$)/gu)].map(({index}) => index)
        if (ends.length === 0) return
        const at = ends[chosen % ends.length]!
        const document = `${text.slice(0, at)} ${D}${text.slice(at)}`
        if (cleaner(document, {format: 'markdown'}).directives && /\S/.test(text))
          expect(said(document)).toEqual(said(text))
      }),
      runs,
    )
  })

  test('before the text of its line, which is no code for that', () => {
    const directive = '<!-- unspun ignore-next spell: why -->'
    const line = 'It was {city} and the result .'
    for (const before of ['', 'One.\n\n', 'One\n', '> ', '- '])
      expect(said(`${before}${directive} ${line}\n`)).toEqual(said(`${before}${line}\n`))
  })

  test('the language of a Chinese line stays what it is, whatever its reason is written in', () => {
    const chinese = '他说今天天气很好，我们去公园吧。'
    const {report} = cleaner(`${chinese} <!-- unspun ignore-line spell: ${SENTENCES.join(' ')} -->\n`)
    expect(report.language?.tag).toBe(cleaner(`${chinese}\n`).report.language?.tag)
  })
})

describe('turned down', () => {
  const states = (text: string, facts = {}): string[] =>
    cleaner(text, {format: 'markdown', ...facts}).report.findings.map(({rule, state}) => `${rule} ${state}`)

  test('on its line only', () => {
    const text = 'It was {city} <!-- unspun ignore-line residue: a template --> there.\n\nIt was {town} there.\n'
    expect(states(text)).toEqual(['residue/unfilled-slot refused', 'residue/unfilled-slot applied'])
  })

  test('only by its own rule', () => {
    const text = 'It was {city} there . <!-- unspun ignore-line residue/unfilled-slot: a template -->\n'
    expect(states(text)).toContain('residue/unfilled-slot refused')
    expect(states(text).filter((state) => /blank-before-mark (?:applied|proposed)$/.test(state))).toHaveLength(1)
  })

  test('a phrase, wherever it stands, over line breaks, and not as a part of words', () => {
    const {report} = cleaner('The teh of\nteh old and tehs. <!-- unspun ignore-phrase "teh of teh" spell: a name -->\n')
    const of = (state: string): string[] =>
      report.findings.filter((f) => f.rule === 'spell/unknown-word' && f.state === state).map(({actual}) => actual)
    expect(of('refused')).toEqual(['teh'])
    expect(report.findings.filter(({actual, state}) => actual === 'teh' && state !== 'refused')).toEqual([])
  })

  test('in a page by its element', () => {
    const html = `<!doctype html><article><p>It was {city} there. <!-- unspun ignore-line: a template --></p>
      <p>It was {town} there.</p><!-- unspun ignore-next residue: x --><ul><li>in {oslo}<li>in {bergen}</ul></article>`
    const {report} = cleaner(html)
    const slots = report.findings.filter(({rule}) => rule === 'residue/unfilled-slot')
    expect(slots.map(({actual, state}) => [actual, state === 'refused'])).toEqual([
      ['{city}', true],
      ['{town}', false],
      ['{oslo}', true],
      ['{bergen}', true],
    ])
  })

  test('by its author and by others', () => {
    const text = 'It was {city} and {town} there. <!-- unspun ignore-line "{city}": a template -->\n'
    const {report, directives} = cleaner(text, {decide: () => ({state: 'refused', note: 'in the baseline'})})
    expect(report.text).toBe(text)
    expect(report.findings.map(({actual, note}) => [actual, note])).toEqual([
      ['{city}', 'a template'],
      ['{town}', 'in the baseline'],
    ])
    expect(directives!.unused()).toEqual([])
  })

  test('nothing in a record among many', () => {
    const text = 'It was {city} <!-- unspun ignore-line: a template --> there.\n'
    expect(states(text, {heedsDirectives: false})).not.toContain('residue/unfilled-slot refused')
  })

  test('the whole of a document that is off', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const off = `---\nunspun: off\n---\n\n${text}`
        expect(cleaner(off, {format: 'markdown'}).report.text).toBe(off)
      }),
      runs,
    )
  })
})
