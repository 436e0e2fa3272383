import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../../src/index.js'

const cleaner = createCleaner({stages: ['boilerplate']})
const cleaned = (source: string): string => cleaner(source).report.text

const PROSE = 'The mill by the river has turned its wheel for a hundred years, and nobody expects it to stop.'

describe('one separation remains where there was one', () => {
  test.each([
    ['in the middle', `${PROSE}\n\nRELATED:\n\n(Via)\n\n${PROSE}\n`, `${PROSE}\n\n${PROSE}\n`],
    ['between lines without empty ones', `${PROSE}\n(Via)\n${PROSE}\n`, `${PROSE}\n${PROSE}\n`],
    ['with an empty line only after', `${PROSE}\n(Via)\n\n${PROSE}\n`, `${PROSE}\n\n${PROSE}\n`],
    ['at the beginning', `(Via)\n\n${PROSE}\n`, `${PROSE}\n`],
    ['at the end', `${PROSE}\n\n\nPlease enter your comment!\nPlease enter your name here`, `${PROSE}\n`],
    ['at the end, with CRLF', `${PROSE}\r\n\r\n(Via)\r\n`, `${PROSE}\r\n`],
  ])('%s', (_, source, expected) => {
    expect(cleaned(source)).toBe(expected)
  })
})

describe('sections and tails', () => {
  const TEASERS = 'Old bridge to close\n\nNew bread in town\n\nFive walks by the river\n'

  test('the entries of a section go with its heading', () => {
    expect(cleaned(`${PROSE}\n\nRelated Stories\n\n${TEASERS}\n${PROSE}\n`)).toBe(`${PROSE}\n\n${PROSE}\n`)
  })

  test('a page that ends in headings and teasers ends with its last prose', () => {
    const tail = `Read more: how the mill was built\n\nMill town news\n\nLatest Articles\n\n${TEASERS}\nThe story of a bridge that nobody wanted to build and that now everybody wants to cr...`
    expect(cleaned(`${PROSE}\n\n${tail}`)).toBe(`${PROSE}\n`)
  })

  test('a heading of the article’s own stays, and so does its text', () => {
    const source = `${PROSE}\n\nRelated work\n\n${PROSE}\n`
    expect(cleaned(source)).toBe(source)
  })

  test('a list at the end of an article stays', () => {
    const source = `${PROSE}\n\nThe winners\n\nAnn Harper, 12 points\n\nBo Lindqvist, 11 points\n\nZoë Marsh, 9 points\n`
    expect(cleaned(source)).toBe(source)
  })

  test('a list stays where only a link stood before it', () => {
    const source = `${PROSE}\n\nRead more: how the mill was built\n\nAnn Harper, 12 points\n\nBo Lindqvist, 11 points\n`
    expect(cleaned(source)).toBe(`${PROSE}\n\nAnn Harper, 12 points\n\nBo Lindqvist, 11 points\n`)
  })
})

describe('metadata', () => {
  test('title, byline and date are noted; the latter two leave the text', () => {
    const {report} = cleaner(
      `Home > News > Town\n\nThe Mill Turns Again\n\nBy Ann Harper | 12 March 2024\n\n${PROSE}\n`,
    )
    expect(report.metadata).toEqual({title: 'The Mill Turns Again', byline: 'Ann Harper', date: '12 March 2024'})
    expect(report.text).toBe(`The Mill Turns Again\n\n${PROSE}\n`)
  })

  test('front matter names the title, and is left alone', () => {
    const source = `---\ntitle: "The Mill"\nauthor: Ann\ndate: 2024-03-12\n---\n\n${PROSE}\n`
    const {report} = cleaner(source, {format: 'markdown'})
    expect(report.metadata.title).toBe('The Mill')
    expect(report.text).toBe(source)
  })

  test('a first sentence is no title', () => {
    expect(cleaner(`${PROSE}\n\n${PROSE}\n`).report.metadata.title).toBeUndefined()
  })
})

describe('captions', () => {
  const source = `${PROSE}\n\nThe wheel in winter. (Photo: Ann Harper)\n\n${PROSE}\n`

  test('stay without their credit', () => {
    expect(cleaned(source)).toBe(`${PROSE}\n\nThe wheel in winter.\n\n${PROSE}\n`)
  })

  test('go on request', () => {
    expect(createCleaner({stages: ['boilerplate'], captions: 'drop'})(source).report.text).toBe(
      `${PROSE}\n\n${PROSE}\n`,
    )
  })
})
