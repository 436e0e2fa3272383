/** From a folder of rule files to a rule set. The only file of the core that touches the platform. */
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseRules} from './parse-rules.js'
import {parseTable} from './parse-table.js'
import type {Rule, RuleError, RuleSet, Table} from './rule.js'

/** Binary files. */
const MODELS = ['.ngrams', '.vectors', '.lexicon', '.trees']

/** The rules this package was installed with. */
export const installedRulesFolder = fileURLToPath(new URL('../../rules/', import.meta.url))

/**
 * Reads `FOLDER/<stage>/<name>.{yml,yaml,tsv,ngrams,vectors,lexicon,trees}` of each folder, in the order of names.
 * Rules that cannot be read are set aside in `refused`.
 *
 * @throws Error when a folder does not exist.
 */
export function readRules(folders: readonly string[] = [installedRulesFolder]): RuleSet {
  const reader = new Reader()
  for (const folder of folders) reader.folder(folder)
  return reader.set()
}

let installed: RuleSet | undefined

/** The installed rules, read once. */
export function installedRules(): RuleSet {
  installed ??= readRules()
  return installed
}

class Reader {
  readonly #rules: Rule[] = []
  readonly #tables: Table[] = []
  readonly #models = new Map<string, ArrayBuffer>()
  readonly #refused: RuleError[] = []
  readonly #digest = createHash('sha256')

  folder(folder: string): void {
    if (!existsSync(folder)) throw new Error(`No rules folder ${folder}, expected one with a folder for each stage`)
    for (const stage of readdirSync(folder).sort()) {
      const inner = path.join(folder, stage)
      if (!statSync(inner).isDirectory()) continue
      for (const file of readdirSync(inner).sort()) this.#file(path.join(inner, file), stage)
    }
  }

  set(): RuleSet {
    return {
      rules: this.#rules,
      tables: this.#tables,
      models: this.#models,
      refused: this.#refused,
      digest: this.#digest.digest('hex'),
    }
  }

  #file(file: string, stage: string): void {
    const extension = path.extname(file)
    if (!['.yml', '.yaml', '.tsv', ...MODELS].includes(extension)) return
    const bytes = readFileSync(file)
    const name = `${stage}/${path.basename(file, extension)}`
    // A lexicon only repeats what the tables say.
    if (extension !== '.lexicon') this.#digest.update(`${name}${extension}\0${bytes.length}\0`).update(bytes)
    const shown = path.relative(process.cwd(), file)
    if (MODELS.includes(extension)) {
      this.#models.set(name + extension, bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
    } else if (extension === '.tsv') {
      const {table, refused} = parseTable(shown, bytes.toString('utf8'), name)
      this.#tables.push({...table, digest: createHash('sha256').update(bytes).digest('hex')})
      this.#refused.push(...refused)
    } else {
      const {rules, refused} = parseRules(shown, bytes.toString('utf8'), stage)
      this.#rules.push(...rules)
      this.#refused.push(...refused)
    }
  }
}
