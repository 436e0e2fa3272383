/**
 * The dictionaries this package was installed with, and what the build made of them. npm may install later versions than
 * those it was built with; then they are expanded at the first question.
 */
import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {compiledFile} from '../rules/read.js'
import {Forms} from '../stages/spell/forms.js'
import type {Dictionary} from '../stages/spell/speller.js'

/** SHA-256 of both files, in hexadecimal. */
export const digestOf = ({aff, dic}: Dictionary): string => createHash('sha256').update(aff).update(dic).digest('hex')

const {resolve} = createRequire(import.meta.url)

/** Read by its parts: importing the package reads a megabyte before the first document, British words or not. */
class InstalledDictionary implements Dictionary {
  readonly #name: string
  #aff: Uint8Array | undefined
  #dic: Uint8Array | undefined
  #forms: Forms | null | undefined

  /** `name` is that of the package. */
  constructor(name: string) {
    this.#name = name
  }

  get aff(): Uint8Array {
    this.#aff ??= this.#part('index.aff')
    return this.#aff
  }

  get dic(): Uint8Array {
    this.#dic ??= this.#part('index.dic')
    return this.#dic
  }

  /** Where the build keeps its forms. */
  get file(): string {
    return compiledFile(this.#name)
  }

  /** Read when they are first asked for. */
  get forms(): Forms | undefined {
    if (this.#forms === undefined) this.#forms = this.#read() ?? null
    return this.#forms ?? undefined
  }

  #part(file: string): Uint8Array {
    return readFileSync(path.join(path.dirname(resolve(this.#name)), file))
  }

  #read(): Forms | undefined {
    return existsSync(this.file)
      ? Forms.read(new Uint8Array(readFileSync(this.file)).buffer, digestOf(this))
      : undefined
  }
}

/** As the options of `spell` name them. */
export const dictionaries = {
  dictionary: new InstalledDictionary('dictionary-en'),
  british: new InstalledDictionary('dictionary-en-gb'),
}
