/** Clean text given to the boilerplate stage: every word it takes is one too many. */
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {type Cleaner, createCleaner} from '../../../src/index.js'
import {corpusDocuments} from '../../shared.js'
import {articlesOf} from '../articles.js'
import {tokensOf} from './measure.js'
import {isMeasurable, type MeasuredPage} from './pages.js'
import {table} from './tables.js'

/** At most this share of words may go. */
const TARGET = 0.001
const CORPORA = ['18f', 'bitcoinops', 'digitalgov', 'medquad']
const DOCUMENTS = 2000
const WORST = 5

interface Document {
  /** Names it without quoting it. */
  readonly name: string
  readonly text: string
}

interface Loss {
  readonly name: string
  readonly words: number
  readonly lost: number
}

/** A table of what is lost, by kind of document. */
export function keptTables(pages: readonly MeasuredPage[]): string {
  const cleaner = createCleaner({stages: ['boilerplate']})
  const kinds = [...kindsOf(pages)].map(
    ([kind, documents]) => [kind, documents.map((one) => lossOf(cleaner, one))] as const,
  )
  const all = kinds.flatMap(([, losses]) => losses)
  const rows = [...kinds, ['all', all] as const].map(([kind, losses]) => {
    const [words, lost] = [sum(losses, 'words'), sum(losses, 'lost')]
    const touched = losses.filter((loss) => loss.lost > 0).length
    return [kind, losses.length, words, lost, percent(lost / Math.max(1, words)), touched]
  })
  const head = ['', 'documents', 'words', 'words lost', 'share', 'documents touched']
  const worst = all
    .filter(({lost}) => lost > 0)
    .sort((a, b) => b.lost / b.words - a.lost / a.words)
    .slice(0, WORST)
  return [
    table(`Clean text, target at most ${percent(TARGET)}`, head, rows),
    table(
      'Worst documents',
      ['document', 'words', 'words lost'],
      worst.map(({name, words, lost}) => [name, words, lost]),
    ),
  ].join('\n')
}

function lossOf(cleaner: Cleaner, {name, text}: Document): Loss {
  const words = tokensOf(text).length
  return {name, words, lost: words - tokensOf(cleaner(text, {path: `${name}.txt`}).report.text).length}
}

function* kindsOf(pages: readonly MeasuredPage[]): Iterable<[kind: string, documents: readonly Document[]]> {
  const articles = pages.filter(({type}) => type === 'article')
  if (isMeasurable()) {
    yield ['true articles', articles.map(({id, text}) => ({name: id, text}))]
    yield ['open corpora', sample(CORPORA.flatMap(documentsOf))]
  }
  const folder = path.resolve(import.meta.dirname, '../../clean')
  const files = readdirSync(folder).filter((name) => name !== 'README.md')
  yield ['tests/clean', files.map((name) => ({name, text: readFileSync(path.join(folder, name), 'utf8')}))]
  const own = (['tuning', 'test'] as const).flatMap((set) => articlesOf(set))
  yield ['our own articles', own.map((text, i) => ({name: `article ${i}`, text}))]
}

const documentsOf = (name: string): Document[] => corpusDocuments(name).map((text, i) => ({name: `${name} ${i}`, text}))

/** Documents from all along the list. */
function sample(all: readonly Document[]): readonly Document[] {
  const step = Math.max(1, Math.floor(all.length / DOCUMENTS))
  return all.filter((_, i) => i % step === 0).slice(0, DOCUMENTS)
}

const sum = (losses: readonly Loss[], key: 'words' | 'lost'): number =>
  losses.reduce((total, loss) => total + loss[key], 0)
const percent = (share: number): string => `${(100 * share).toFixed(3)} %`
