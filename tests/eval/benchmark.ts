/**
 * Words, pairs of words and sentences in 54 languages, up to 1,000 each: Lingua's test data (Apache-2.0) as the benchmark
 * of npm `@yutengjing/eld` has it. They are read where they lie and never copied. Of each language every other line,
 * beginning with the first, was looked at while rules were written; figures are of the others.
 */
import {readFileSync} from 'node:fs'
import path from 'node:path'

export const LEVELS = ['single-words', 'word-pairs', 'sentences'] as const
export type Level = (typeof LEVELS)[number]
export type Half = 'seen' | 'held-out'

export interface Labelled {
  /** ISO 639-1. */
  readonly language: string
  readonly text: string
}

const FOLDER = path.resolve(import.meta.dirname, '../../node_modules/@yutengjing/eld/benchmarks')

/** All of a level, in the order of its file; with `half`, every other one of each language. */
export function benchmark(level: Level, half?: Half): Labelled[] {
  const counts = new Map<string, number>()
  const all: Labelled[] = []
  for (const line of readFileSync(path.join(FOLDER, `${level}.txt`), 'utf8').split('\n')) {
    const [language, text] = line.split('\t')
    if (!language || !text?.trim()) continue
    const count = counts.get(language) ?? 0
    counts.set(language, count + 1)
    if (half === undefined || (count % 2 === 0) === (half === 'seen')) all.push({language, text})
  }
  return all
}

/** The texts of a level by language. */
export const byLanguage = (texts: readonly Labelled[]): Map<string, string[]> => {
  const groups = new Map<string, string[]>()
  for (const {language, text} of texts) {
    const group = groups.get(language) ?? []
    groups.set(language, group)
    group.push(text)
  }
  return groups
}
