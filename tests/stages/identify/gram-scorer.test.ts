import {eld} from 'eld/large'
import {describe, expect, test} from 'vitest'
import {installedRules} from '../../../src/rules/read.js'
import {findGram, gramsFrom, packGrams, readGrams} from '../../../src/stages/identify/gram-file.js'
import {GramScorer} from '../../../src/stages/identify/gram-scorer.js'
import {ambiguousLanguages} from '../../../src/stages/identify/languages.js'
import {LEVELS} from '../../eval/benchmark.js'
import {packagedTexts} from '../../eval/languages/texts.js'

const file = installedRules().models.get('identify/languages.grams')!
const grams = readGrams(file)
const texts = packagedTexts()

/** The languages with the highest score, as ties may be. */
function best(scorer: GramScorer, text: string): string[] {
  scorer.begin()
  scorer.add(text, 0, text.length)
  const most = Math.max(...scorer.scores)
  return most === 0 ? [''] : scorer.languages.filter((_, i) => scorer.scores[i] === most)
}

describe('scores', () => {
  const languages = ambiguousLanguages()
  const scorer = new GramScorer(grams, languages)

  test.each(LEVELS)("rank languages as ELD's: %s", (level) => {
    eld.setLanguageSubset([...languages])
    const wrong: string[] = []
    let count = 0
    for (const language of languages) {
      for (const text of texts(language, level).filter((_, i) => i % 7 === 0)) {
        count++
        const {language: theirs} = eld.detect(text)
        if (!best(scorer, text).includes(theirs)) wrong.push(`${theirs} ${best(scorer, text)}: ${text}`)
      }
    }
    expect(count).toBeGreaterThan(4000)
    expect(wrong).toEqual([])
  })

  test('fewer languages are chosen among by the same scores', () => {
    const few = new GramScorer(grams, ['de', 'nl'])
    for (const text of texts('nl', 'sentences').slice(0, 50)) {
      best(scorer, text)
      const all = new Map(languages.map((language, i) => [language, scorer.scores[i]]))
      best(few, text)
      expect([...few.scores]).toEqual([all.get('de'), all.get('nl')])
    }
  })

  test('hostile text is read', () => {
    for (const text of ['', '\u0000', '\ud800\udc00\ud800', 'a'.repeat(100_000), "''''’’’a'", 'İIıi', '🎈🎈'])
      expect(() => best(scorer, text)).not.toThrow()
  })
})

describe('a file of n-grams', () => {
  test('comes back as it was written', () => {
    const small = gramsFrom(
      ['en', 'fr'],
      [
        {
          key: 0x61626364,
          edges: 0,
          pairs: [
            [0, 10],
            [1, 20],
          ],
        },
        {key: 0xff000000, edges: 3, pairs: [[1, 30]]},
      ],
    )
    expect(readGrams(packGrams(small))).toEqual(small)
  })

  test('finds each n-gram in a full table, told apart by its edges, and no other', () => {
    const keys = Array.from({length: 191}, (_, i) => ({
      key: (i * 0x01000193) >>> 0,
      edges: i & 3,
      pairs: [[0, i]] as const,
    }))
    const full = gramsFrom(['en'], keys)
    const pairOf = (key: number, edges: number): number | undefined => {
      const slot = full.slots[findGram(full.slots, key, edges) + 1]!
      return slot === 0 ? undefined : full.pairs[slot >>> 2]! & 0xff
    }
    expect(full.slots.length).toBe(2 * 256)
    for (const {key, edges, pairs} of keys) {
      expect(pairOf(key, edges)).toBe(pairs[0][1])
      expect(pairOf(key, edges ^ 1)).toBeUndefined()
    }
  })

  test('may hold nothing', () => {
    const {slots} = gramsFrom(['en'], [])
    expect(slots[findGram(slots, 0x61626364, 0) + 1]).toBe(0)
  })

  test('is refused when it is cut off or something else', () => {
    expect(() => readGrams(file.slice(0, file.byteLength - 8))).toThrow(/npm run build/)
    expect(() => readGrams(new ArrayBuffer(64))).toThrow(/npm run build/)
  })
})
