import {describe, expect, test} from 'vitest'
import {ordersIn, ordersInPage} from '../../src/control/orders.js'
import type {Format} from '../../src/draft/index.js'

const LINE = '<!-- unspun ignore-line spell: why -->'
const NEXT = '<!-- unspun ignore-next spell: why -->'
const START = '<!-- unspun ignore-start spell: why -->'
const END = '<!-- unspun ignore-end -->'

const reachesIn = (text: string, format: Format = 'markdown'): (string | undefined)[] =>
  (ordersIn(text, format)?.directives ?? []).map(({reach}) => reach && text.slice(reach.start, reach.end))
const reachesInPage = (html: string): (string | undefined)[] =>
  (ordersInPage(html)?.directives ?? []).map(({reach}) => reach && html.slice(reach.start, reach.end))
const mistakesIn = (text: string): string[] => (ordersIn(text, 'markdown')?.mistakes ?? []).map(({mistake}) => mistake)

describe('ignore-line reaches', () => {
  test.each([
    ['a sentence', `one\ntwo ${LINE} three\nfour`, `two ${LINE} three\n`],
    ['an entry of a list', `- one ${LINE}\n- two`, `- one ${LINE}\n`],
    ['a cell of a table', `| a | b |\n|---|---|\n| x ${LINE} | y |\n| z | |`, `| x ${LINE} | y |\n`],
    ['a footnote', `[^1]: note ${LINE}\n\nmore`, `[^1]: note ${LINE}\n`],
    ['the last line', `one\ntwo ${LINE}`, `two ${LINE}`],
    ['a line that ends in CRLF', `one\r\ntwo ${LINE}\r\nthree`, `two ${LINE}\r\n`],
  ])('%s', (_, text, reach) => expect(reachesIn(text)).toEqual([reach]))
})

describe('ignore-next reaches', () => {
  test.each([
    ['a paragraph', `one\n\n${NEXT}\ntwo\nthree\n\nfour`, 'two\nthree\n'],
    ['a paragraph after an empty line', `${NEXT}\n\ntwo\n\nthree`, 'two\n'],
    ['the line it begins', `${NEXT} two\nthree\n\nfour`, ' two\nthree\n'],
    ['the next paragraph, from the end of one', `one ${NEXT}\ntwo\n\nthree\nfour`, 'three\nfour'],
    ['the next entry of a list', `- one\n  ${NEXT}\n- two\n  more\n- three`, '- two\n  more\n'],
    ['the next entry, from the end of one', `- one ${NEXT}\n- two\n- three`, '- two\n'],
    ['the entry that it begins', `- ${NEXT} one\n- two`, ' one\n'],
    ['one heading', `${NEXT}\n# One\ntwo`, '# One\n'],
    ['a paragraph of a quotation', `> ${NEXT}\n> two\n> three\n>\n> four`, '> two\n> three\n'],
    ['a table', `${NEXT}\n| a |\n|---|\n| b |\n\nc`, '| a |\n|---|\n| b |\n'],
    ['nothing at the end', `one\n\n${NEXT}\n`, ''],
  ])('%s', (_, text, reach) => expect(reachesIn(text)).toEqual([reach]))

  test('what follows all of several directives', () => {
    expect(reachesIn(`${NEXT}\n${NEXT}\none\n\ntwo`)).toEqual(['one\n', 'one\n'])
  })
})

describe('a region', () => {
  test('reaches from its start to its end, also within a sentence', () => {
    expect(reachesIn(`one ${START}two${END} three`)).toEqual(['two'])
  })

  test('may hold another', () => {
    expect(reachesIn(`${START}a${START}b${END}c${END}d`)).toEqual([`a${START}b${END}c`, 'b'])
  })

  test('that nothing ends reaches to the end, and is said to be open', () => {
    expect(reachesIn(`one ${START} two`)).toEqual([' two'])
    expect(mistakesIn(`one ${START} two`)).toEqual([expect.stringContaining('nothing ends it')])
    expect(mistakesIn(`one ${END} two`)).toEqual([expect.stringContaining('it ends nothing')])
  })
})

describe('no directive is', () => {
  test.each([
    ['in a fence', `\`\`\`html\n${LINE}\n\`\`\``],
    ['in code', `write \`${LINE}\` there`],
    ['in indented code', `so:\n\n    ${LINE}\n`],
    ['in another comment', `<!-- one ${LINE}`],
    ['in front matter', `---\nnote: ${LINE}\n---\n\ntext`],
    ['after a backslash', `One \\${LINE}`],
    ['left open', 'one <!-- unspun ignore-line spell: why'],
    ['said to people', '<!-- unspunned --> <!-- about unspun ignore-line -->'],
  ])('%s', (_, text) => expect(ordersIn(text, 'markdown')).toBeUndefined())

  test('an expression of MDX in plain text', () => {
    const text = 'one {/* unspun ignore-line spell: why */}'
    expect(reachesIn(text)).toEqual([text])
    expect(ordersIn(text, 'text')).toBeUndefined()
  })
})

describe('in a page', () => {
  test.each([
    ['the line, in its element', `<p>one</p>\n<td>two ${LINE}</td><td>three</td>\n`, `<td>two ${LINE}</td>`],
    ['the line, not all of its element', `<p>one\ntwo ${LINE}\nthree</p>`, `two ${LINE}\n`],
    ['the line between elements', `<div>\n<p>one</p> ${LINE}\n<p>two</p></div>`, `<p>one</p> ${LINE}\n`],
    ['the next element', `${NEXT}\n<ul><li>one</li></ul><p>two</p>`, '<ul><li>one</li></ul>'],
    ['the next element, from the end of one', `<p>one ${NEXT}</p><hr><p>two</p>`, '<p>two</p>'],
    ['the text that follows', `<p>one ${NEXT} two <b>three</b></p><p>four</p>`, ' two <b>three</b></p>'],
    ['nothing at the end', `<p>one</p>${NEXT}`, ''],
    ['an element that is closed for it', `<ul>${NEXT}<li>one<li>two</ul>`, '<li>one'],
  ])('%s', (_, html, reach) => expect(reachesInPage(html)).toEqual([reach]))

  test.each([
    ['a script', `<script>"${LINE}"</script>`],
    ['an attribute', `<p title="${LINE}">one</p>`],
    ['text', `<textarea>${LINE}</textarea>`],
  ])('a comment in %s is none', (_, html) => expect(ordersInPage(html)).toBeUndefined())
})

describe('front matter', () => {
  const withFrontMatter = (said: string): string => `---\ntitle: One\n${said}\n---\n\nText.`

  test.each(['unspun: off', 'unspun: false', '"unspun": "off"'])('%s', (said) => {
    expect(ordersIn(withFrontMatter(said), 'markdown')).toMatchObject({isOff: true, mistakes: [], directives: []})
  })

  test.each([
    [
      'unspun: {ignore: [spell, terms/unknown-term], reason: a glossary}',
      ['spell', 'terms/unknown-term'],
      'a glossary',
    ],
    ['unspun:\n  ignore: spell\n  reason: a glossary', ['spell'], 'a glossary'],
    ['unspun:\n  ignore:\n    - spell', ['spell'], undefined],
  ])('%j holds everywhere', (said, rules, reason) => {
    const orders = ordersIn(withFrontMatter(said), 'markdown')!
    expect(orders.directives).toMatchObject([{verb: 'front-matter', rules, reach: undefined}])
    expect(orders.directives[0]!.reason).toBe(reason)
    expect(orders.mistakes).toEqual([])
  })

  test.each([
    'unspun: never',
    'unspun: {ignore: []}',
    'unspun: {ignore: [1]}',
    'unspun: {skip: spell}',
    'unspun: [',
    'unspun:',
  ])('%j is a mistake at its line', (said) => {
    const text = withFrontMatter(said)
    const {mistakes, isOff} = ordersIn(text, 'markdown')!
    expect(isOff).toBe(false)
    expect(mistakes).toEqual([{start: text.indexOf('unspun'), end: expect.any(Number), mistake: expect.any(String)}])
  })

  test('stands before the comments, and moves none of them', () => {
    const text = `---\nunspun: {ignore: spell, reason: a list}\n---\n\n${START}One.`
    expect(reachesIn(text)).toEqual([undefined, 'One.'])
    expect(ordersIn(text, 'markdown')!.mistakes).toMatchObject([{start: text.indexOf(START)}])
  })

  test('in TOML', () => {
    expect(ordersIn('+++\nunspun = "off" # a draft\n+++\n', 'markdown')).toMatchObject({isOff: true})
    expect(ordersIn('+++\nunspun = "on"\n+++\n', 'markdown')!.mistakes).toHaveLength(1)
  })

  test('says nothing in plain text, nor as a word of a value', () => {
    expect(ordersIn(withFrontMatter('unspun: off'), 'text')).toBeUndefined()
    expect(ordersIn(withFrontMatter('about: unspun'), 'markdown')).toBeUndefined()
  })
})

test('more than a thousand are a flood: the rest is not heeded, and said to be so', () => {
  const {directives, mistakes} = ordersIn(`${LINE}\n`.repeat(1002), 'markdown')!
  expect(directives).toHaveLength(1000)
  expect(mistakes).toHaveLength(2)
})

test.each([
  ['comments that are left open', (n: number) => '<!-- unspun ignore-line '.repeat(n)],
  ['starts of regions', (n: number) => `${START}\n`.repeat(n)],
  ['blanks in comments', (n: number) => `<!--${' '.repeat(n * 20)}`],
  ['directives before one paragraph', (n: number) => `${NEXT}\n`.repeat(n)],
])('%s take no more time than they are long', (_, make) => {
  const text = make(20_000)
  const start = performance.now()
  ordersIn(text, 'markdown')
  // A tenth of a second on an idle machine; what is quadratic in these takes minutes.
  expect(performance.now() - start).toBeLessThan(5000)
})
