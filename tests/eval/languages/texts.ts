/**
 * Labelled texts of two sources, read where they lie and never copied: the benchmark files of npm `@yutengjing/eld`, and
 * the test data of Lingua's crates where a folder with them is given. Lines with odd numbers served for tuning.
 */
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {benchmark, byLanguage, type Level} from '../benchmark.js'

export const SIXTEEN: readonly string[] = 'en zh ja ko vi th ru ar fr de es pt it nl id tr'.split(' ')
const LINGUA_NAMES: Readonly<Record<string, string>> = {
  en: 'english',
  zh: 'chinese',
  ja: 'japanese',
  ko: 'korean',
  vi: 'vietnamese',
  th: 'thai',
  ru: 'russian',
  ar: 'arabic',
  fr: 'french',
  de: 'german',
  es: 'spanish',
  pt: 'portuguese',
  it: 'italian',
  nl: 'dutch',
  id: 'indonesian',
  tr: 'turkish',
}

/** Lines of one language, of one source. */
export type Texts = (language: string, level: Level) => readonly string[]

const linesOf = (file: string): string[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
    : []

/** The fifteen of the sixteen languages that the package has, and the others: no Indonesian. */
export function packagedTexts(): Texts {
  const byLevel = new Map<Level, Map<string, string[]>>()
  return (language, level) => {
    const known = byLevel.get(level) ?? byLanguage(benchmark(level))
    byLevel.set(level, known)
    return known.get(language) ?? []
  }
}

/** From a folder with `LANGUAGE/testdata/*.txt`, as the crates `lingua-LANGUAGE-language-model` 1.3.0 hold it. */
export const linguaTexts =
  (folder: string): Texts =>
  (language, level) =>
    linesOf(path.join(folder, LINGUA_NAMES[language] ?? language, 'testdata', `${level}.txt`))

/** Every second line: those that were looked at while writing (odd, counted from one), or those that were not. */
export const half = <T>(lines: readonly T[], which: 'odd' | 'even'): T[] =>
  lines.filter((_, i) => i % 2 === (which === 'odd' ? 0 : 1))

/** Paragraphs of 300 characters and a little more, made by joining sentences. */
export function paragraphsOf(sentences: readonly string[], separator: string): string[] {
  const paragraphs: string[] = []
  let open = ''
  for (const sentence of sentences) {
    open = open === '' ? sentence : `${open}${separator}${sentence}`
    if (open.length < 300) continue
    paragraphs.push(open)
    open = ''
  }
  return paragraphs
}
