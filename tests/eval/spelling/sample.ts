/**
 * Clean articles to count false reports on: 200 to develop on and 200 to measure on, never the same ones.
 *
 * A document belongs to one half by its hash, so that neither a new seed nor a new corpus moves it to the other.
 */
import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {corpusDocuments} from '../../shared.js'

export type Half = 'tuning' | 'held-out'

export interface CleanArticle {
  readonly kind: string
  readonly source: string
  readonly text: string
}

/** Where articles of each kind are taken from, and how many. */
const SOURCES = [
  {kind: 'news', source: 'digitalgov', count: 40},
  {kind: 'news', source: '18f', count: 20},
  {kind: 'science', source: 'medquad', count: 30},
  {kind: 'science', source: 'science-vignettes', count: 25},
  {kind: 'science', source: 'encyclopaedia', count: 15},
  {kind: 'documentation', source: 'bitcoinops', count: 30},
  {kind: 'documentation', source: 'software-manuals', count: 20},
  {kind: 'documentation', source: 'user-help', count: 20},
] as const

/** The corpora of which the language model was made: figures on them flatter. */
export const MODELLED: ReadonlySet<string> = new Set(['18f', 'bitcoinops', 'digitalgov', 'medquad'])

const LENGTHS = {least: 1500, most: 20_000}

/**
 * The articles of one half, the same on every run: 200 for `times` 1, and up to so many times as many.
 * `collected` is the folder that collect.sh fills.
 */
export function cleanArticles(half: Half, collected: string, times = 1): CleanArticle[] {
  return SOURCES.flatMap(({kind, source, count}) =>
    documentsOf(source, collected)
      .filter((text) => text.length >= LENGTHS.least && text.length <= LENGTHS.most)
      .map((text) => ({text, key: createHash('sha256').update(text).digest('hex')}))
      .filter(({key}) => (Number.parseInt(key[0]!, 16) < 8 ? 'tuning' : 'held-out') === half)
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .slice(0, count * times)
      .map(({text}) => ({kind, source, text})),
  )
}

/** Distinct documents of all sources in turn, until they make up so many characters. */
export function cleanDocuments(characters: number, collected: string): string[] {
  const sources = SOURCES.map(({source}) => documentsOf(source, collected))
  const documents: string[] = []
  for (let i = 0, total = 0; total < characters; i++) {
    const document = sources[i % sources.length]![Math.floor(i / sources.length)]
    if (document === undefined) continue
    documents.push(document)
    total += document.length
  }
  return documents
}

function documentsOf(source: string, collected: string): string[] {
  if (MODELLED.has(source)) return corpusDocuments(source)
  const file = path.join(collected, `${source}.txt`)
  return existsSync(file) ? readFileSync(file, 'utf8').split(/^%%$/m) : []
}
