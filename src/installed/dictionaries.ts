/**
 * The dictionaries this package was installed with, and what the build made of them. npm may install later versions than
 * those it was built with; then they are expanded at the first question.
 */
import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import american from 'dictionary-en'
import british from 'dictionary-en-gb'
import {compiledFile} from '../rules/read.js'
import {Forms} from '../stages/spell/forms.js'
import type {Dictionary} from '../stages/spell/speller.js'

/** SHA-256 of both files, in hexadecimal. */
export const digestOf = ({aff, dic}: Dictionary): string => createHash('sha256').update(aff).update(dic).digest('hex')

class InstalledDictionary implements Dictionary {
  readonly aff: Uint8Array
  readonly dic: Uint8Array
  /** Where the build keeps its forms. */
  readonly file: string
  #forms: Forms | null | undefined

  constructor(name: string, {aff, dic}: Dictionary) {
    this.aff = aff
    this.dic = dic
    this.file = compiledFile(name)
  }

  /** Read when they are first asked for. */
  get forms(): Forms | undefined {
    if (this.#forms === undefined) this.#forms = this.#read() ?? null
    return this.#forms ?? undefined
  }

  #read(): Forms | undefined {
    return existsSync(this.file)
      ? Forms.read(new Uint8Array(readFileSync(this.file)).buffer, digestOf(this))
      : undefined
  }
}

/** As the options of `spell` name them. */
export const dictionaries = {
  dictionary: new InstalledDictionary('dictionary-en', american),
  british: new InstalledDictionary('dictionary-en-gb', british),
}
