/**
 * Words, terms and spun forms of a configuration, as tables: those it names are read, those it lists are made.
 *
 * What is wrong in a table stops the run, as everything else in a configuration does: a house that lists a term wants it.
 */
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {wordsOf, wordText} from '../../draft/words.js'
import {ruleError} from '../../rules/frame.js'
import {parseTable} from '../../rules/parse-table.js'
import type {Row, Table} from '../../rules/rule.js'
import {ConfigError, type ConfigFault, fault, shownPath, tableFault} from './faults.js'
import {FORM, isForm} from './forms.js'
import type {Config} from './schema.js'

interface Kind {
  readonly stage: string
  /** Cells that must be filled. */
  readonly needed: readonly string[]
  readonly allowed: readonly string[]
  /** What is wrong with a row; undefined for nothing. */
  readonly faultOf: (cells: Row['cells']) => string | undefined
}

const GLOSSARY: Kind = {
  stage: 'terms',
  needed: ['term', 'pinyin', 'gloss'],
  allowed: ['term', 'traditional', 'pinyin', 'gloss', 'literal', 'short', 'domain', 'alternates', 'note', 'source'],
  faultOf: ({term = ''}) =>
    /\p{Script=Han}/u.test(term) ? undefined : `Unexpected term ${term}, expected one with Chinese characters`,
}

const LEXICON: Kind = {
  stage: 'unspin',
  needed: ['spun', 'original'],
  allowed: ['spun', 'original', 'weight'],
  faultOf: ({spun = '', original = '', weight = ''}) => {
    const odd = [spun, original].find((form) => !isForm(form))
    if (odd !== undefined) return `Unexpected form ${odd}, expected ${FORM}`
    return Number(weight) <= 0 ? undefined : `Unexpected weight ${weight}, expected log10, 0 or less`
  },
}

/**
 * The tables that a file's settings add to the rules; none for most.
 *
 * @throws ConfigError for a table that cannot be read, with every row that is wrong.
 */
export function additionsOf({words = [], glossary = [], lexicon = []}: Config): readonly Table[] {
  const terms = glossary.map((entry) =>
    typeof entry === 'string' ? entry : {...entry, alternates: entry.alternates?.join('|')},
  )
  return [
    ...tableOf(
      'spell/words',
      ['word'],
      words.flatMap(formsOf).map((word) => ({word})),
    ),
    ...tablesOf('terms/glossary', GLOSSARY, terms),
    ...tablesOf('unspin/lexicon', LEXICON, lexicon),
  ]
}

/** As spelling asks for words: in small letters, with straight apostrophes, each by itself. */
function formsOf(entry: string): string[] {
  const words = wordsOf(entry.toLowerCase().replaceAll('’', "'"))
  return Array.from({length: words.count}, (_, i) => wordText(words, i)).filter((form) => /\p{L}/u.test(form))
}

type Entry = string | Readonly<Record<string, string | number | undefined>>

function tablesOf(name: string, kind: Kind, entries: readonly Entry[]): Table[] {
  const files = entries.filter((entry) => typeof entry === 'string')
  const rows = entries.filter((entry) => typeof entry !== 'string').map(cellsOf)
  return [...new Set(files)].map((file) => readTable(file, kind)).concat(tableOf(name, kind.allowed, rows))
}

const cellsOf = (entry: Readonly<Record<string, string | number | undefined>>): Row['cells'] =>
  Object.fromEntries(Object.entries(entry).map(([column, cell]) => [column, String(cell ?? '').trim()]))

/** A table of entries that stand in a configuration; none without entries. */
function tableOf(name: string, columns: readonly string[], entries: readonly Row['cells'][]): Table[] {
  if (entries.length === 0) return []
  const digest = createHash('sha256').update(JSON.stringify(entries)).digest('hex')
  const rows = entries.map((cells, i) => ({line: i + 1, cells}))
  return [{name, path: 'configuration', digest, columns, rows}]
}

function readTable(file: string, kind: Kind): Table {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigError([fault({file}, `cannot be read: ${(error as Error).message}`)])
  }
  const {table, refused} = parseTable(shownPath(file), text, `${kind.stage}/${path.basename(file, path.extname(file))}`)
  const faults = [...refused.map(tableFault), ...columnFaults(file, text, table, kind)]
  if (faults.length === 0) faults.push(...rowFaults(file, text, table, kind))
  if (faults.length > 0) throw new ConfigError(faults)
  return {...table, digest: createHash('sha256').update(text).digest('hex')}
}

function columnFaults(file: string, text: string, {columns}: Table, {needed, allowed}: Kind): ConfigFault[] {
  const missing = needed.filter((column) => !columns.includes(column))
  const strange = columns.filter((column) => !allowed.includes(column))
  const said = [
    ...missing.map((column) => `Unexpected table without a column ${column}, expected ${needed.join(', ')}`),
    ...strange.map((column) => `Unexpected column ${column}, expected some of ${allowed.join(', ')}`),
  ]
  return said.map((message) => tableFault({...ruleError(file, text, 0, message)}))
}

function rowFaults(file: string, text: string, {rows}: Table, {needed, faultOf}: Kind): ConfigFault[] {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({index}) => index + 1)]
  return rows.flatMap(({line, cells}) => {
    const empty = needed.find((column) => !cells[column])
    const message = empty === undefined ? faultOf(cells) : `Unexpected row without ${empty}, expected it`
    return message === undefined ? [] : [tableFault(ruleError(file, text, starts[line - 1]!, message))]
  })
}
