/** Flattened pages in ten languages: what is furniture goes, what is the article's stays, names and dates are kept. */
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../../src/index.js'

const folder = path.join(import.meta.dirname, 'pages')
const cleaner = createCleaner({stages: ['boilerplate']})

interface FlattenedPage {
  readonly source: string
  readonly article: string
  readonly metadata: Readonly<Record<string, string>>
}

function read(name: string): FlattenedPage {
  const marked = readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n')
  const lines = (marks: string): string[] =>
    marked.filter((line) => marks.includes(line[0]!)).map((line) => line.slice(2))
  const text = (paragraphs: string[]): string => `${paragraphs.join('\n\n')}\n`
  return {
    source: text(lines('+-')),
    article: text(lines('+')),
    metadata: Object.fromEntries(lines('=').map((line) => line.split(': ', 2) as [string, string])),
  }
}

const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))

describe('the article of a flattened page is all that stays', () => {
  test.each(names)('%s', (name) => {
    const {source, article, metadata} = read(name)
    const {report} = cleaner(source)
    expect(report.text).toBe(article)
    expect(report.metadata).toMatchObject(metadata)
  })

  test.each(names)('%s, with line breaks for empty lines', (name) => {
    const {source, article} = read(name)
    expect(cleaner(source.replaceAll('\n\n', '\n')).report.text).toBe(article.replaceAll('\n\n', '\n'))
  })
})

describe('an article that was cleaned is clean', () => {
  test.each(names)('%s', (name) => {
    const {article} = read(name)
    expect(cleaner(article).report.text).toBe(article)
  })
})
