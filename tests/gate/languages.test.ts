/** Languages of words, sentences and mixed text. The eval tells more, with franc beside it: `npm run eval:languages`. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import type {Level} from '../eval/benchmark.js'
import {answer, bare, bestGuess, identified} from '../eval/languages/engines.js'
import {mixedSets} from '../eval/languages/mixed.js'
import {half, packagedTexts, paragraphsOf, SIXTEEN} from '../eval/languages/texts.js'

/** Floors only rise; see CONTRIBUTING.md. They hold for these very lines: of the even ones every second. */
const FLOORS: Readonly<Record<Level, number>> = {'single-words': 0.84, 'word-pairs': 0.945, sentences: 0.997}
const MIXED_FLOORS: Readonly<Record<string, number>> = {
  'English, 1 term': 0.99,
  'English, 3 terms': 0.99,
  'English, 3 glossed terms': 0.99,
  'English, 3-word heading': 0.95,
  'Chinese, 1 brand name': 0.99,
  'Chinese, 3 brand names': 0.99,
  'Chinese, 3 English phrases': 0.97,
  'Chinese, URL': 0.99,
  'Chinese, 2 brand names and URL': 0.99,
}

const all = packagedTexts()
/** The package has fifteen of the sixteen: no Indonesian. */
const languages = SIXTEEN.filter((language) => language !== 'id')
const texts = (language: string, level: Level): readonly string[] => half(half(all(language, level), 'even'), 'odd')

const share = <T>(list: readonly T[], isRight: (one: T) => boolean): number => list.filter(isRight).length / list.length

describe('fifteen languages', () => {
  test.each(Object.entries(FLOORS) as [Level, number][])('%s: at least %f right', (level, floor) => {
    const shares = languages.map((language) =>
      share(texts(language, level), (text) => bare(bestGuess(text)?.tag ?? 'und') === language),
    )
    const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length
    process.stdout.write(`${level}: ${mean.toFixed(4)}\n`)
    expect(mean).toBeGreaterThanOrEqual(floor)
  })

  test.each(languages)('paragraphs in %s are all right', (language) => {
    const paragraphs = paragraphsOf(texts(language, 'sentences'), /^(?:zh|ja|th)$/.test(language) ? '' : ' ')
    expect(paragraphs.filter((text) => answer(text) !== language)).toEqual([])
  })
})

describe('mixed text', () => {
  const sets = mixedSets((language) => texts(language, 'sentences'), texts('zh', 'word-pairs'), 11)
  test.each(sets.filter(({name}) => name in MIXED_FLOORS))('$name', ({name, language, texts: lines}) => {
    const reached = share(lines, (text) => answer(text) === language)
    process.stdout.write(`${name}: ${reached.toFixed(4)} of ${lines.length}\n`)
    expect(reached).toBeGreaterThanOrEqual(MIXED_FLOORS[name]!)
  })
})

describe('Simplified and Traditional', () => {
  test.each([
    ['zh-Hans', ['chinese-simplified.txt', 'news-chinese-simplified.txt']],
    ['zh-Hant', ['chinese-traditional.txt', 'news-chinese-traditional.txt']],
  ])('%s: every sentence of ten characters', (tag, names) => {
    const sentences = names
      .map((name) => readFileSync(path.join(import.meta.dirname, '../clean', name), 'utf8'))
      .flatMap((text) => text.split(/(?<=[。！？；])|\n/))
      .filter((sentence) => (sentence.match(/\p{Script=Han}/gu)?.length ?? 0) >= 10)
    expect(sentences.length).toBeGreaterThan(20)
    expect(sentences.filter((sentence) => identified(sentence).language?.tag !== tag)).toEqual([])
  })
})

describe('languages that were not chosen', () => {
  test.each(['pl', 'sv', 'cs', 'fi', 'hu', 'ro', 'uk', 'bg', 'fa'])(
    '%s: at most one sentence in ten is given to a neighbour',
    (language) => {
      const sentences = half(all(language, 'sentences'), 'even').slice(0, 150)
      const named = sentences.filter((text) => answer(text) !== 'und')
      expect(named.length / sentences.length).toBeLessThanOrEqual(0.1)
    },
  )
})
