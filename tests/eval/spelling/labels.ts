/** What a person said of words that were reported, `labels.tsv`: facts about words, no texts. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {parseTable} from '../../../src/rules/parse-table.js'
import type {Row} from '../../../src/rules/rule.js'

/** `mistake`: a copy editor would correct it there. The others are false reports. */
export const VERDICTS = ['mistake', 'name', 'term', 'foreign', 'fine'] as const
export type Verdict = (typeof VERDICTS)[number]

const FILE = path.join(import.meta.dirname, 'labels.tsv')

/** Verdicts by word, or by word and source where the same letters are a mistake in one and none in another. */
export class Labels {
  readonly #verdicts = new Map<string, Verdict>()

  constructor(text = readFileSync(FILE, 'utf8')) {
    const {table, refused} = parseTable(FILE, text, 'labels')
    if (refused[0]) throw new Error(refused[0].message)
    for (const row of table.rows) this.#note(row)
  }

  #note({line, cells}: Row): void {
    const {found, verdict, source} = cells
    if (!VERDICTS.includes(verdict as Verdict)) throw new Error(`${FILE}:${line}: unexpected verdict ${verdict}`)
    this.#verdicts.set(source ? `${found}\t${source}` : found!, verdict as Verdict)
  }

  verdictOn(found: string, source: string): Verdict | undefined {
    return this.#verdicts.get(`${found}\t${source}`) ?? this.#verdicts.get(found)
  }
}
