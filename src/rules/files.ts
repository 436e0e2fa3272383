/** The files of a rules folder as they lie on the disk: read and hashed when somebody needs them. */
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'

/** Binary files. */
export const MODELS = ['.ngrams', '.vectors', '.lexicon', '.trees', '.grams']

export class RuleFile {
  /** By stage and file name: `residue/scraping.yml`. */
  readonly name: string
  readonly stage: string
  readonly extension: string
  /** Relative to the working folder. */
  readonly shown: string
  readonly size: number
  /** When it was last written, ms since 1970. */
  readonly written: number
  readonly #file: string
  #bytes: Buffer | undefined
  #digest: string | undefined

  constructor(file: string, stage: string) {
    const {size, mtimeMs} = statSync(file)
    this.#file = file
    this.stage = stage
    this.extension = path.extname(file)
    this.name = `${stage}/${path.basename(file)}`
    this.shown = path.relative(process.cwd(), file)
    this.size = size
    this.written = mtimeMs
  }

  /** `residue/scraping`. */
  get title(): string {
    return this.name.slice(0, this.name.length - this.extension.length)
  }

  get isModel(): boolean {
    return MODELS.includes(this.extension)
  }

  bytes(): Buffer {
    this.#bytes ??= readFileSync(this.#file)
    return this.#bytes
  }

  /** SHA-256 of the content, in hexadecimal. */
  digest(): string {
    this.#digest ??= createHash('sha256').update(this.bytes()).digest('hex')
    return this.#digest
  }

  /** Takes a digest that is known instead of reading the file for it. */
  trust(digest: string): void {
    this.#digest = digest
  }
}

/**
 * Rule files of a folder, in the order of names.
 *
 * @throws Error when the folder does not exist.
 */
export function ruleFilesIn(folder: string): RuleFile[] {
  if (!existsSync(folder)) throw new Error(`No rules folder ${folder}, expected one with a folder for each stage`)
  const files: RuleFile[] = []
  for (const stage of readdirSync(folder, {withFileTypes: true}).sort(byName)) {
    if (!stage.isDirectory()) continue
    for (const {name} of readdirSync(path.join(folder, stage.name), {withFileTypes: true}).sort(byName)) {
      if (EXTENSIONS.includes(path.extname(name)))
        files.push(new RuleFile(path.join(folder, stage.name, name), stage.name))
    }
  }
  return files
}

const EXTENSIONS = ['.yml', '.yaml', '.tsv', ...MODELS]

const byName = (a: {readonly name: string}, b: {readonly name: string}): number => (a.name < b.name ? -1 : 1)
