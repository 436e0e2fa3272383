/** Where results go: planned before anything is written, then written whole or not at all. */
import {mkdir, realpath} from 'node:fs/promises'
import path from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type {Format} from '../draft/index.js'
import {UsageError} from '../usage-error.js'
import type {Input} from './inputs.js'
import {FileStream, type OutputStream} from './output-stream.js'

/** The files one input becomes, below the output folder. */
export interface Output {
  /** Or all records of the input. */
  readonly article: string
  /** Or one for each record, a line each. */
  readonly report: string
  /** Undefined for records. */
  readonly page?: string
}

const EXTENSIONS = {text: 'txt', markdown: 'md', mdx: 'mdx'} as const satisfies Record<Format, string>

export function outputOf(input: Input, format: Format | undefined): Output {
  if (input.holds === 'records') {
    return {article: input.name + input.extension, report: `${input.name}.report${input.extension}`}
  }
  const extension = EXTENSIONS[format ?? input.format]
  return {
    article: `${input.name}.${extension}`,
    report: `${input.name}.report.json`,
    page: `${input.name}.review.html`,
  }
}

/**
 * Refuses a run in which two inputs would write one file, or one would be overwritten by a result.
 *
 * @throws UsageError naming both.
 */
export function refuseCollisions(inputs: readonly Input[], format: Format | undefined, folder: string): void {
  const writers = new Map<string, Input>()
  const sources = new Map(inputs.map((input) => [input.file, input]))
  for (const input of inputs) {
    for (const name of Object.values<string>({...outputOf(input, format)})) {
      const other = writers.get(name)
      if (other) {
        throw new UsageError(
          `${other.path} and ${input.path} would both write ${path.join(folder, name)}. Clean them into different folders, or rename one`,
        )
      }
      writers.set(name, input)
      const source = sources.get(path.resolve(folder, name))
      if (source)
        throw new UsageError(`${source.path} would be overwritten by the result of ${input.path}. Choose another --out`)
    }
  }
}

/** Writes files below one folder, and nowhere else. */
export class OutputFolder {
  readonly #folder: string
  #real: string | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Replaces a file in one step. `name` is relative; a link on the way out of the folder is refused. */
  async write(name: string, content: string): Promise<void> {
    await writeFileAtomic(await this.#placeFor(name), content, {encoding: 'utf8', fsync: false})
  }

  /** Opens a file that appears when it is finished. `name` as in `write`. */
  async stream(name: string): Promise<OutputStream> {
    return new FileStream(await this.#placeFor(name))
  }

  async #placeFor(name: string): Promise<string> {
    const file = path.resolve(this.#folder, name)
    await mkdir(path.dirname(file), {recursive: true})
    this.#real ??= await realpath(this.#folder)
    const parent = await realpath(path.dirname(file))
    if (parent !== this.#real && !parent.startsWith(this.#real + path.sep)) {
      throw new Error(`${name} leads out of ${this.#folder} through a link; nothing was written there`)
    }
    return path.join(parent, path.basename(file))
  }
}
