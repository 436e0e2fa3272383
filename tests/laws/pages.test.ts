/** What holds of every page that is read: nothing is lost, nothing becomes markup, everything lies where it says. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {pageText} from '../../src/read/html/markdown.js'
import {readPage} from '../../src/read/html/read-page.js'
import {markdownToText} from '../../src/write/convert.js'
import {SENTENCES} from '../samples/fragments.js'

const runs = {numRuns: Number(process.env['RUNS'] ?? 300)}

/** Marks of Markdown and HTML, and letters of all kinds for them to stand beside. */
const MARKS = ['*', '**', '_', '__', '`', '```', '#', '##', '>', '-', '---', '+', '|', '||', '[', ']', '(', ')', '!']
const MORE = [
  '<',
  '&',
  '&amp;',
  '<b>',
  '<!--',
  '\\',
  '~',
  '~~',
  '~~~',
  '=',
  '===',
  '1.',
  '12)',
  '.',
  ':',
  '"',
  "'",
  '/',
]
const WORDS = [
  'a',
  'word',
  'x1',
  '7',
  '磨坊',
  'مرحبا',
  '👩‍👩‍👧',
  'é',
  'e\u0301',
  '[x]',
  '[ ]',
  '[^1]',
  '[a]:',
  'b_c',
  '2*3',
]
const piece = fc.oneof(fc.constantFrom(...MARKS), fc.constantFrom(...MORE), fc.constantFrom(...WORDS))
const glue = fc.constantFrom('', '', ' ')
const line = fc
  .array(fc.tuple(piece, glue), {minLength: 1, maxLength: 12})
  .map((pieces) => pieces.flat().join('').trim())
  .filter((text) => /\S/.test(text))

const KINDS: Readonly<Record<string, (inner: string) => string>> = {
  paragraph: (inner) => `<p>${inner}</p>`,
  division: (inner) => `<div>${inner}</div>`,
  heading: (inner) => `<h2>${inner}</h2>`,
  entry: (inner) => `<ul><li>${inner}</li></ul>`,
  numbered: (inner) => `<ol><li>${inner}</li></ol>`,
  quotation: (inner) => `<blockquote>${inner}</blockquote>`,
  broken: (inner) => `<p>Before<br>${inner}</p>`,
  table: (inner) => `<table><tr><th>A<th>B<tr><td>${inner}<td>${inner}<tr><td><td>${inner}</table>`,
  layout: (inner) => `<table><tr><td>${inner}<td>${inner}</table>`,
  code: (inner) => `<pre>${inner}</pre>`,
}
const kind = fc.constantFrom(...Object.keys(KINDS))
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const pages = fc
  .array(fc.tuple(kind, line), {minLength: 1, maxLength: 6})
  .map((blocks) => blocks.map(([name, text]) => KINDS[name]!(escaped(text))).join('\n'))

const letters = (text: string): string => text.replace(/\s+/g, '')
/** What the other form adds: the mark of an entry. */
const FORM: Readonly<Record<string, RegExp>> = {entry: /^- /, numbered: /^1\. /}

describe('the text of a page', () => {
  test.each(Object.keys(KINDS))('is what its Markdown shows: %s', (name) => {
    fc.assert(
      fc.property(line, (text) => {
        const {page} = readPage(KINDS[name]!(escaped(text)))
        const expected = page.blocks.map((block) => block.text).join(name === 'layout' ? '|' : '')
        const markdown = pageText(page).text
        expect(letters(markdownToText(markdown).replace(FORM[name] ?? '', '')), markdown).toBe(letters(expected))
      }),
      runs,
    )
  })

  test('lies where its spans say, in order', () => {
    fc.assert(
      fc.property(pages, (html) => {
        const {page} = readPage(html)
        const {text, spans} = pageText(page)
        let last = 0
        for (const [i, {start, end}] of spans.entries()) {
          expect(start).toBeGreaterThanOrEqual(last)
          last = end
          const words = page.blocks[i]!.text.match(/[\p{L}\p{N}]+/gu) ?? []
          for (const word of words) expect(text.slice(start, end)).toContain(word)
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
      runs,
    )
  })

  test('stands in the HTML between the ends of its blocks', () => {
    fc.assert(
      fc.property(pages, (html) => {
        for (const {text, start, end} of readPage(html).page.blocks) {
          const inner = html.slice(start, end).replace(/<\/?\w+>/g, '')
          expect(letters(inner.replaceAll('&lt;', '<').replaceAll('&amp;', '&'))).toBe(letters(text))
        }
      }),
      runs,
    )
  })

  test.each([
    ...SENTENCES,
    'In 1910 it cost $4.50 – 20% more than (say) Ann’s; e.g. 3 * 4 = 12, a_b and C#.',
    'Q&A: was it #1? “Yes” - 5 > 4 + 1 [sic], he said... (see p. 4)',
    'AT&T ~ 5, x < y, a|b, 1.5 and 2) three',
  ])('is not escaped where it is prose: %s', (text) => {
    const html = `<p>${escaped(text)}</p>`
    expect(pageText(readPage(html).page).text).toBe(`${text}\n`)
  })

  test('has numbers escaped only where they would begin a list', () => {
    const text = (html: string): string => pageText(readPage(html).page).text
    expect(text('<h2>1. The mill</h2>')).toBe('## 1. The mill\n')
    expect(text('<p>1. The mill</p>')).toBe('1\\. The mill\n')
    expect(text('<p>1.5 mills</p>')).toBe('1.5 mills\n')
    expect(text('<p>In 1910. And</p>')).toBe('In 1910. And\n')
    expect(text('<h2>C #</h2>')).toBe('## C \\#\n')
  })
})
