/** From a folder of rule files to a rule set. The only file of the core that touches the platform. */
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseRules} from './parse-rules.js'
import {parseTable} from './parse-table.js'
import {at, readParsed, writeParsed} from './parsed-file.js'
import type {Rule, RuleError, RuleSet, Table} from './rule.js'

/** Binary files. */
const MODELS = ['.ngrams', '.vectors', '.lexicon', '.trees', '.grams']

/** The rules this package was installed with. */
export const installedRulesFolder = fileURLToPath(new URL('../../rules/', import.meta.url))

/**
 * Reads `FOLDER/<stage>/<name>.{yml,yaml,tsv,ngrams,vectors,lexicon,trees,grams}` of each folder, in the order of names.
 * Rules that cannot be read are set aside in `refused`.
 *
 * @throws Error when a folder does not exist.
 */
export function readRules(folders: readonly string[] = [installedRulesFolder]): RuleSet {
  const reader = new Reader(parsedRules())
  for (const folder of folders) reader.folder(folder)
  return reader.set()
}

/** Written by the build, which stands beside this very file. */
const parsedFile = fileURLToPath(new URL('parsed.json', import.meta.url))

let parsed: ReadonlyMap<string, readonly Rule[]> | undefined

/** What the build parsed; nothing where it was not run, as in tests that run the sources. */
function parsedRules(): ReadonlyMap<string, readonly Rule[]> {
  parsed ??= existsSync(parsedFile) ? readParsed(readFileSync(parsedFile, 'utf8')) : new Map()
  return parsed
}

/**
 * Parses the rules of a folder once for all, for `parsed.json` beside this file.
 *
 * @throws Error when a rule is refused.
 */
export function parseFolder(folder: string): {file: string; json: string} {
  const reader = new Reader(new Map())
  reader.folder(folder)
  const [error] = reader.set().refused
  if (error) throw new Error(`${error.path}:${error.line}: ${error.message}`)
  return {file: parsedFile, json: writeParsed(reader.parsed)}
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
  readonly #known: ReadonlyMap<string, readonly Rule[]>
  /** What was parsed, by the digest of stage and content. */
  readonly parsed = new Map<string, readonly Rule[]>()

  /** Files whose rules are `known` are not parsed. */
  constructor(known: ReadonlyMap<string, readonly Rule[]>) {
    this.#known = known
  }

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
      this.#rulesOf(shown, bytes, stage)
    }
  }

  #rulesOf(shown: string, bytes: Uint8Array, stage: string): void {
    const digest = createHash('sha256').update(`${stage}\0`).update(bytes).digest('hex')
    const known = this.#known.get(digest)
    if (known) {
      this.#rules.push(...at(known, shown))
      return
    }
    const {rules, refused} = parseRules(shown, Buffer.from(bytes).toString('utf8'), stage)
    this.#rules.push(...rules)
    this.#refused.push(...refused)
    if (refused.length === 0) this.parsed.set(digest, at(rules, ''))
  }
}
