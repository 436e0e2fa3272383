/** Pages that mean ill: what they say is bounded, plain, and read in time linear in its length. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parseLenient} from '../../src/read/html/lenient-json.js'
import {MetadataCollector} from '../../src/read/html/metadata.js'
import {factsOf, ld, meta} from './pages.js'

const MANY = 100_000
/** Milliseconds; what is quadratic in so many takes longer. */
const LONGEST = 10_000
const article = (more: string): string => ld(`{"@type": "Article", "headline": "The Mill", ${more}}`)

describe('JSON-LD', () => {
  test.each([
    ['arrays in arrays', '['.repeat(MANY) + ']'.repeat(MANY)],
    ['arrays without end', '['.repeat(MANY)],
    ['objects in objects', `${'{"@graph":'.repeat(MANY)}1${'}'.repeat(MANY)}`],
    [
      'main entities of main entities',
      `${'{"@type":"Article","mainEntity":'.repeat(MANY / 4)}1${'}'.repeat(MANY / 4)}`,
    ],
    ['a million siblings', `[${'{},'.repeat(500_000)}{}]`],
    ['a million commas', `[${','.repeat(1_000_000)}`],
    ['quotes and blanks', `{"a": "${'"   '.repeat(MANY)}`],
    ['openings of comments', `{"a": ${'/*'.repeat(MANY)}${'<!--'.repeat(MANY)}${'// '.repeat(MANY)}`],
    ['stars in comments', `{"a": /*${'* '.repeat(MANY)}`],
    ['backslashes', `{"a": "${'\\'.repeat(MANY)}x`],
    ['closings', ']}'.repeat(MANY)],
  ])(
    '%s cost no more than their length',
    (_, text) => {
      expect(factsOf(ld(text)).metadata).toEqual({})
    },
    LONGEST,
  )

  test('references that multiply are followed only so often', () => {
    const refs = (id: number) => Array.from({length: 300}, () => ({'@id': `#${id}`}))
    const graph = Array.from({length: 12}, (_, i) => ({'@id': `#${i}`, '@type': 'Person', name: refs(i + 1)}))
    const said = factsOf(ld({'@graph': [{'@type': 'Article', headline: 'The Mill', author: refs(0)}, ...graph]}))
    expect(said.metadata.title).toBe('The Mill')
  })

  test('of a hundred thousand articles none is the page’s', () => {
    const many = Array.from({length: MANY}, (_, i) => ({'@type': 'Article', name: `${i % 1000}`}))
    expect(factsOf(ld(JSON.stringify(many).slice(0, 1_900_000))).metadata).toEqual({})
  })

  test('references in a circle end', () => {
    const ann = {'@id': '#ann', '@type': 'Person', name: {'@id': '#ann', x: 1}}
    expect(factsOf(ld([{'@type': 'Article', headline: 'A', author: {'@id': '#ann'}}, ann])).metadata).toEqual({
      title: 'A',
    })
  })

  test('a script of 50 million characters is not kept', () => {
    const collector = new MetadataCollector()
    collector.open('script', {type: 'application/ld+json'})
    const chunk = '"x", '.repeat(20_000)
    for (let i = 0; i < 500; i++) collector.text(chunk)
    collector.close()
    expect(collector.result().metadata).toEqual({})
  })

  test('names of what every object has are names like others', () => {
    const said = factsOf(
      article(
        '"__proto__": {"author": "Eve", "polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "toString": 1',
      ),
    )
    expect(said.metadata).toEqual({title: 'The Mill'})
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(factsOf(ld({'@type': ['__proto__', 'constructor', 'toString']})).pageType).toBeUndefined()
    expect(factsOf('<meta name="__proto__" content="x"><meta name="constructor" content="y">').metadata).toEqual({})
  })

  test('any text is read without an error', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      ' ',
      '\n',
      '/*',
      '*/',
      '<!--',
      '-->',
      '&quot;',
      '@type',
      'Article',
      'headline',
      '1',
      'null',
      ';',
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 60}), (pieces) => void parseLenient(pieces.join(''))),
      {numRuns: 3000},
    )
  })

  test('values of any kind are read without an error', () => {
    const names = fc.constantFrom(
      '@type',
      '@id',
      '@graph',
      'headline',
      'name',
      'author',
      'datePublished',
      'image',
      'mainEntity',
      'license',
      'articleBody',
    )
    const leaf = fc.oneof(
      fc.constantFrom<unknown>('Article', 'Person', '#a', null, 1, true, ''),
      fc.string({unit: 'binary'}),
    )
    const {value} = fc.letrec((tie) => ({
      value: fc.oneof(
        {maxDepth: 5},
        leaf,
        fc.array(tie('value'), {maxLength: 4}),
        fc.dictionary(names, tie('value'), {maxKeys: 6}),
      ),
    }))
    const property = fc.property(value, (said) => {
      for (const field of Object.values(factsOf(ld(said)).metadata)) {
        expect(typeof field).toBe('string')
        expect(field.isWellFormed()).toBe(true)
      }
    })
    fc.assert(property, {numRuns: 1000})
  })
})

describe('values', () => {
  test('carry no tags, no control characters and no marks that turn text', () => {
    const title =
      'The <script>alert(1)</script><b onclick=x>Mill</b>\u0000\u001b[2J\u202e\u2066 turns\ud800&lt;img src=x onerror=alert(1)&gt;'
    const html = ld({'@type': 'Article', headline: title, author: title, publisher: {name: title}, description: title})
    const {metadata, description} = factsOf(html)
    for (const value of [metadata.title, metadata.byline, metadata.site, description]) {
      expect(value).toBe('The alert(1)Mill[2J turns')
    }
  })

  test('are as long as values are, and end with a whole character', () => {
    const long = '磨坊😀'.repeat(MANY)
    const html = ld({'@type': 'Article', headline: long, author: [long, 'Ann'], publisher: {name: long}, license: long})
    const {metadata} = factsOf(html)
    expect(metadata.title!.length).toBeLessThanOrEqual(500)
    expect(metadata.byline!.length).toBeLessThanOrEqual(300)
    expect(metadata.site!.length).toBeLessThanOrEqual(300)
    expect(Object.values(metadata).every((value) => value.isWellFormed())).toBe(true)
    expect(factsOf(article(`"articleBody": "${'word '.repeat(300_000)}"`)).articleBody!.length).toBeLessThanOrEqual(
      1_000_000,
    )
  })

  test.each([
    ['blanks', `a${' '.repeat(MANY)}b`],
    ['openings of tags', '<a '.repeat(MANY)],
    ['openings of comments', '<!--'.repeat(MANY)],
    ['separators', ' - '.repeat(MANY)],
    ['bars', '|'.repeat(MANY)],
    ['character references', '&amp;'.repeat(MANY)],
    ['encoded tags', '&lt;p&gt;'.repeat(MANY)],
    ['digits', '1'.repeat(MANY)],
    ['dots', 'a.'.repeat(MANY)],
    ['dates', '2024-03-05 '.repeat(MANY)],
    ['line breaks', ' \n'.repeat(MANY)],
  ])(
    'of many %s are read in no time',
    (_, value) => {
      const said = {
        '@type': 'Article',
        headline: value,
        author: value,
        datePublished: value,
        articleBody: value,
        url: value,
      }
      factsOf(`${ld(said)}<title>${value.replaceAll('<', '&lt;')}</title>`, {headline: value})
    },
    LONGEST,
  )
})

describe('markup', () => {
  test.each([
    ['metas', meta({'og:title': 'x'}).repeat(MANY)],
    ['open scopes', '<div itemscope itemtype="https://schema.org/Article">'.repeat(20_000)],
    ['scopes', '<div itemscope itemtype="https://schema.org/Article"><b itemprop="author">x</b></div>'.repeat(20_000)],
    ['open titles', '<b itemscope itemtype="https://schema.org/Article"><b itemprop="headline">'.repeat(20_000)],
    ['links to authors', '<a rel="author">x'.repeat(20_000)],
    ['blocks of JSON-LD', article('"a": 1').repeat(20_000)],
    ['names in one attribute', `<meta name="${'og:title '.repeat(MANY)}" content="x">`],
  ])(
    'of many %s is read in no time',
    (_, html) => {
      factsOf(html)
    },
    LONGEST,
  )
})
