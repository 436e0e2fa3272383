/** What repeats on the pages of a site goes; what an article repeats, or two copies of it, stays. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../../src/clean.js'
import {SiteMemories} from '../../../src/site/memory.js'
import {pageLines} from '../../../src/site/page-lines.js'
import {Tally} from '../../../src/site/tally.js'
import {article, FOOTER, MENU, NOTICE, page, paragraph, word} from './site-pages.js'

const clean = createCleaner({stages: ['boilerplate']})

/** The reports of all pages, each cleaned as one of them. */
function cleanSite(pages: readonly string[]) {
  const tally = new Tally()
  for (const text of pages) tally.add('gazette.example', pageLines(text))
  const site = new SiteMemories(tally.take()).of('gazette.example')
  return pages.map((text) => clean(text, site ? {site} : {}).report)
}
const texts = (pages: readonly string[]): string[] => cleanSite(pages).map(({text}) => text)
const titleOf = (n: number): string => `What became of ${word(n)}`
const pages = (count: number): string[] =>
  Array.from({length: count}, (_, n) => page({title: titleOf(n), body: article(n)}))
const bare = (n: number): string => `${[titleOf(n), ...article(n)].join('\n\n')}\n`

describe('what repeats', () => {
  test.each([2, 3, 20])('around the articles of %i pages goes', (count) => {
    expect(texts(pages(count))).toEqual(Array.from({length: count}, (_, n) => bare(n)))
  })

  test('is reported with the number of pages', () => {
    const [report] = cleanSite(pages(5))
    const finding = report!.findings.find(({actual}) => actual.startsWith(MENU[1]!))
    expect(finding).toMatchObject({rule: 'boilerplate/repeated-line', note: 'on 5 of 5 pages of gazette.example'})
  })

  test('stays where nothing is known of the site', () => {
    const [text] = pages(1)
    expect(texts([text!])).toEqual([text])
  })

  test('with other digits is the same', () => {
    const numbered = [1, 2, 3].map(
      (n) => `${n + 20} readers today\n\nIssue ${n}\n\nPage ${n + 1}\n\n${article(n).join('\n\n')}\n`,
    )
    expect(texts(numbered)).toEqual([1, 2, 3].map((n) => `${article(n).join('\n\n')}\n`))
  })

  test('in code or front matter stays', () => {
    const code = '```\nrun the mill\nstop the mill\n```'
    const all = [1, 2, 3].map((n) => `${article(n).join('\n\n')}\n\n${code}\n`)
    expect(texts(all)).toEqual(all)
  })
})

describe('an article keeps', () => {
  test('headings that every article has', () => {
    const body = (n: number) => [
      'What we saw',
      paragraph(n * 2),
      'What we ate',
      paragraph(n * 2 + 1),
      'How to get there',
      paragraph(n * 2 + 900),
    ]
    const all = [1, 2, 3].map((n) => `${body(n).join('\n\n')}\n`)
    expect(texts(all)).toEqual(all)
  })

  test('a refrain, and a last line that ends them all', () => {
    const verse = (n: number) => `${word(n)} went down\n${word(n + 50)} came home\nOh the wind and the rain\n`
    const all = [1, 2, 3].map((n) => `${verse(n * 100)}\n${verse(n * 100 + 7)}\nThe end\n`)
    expect(texts(all)).toEqual(all)
  })

  test('ingredients that some recipes share', () => {
    const recipe = (n: number) =>
      [
        paragraph(n),
        'Ingredients',
        `${n} eggs`,
        n % 3 === 0 ? '200 g flour' : `Flour of ${word(n)}`,
        n % 3 === 0 ? '1 tsp salt' : `Salt of ${word(n)}`,
        `Herbs from ${word(n)}`,
        'Method',
        paragraph(n + 500),
      ].join('\n')
    const all = Array.from({length: 12}, (_, n) => `${recipe(n)}\n`)
    expect(texts(all)).toEqual(all)
  })

  test('its title, which stands under other pages as a link', () => {
    const all = [0, 1].map((n) => page({title: titleOf(n), body: [...article(n), titleOf(1 - n), 'Read on']}))
    for (const [n, text] of texts(all).entries())
      expect(text.startsWith(`${titleOf(n)}\n\n${article(n)[0]}`)).toBe(true)
  })

  test('a passage that another page quotes', () => {
    const shared = [paragraph(71), paragraph(72), paragraph(73)]
    const all = [0, 1].map((n) => page({title: titleOf(n), body: [...article(n), ...shared]}))
    expect(texts(all)).toEqual([0, 1].map((n) => `${[titleOf(n), ...article(n), ...shared].join('\n\n')}\n`))
  })
})

describe('a page that is there twice', () => {
  const bodies = (text: string): string => text.slice(text.indexOf('What became'))

  test('keeps its article, alone or among others', () => {
    const [one] = pages(1)
    expect(texts([one!, one!])).toEqual([one, one])
    const all = [...pages(6), one!, one!]
    for (const [i, text] of texts(all).entries()) expect(text).toBe(bare(i < 6 ? i : 0))
  })

  test('keeps it when a paragraph is new in one of them', () => {
    const version = page({title: titleOf(0), body: [paragraph(990), ...article(0).slice(1)]})
    const cleaned = texts([...pages(6), version])
    expect(cleaned[0]).toBe(bare(0))
    expect(bodies(cleaned[6]!)).toBe(`${[titleOf(0), paragraph(990), ...article(0).slice(1)].join('\n\n')}\n`)
  })

  test('keeps it when half of it is new', () => {
    const version = page({title: titleOf(0), body: [...article(0).slice(0, 2), paragraph(990), paragraph(991)]})
    const cleaned = texts([...pages(6), version])
    expect(cleaned[0]).toBe(bare(0))
    for (const line of article(0).slice(0, 2)) expect(cleaned[6]).toContain(line)
  })

  test('of short lines keeps them, too', () => {
    const poem = Array.from({length: 12}, (_, n) => `${word(n)} and ${word(n + 40)}`).join('\n')
    expect(texts([`${poem}\n`, `${poem}\n`])).toEqual([`${poem}\n`, `${poem}\n`])
  })
})

test('cleaning twice is cleaning once, whatever repeats', () => {
  const line = fc.oneof(
    fc.constantFrom(...MENU, ...FOOTER, NOTICE, '', '12', '***', '# Letters', 'Please enter your comment!'),
    fc.nat(30).map(paragraph),
    fc.nat(30).map(titleOf),
  )
  fc.assert(
    fc.property(fc.array(fc.array(line, {maxLength: 20}), {minLength: 1, maxLength: 5}), (all) => {
      const tally = new Tally()
      for (const lines of all) tally.add('a', pageLines(lines.join('\n')))
      const site = new SiteMemories(tally.take()).of('a')
      for (const lines of all) {
        const once = clean(lines.join('\n'), site ? {site} : {}).report.text
        const twice = once.trim() === '' ? once : clean(once, site ? {site} : {}).report.text
        expect(twice).toBe(once)
      }
    }),
  )
})

test('a notice between the lines of a footer goes with them', () => {
  const [text] = texts(pages(4))
  for (const line of [...FOOTER, NOTICE]) expect(text).not.toContain(line)
})
