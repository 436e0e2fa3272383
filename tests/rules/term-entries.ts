/** The term base as the tests of it see it. */
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {parseTable} from '../../src/rules/parse-table.js'
import {installedRulesFolder} from '../../src/rules/read.js'

const folder = path.join(installedRulesFolder, 'terms')
const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'))
export const tables = files.map((name) => ({name, text: readFileSync(path.join(folder, name), 'utf8')}))

export interface Entry {
  readonly where: string
  readonly term: string
  readonly traditional: string
  readonly pinyin: string
  readonly gloss: string
  readonly literal: string
  readonly short: string
  readonly domain: string
  readonly alternates: readonly string[]
  readonly note: string
}

export const entries: Entry[] = tables.flatMap(({name, text}) =>
  parseTable(name, text, name).table.rows.map(({line, cells}) => ({
    where: `${name}:${line} ${cells['term']}`,
    term: cells['term']!,
    traditional: cells['traditional']!,
    pinyin: cells['pinyin']!,
    gloss: cells['gloss']!,
    literal: cells['literal']!,
    short: cells['short']!,
    domain: cells['domain']!,
    alternates: cells['alternates']!.split('|').filter((text) => text !== ''),
    note: cells['note']!,
  })),
)

/** Entries that break a rule, each with what is to be seen of it. */
export function failing(fault: (entry: Entry) => string | undefined): string[] {
  return entries.flatMap((entry) => {
    const found = fault(entry)
    return found === undefined ? [] : [`${entry.where}: ${found}`]
  })
}
