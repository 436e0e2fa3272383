import {expect, test} from 'vitest'
import {documentPage, indexPage, pageSummary} from '../../src/review/page.js'
import {catalogue, documentOf, SLOT, SPUN} from './documents.js'
import {HOSTILE} from './hostile.js'
import {articleText, tokensOf} from './page-text.js'

/** Every place of a page that a document can write to, filled with one text. */
const hostileDocument = (text: string) =>
  documentOf(
    `${text}\nAlso the tower {x} stood and a ${text} fell.\nOne\n${text}\n`,
    [
      [
        'residue',
        [
          {actual: '{x}', expected: [text, `${text}!`], rule: SLOT, note: text},
          {actual: 'fell', expected: [text], rule: SPUN, confidence: 0.5, note: text},
          {actual: 'Also', expected: [], rule: `residue/${text}`, confidence: 0.5},
          {actual: `One\n${text}\n`, expected: [''], rule: SPUN},
        ],
      ],
    ],
    {
      path: `in/${text}.txt`,
      metadata: {title: text, byline: text, date: text},
      others: [
        {
          start: 0,
          end: text.length,
          stage: 'outside',
          rule: `${text}/${text}`,
          actual: text,
          expected: [text],
          confidence: 0.5,
          state: 'reported',
          origin: 'outside',
          revision: 0,
          note: text,
        },
      ],
    },
  )

/** The tags and attributes of a page, without their values. */
const shapeOf = (page: string): Set<string> => {
  const shape = new Set<string>()
  for (const token of tokensOf(page))
    if (typeof token !== 'string') {
      shape.add(token.name)
      for (const name of Object.keys(token.attributes)) shape.add(`${token.name} ${name}`)
    }
  return shape
}

const harmless = [
  documentPage(hostileDocument('gentle words'), catalogue),
  documentPage(hostileDocument('\u202e\x07'), catalogue),
]
const allowed = new Set(harmless.flatMap((page) => [...shapeOf(page)]))

for (const text of HOSTILE) {
  test(`is text and nothing else: ${JSON.stringify(text)}`, () => {
    const cleaned = hostileDocument(text)
    const page = documentPage(cleaned, catalogue)
    for (const part of shapeOf(page)) expect(allowed, part).toContain(part)
    expect(page.match(/<script|<style|<\/script|<\/style/g)).toHaveLength(4)
    expect(articleText(page, 'source')).toBe(cleaned.source)
  })

  test(`is text in the index: ${JSON.stringify(text)}`, () => {
    const {report, source} = hostileDocument(text)
    const name = `${text.replaceAll('/', '／')}.review.html`
    const page = indexPage([pageSummary({report: {...report, rejected: text}, source}, `sub/${name}`)])
    expect(page.match(/<script|<style|<\/script|<\/style/g)).toHaveLength(4)
    const links = tokensOf(page).flatMap((token) => (typeof token === 'string' ? [] : (token.attributes['href'] ?? [])))
    expect(links).toHaveLength(2)
    expect(links[1]).toMatch(/^\.\/sub\/[^:/?#\\\s]+\.review\.html$/)
    expect(decodeURIComponent(links[1]!)).toBe(`./sub/${name.toWellFormed()}`)
  })
}

test('no direction control, control character or half character is written as itself', () => {
  for (const text of HOSTILE)
    expect(documentPage(hostileDocument(text), catalogue)).not.toMatch(
      /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u,
    )
})
