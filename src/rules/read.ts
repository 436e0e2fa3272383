/** From folders of rule files to a rule set. With `files.ts` the only code of the core that touches the platform. */
import {createHash} from 'node:crypto'
import {existsSync, readFileSync, statSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {at, type BuildRecord, readRecord} from './build-record.js'
import {type RuleFile, ruleFilesIn} from './files.js'
import {parseRules} from './parse-rules.js'
import {parseTable} from './parse-table.js'
import type {Compiled, Models, Rule, RuleError, RuleSet, Table} from './rule.js'

/** The rules this package was installed with. */
export const installedRulesFolder = fileURLToPath(new URL('../../rules/', import.meta.url))

/** What the build wrote of them: the record, and what it compiled for a stage. */
export const recordFile = fileURLToPath(new URL('../rules/installed.json', import.meta.url))
export const compiledFile = (stage: string): string =>
  fileURLToPath(new URL(`../rules/${stage}.compiled`, import.meta.url))

/**
 * Reads `FOLDER/<stage>/<name>.{yml,yaml,tsv,ngrams,vectors,lexicon,trees,grams}` of each folder, in the order of names.
 * Rules that cannot be read are set aside in `refused`. Models, and tables that the build has checked, are read when
 * somebody asks for them.
 *
 * @throws Error when a folder does not exist.
 */
export function readRules(folders: readonly string[] = [installedRulesFolder]): RuleSet {
  const reader = new Reader()
  for (const folder of folders) reader.folder(folder)
  return reader.set()
}

/** SHA-256 of all rule files of folders, in hexadecimal: what findings follow from, without reading them as rules. */
export function rulesDigest(folders: readonly string[]): string {
  return digestOf(folders.flatMap((folder) => knownFiles(folder).files))
}

/** The files of a folder, those of the build with what it noted of them. */
function knownFiles(folder: string): {files: readonly RuleFile[]; isBuilt: boolean} {
  const files = ruleFilesIn(folder)
  const isBuilt = folder === installedRulesFolder && isCurrent(files)
  if (isBuilt) for (const file of files) file.trust(buildRecord()[file.name]!.digest)
  return {files, isBuilt}
}

let installed: RuleSet | undefined

/** The installed rules, read once. */
export function installedRules(): RuleSet {
  installed ??= readRules()
  return installed
}

let record: BuildRecord | undefined

/** Nothing where the build was not run, as in tests that run the sources. */
function buildRecord(): BuildRecord {
  record ??= existsSync(recordFile) ? readRecord(readFileSync(recordFile, 'utf8')) : {}
  return record
}

/** As `make` does: what was built after every one of its sources was written, of as many bytes, still tells of them. */
function isCurrent(files: readonly RuleFile[]): boolean {
  const known = buildRecord()
  if (Object.keys(known).length !== files.length) return false
  const built = statSync(recordFile).mtimeMs
  return files.every(({name, size, written}) => known[name]?.bytes === size && written <= built)
}

class Reader {
  readonly #rules: Rule[] = []
  readonly #tables: Table[] = []
  readonly #models = new Map<string, RuleFile>()
  readonly #refused: RuleError[] = []
  readonly #files: RuleFile[] = []
  readonly #compiled = new Map<string, Compiled>()

  folder(folder: string): void {
    const {files, isBuilt} = knownFiles(folder)
    for (const file of files) {
      this.#files.push(file)
      if (file.isModel) this.#models.set(file.name, file)
      else if (file.extension === '.tsv') this.#table(file, isBuilt)
      else this.#yaml(file)
    }
    if (isBuilt) this.#takeCompiled()
  }

  set(): RuleSet {
    const files = this.#files
    const models = this.#models
    let digest: string | undefined
    return {
      rules: this.#rules,
      tables: this.#tables,
      models: {get: (name) => bufferOf(models.get(name))} satisfies Models,
      refused: this.#refused,
      get digest() {
        digest ??= digestOf(files)
        return digest
      },
      compiled: this.#compiled,
    }
  }

  #table(file: RuleFile, isBuilt: boolean): void {
    const columns = isBuilt && buildRecord()[file.name]?.columns
    if (columns) {
      this.#tables.push(new LazyTable(file, columns))
      return
    }
    const {table, refused} = parseTable(file.shown, file.bytes().toString('utf8'), file.title)
    this.#tables.push({...table, digest: file.digest()})
    this.#refused.push(...refused)
  }

  #yaml(file: RuleFile): void {
    const known = buildRecord()[file.name]
    if (known?.rules && known.digest === file.digest()) {
      this.#rules.push(...at(known.rules, file.shown))
      return
    }
    const {rules, refused} = parseRules(file.shown, file.bytes().toString('utf8'), file.stage)
    this.#rules.push(...rules)
    this.#refused.push(...refused)
  }

  /** What the build made of the rules and tables read so far. */
  #takeCompiled(): void {
    for (const stage of new Set(this.#files.map((file) => file.stage))) {
      const file = compiledFile(stage)
      if (!existsSync(file)) continue
      const rules = this.#rules.filter(({id}) => id.startsWith(`${stage}/`))
      const tables = this.#tables.filter(({name}) => name.startsWith(`${stage}/`))
      this.#compiled.set(stage, {rules, tables, buffer: arrayBufferOf(readFileSync(file))})
    }
  }
}

/** A table that the build has read without a fault. */
class LazyTable implements Table {
  readonly name: string
  readonly path: string
  readonly digest: string
  readonly #file: RuleFile
  readonly columns: Table['columns']
  #rows: Table['rows'] | undefined

  constructor(file: RuleFile, columns: Table['columns']) {
    this.#file = file
    this.columns = columns
    this.name = file.title
    this.path = file.shown
    this.digest = file.digest()
  }

  get rows(): Table['rows'] {
    this.#rows ??= parseTable(this.path, this.#file.bytes().toString('utf8'), this.name).table.rows
    return this.#rows
  }
}

/** Of everything that was read but lexicons, which only repeat what the tables say. */
function digestOf(files: readonly RuleFile[]): string {
  const digest = createHash('sha256')
  for (const file of files) if (file.extension !== '.lexicon') digest.update(`${file.name}\0${file.digest()}\n`)
  return digest.digest('hex')
}

const bufferOf = (file: RuleFile | undefined): ArrayBuffer | undefined => file && arrayBufferOf(file.bytes())

const arrayBufferOf = ({buffer, byteOffset, byteLength}: Buffer): ArrayBuffer =>
  (byteOffset === 0 && byteLength === buffer.byteLength
    ? buffer
    : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer
