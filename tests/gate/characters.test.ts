/** Promise number one for characters, in many languages, and what is put right. The eval tells more: `npm run eval:characters`. */
import {createHash} from 'node:crypto'
import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../src/index.js'
import {INJURIES} from '../eval/characters/injuries.js'
import {HEALERS, restored} from '../eval/characters/measure.js'
import {isOrdinary, sentences} from '../eval/characters/sentences.js'

const LANGUAGES = ['ar', 'de', 'el', 'en', 'es', 'fa', 'fr', 'he', 'hi', 'ja', 'ko', 'ru', 'th', 'vi', 'zh']
const EACH = 360

/** Floors only rise; see CONTRIBUTING.md. They hold for these very sentences. */
const SENTENCES = '62de4de530aac531'
const FLOORS: Readonly<Record<string, number>> = {
  'zero-width spaces in words': 0.99,
  'soft hyphens in words': 0.99,
  'joiners in words': 0.99,
  'other invisible characters in words': 0.9,
  'control characters in words': 0.99,
  'direction marks in words': 0.99,
  'hidden text after a word': 0.99,
  'no-break spaces for blanks': 0.77,
  'wide and thin spaces for blanks': 0.8,
  'words in full width': 0.99,
  'small and vertical punctuation': 0.99,
  ligatures: 0.99,
  'bold words': 0.99,
  'words under floods of accents': 0.99,
  'shaped Arabic letters': 0.95,
  'letters in pieces': 0.99,
  'Cyrillic and Greek letters for Latin': 0.96,
  'Latin letters for Cyrillic': 0.9,
}

const decode = createCleaner({stages: ['decode']})
const all = sentences()
const ordinary = all.filter(isOrdinary)

describe('clean sentences', () => {
  test('are the ones that the figures were measured on', () => {
    const digest = createHash('sha256')
    for (const {language, text} of all) digest.update(`${language}\t${text}\n`)
    expect(digest.digest('hex').slice(0, 16)).toBe(SENTENCES)
  })

  test('5,000 in 15 languages: none is changed, and none should be', () => {
    const chosen = LANGUAGES.flatMap((tag) => ordinary.filter(({language}) => language === tag).slice(0, EACH))
    expect(chosen.length).toBeGreaterThanOrEqual(5000)
    const touched = chosen.flatMap(({text}) =>
      decode(text).report.findings.filter(({state}) => state === 'applied' || state === 'proposed'),
    )
    expect(touched).toEqual([])
  })

  test('50,000 in 54 languages: the few that are changed were damaged', () => {
    const changed = ordinary.filter(({text}) => decode(text).report.text !== text)
    expect(ordinary.length).toBeGreaterThan(51_000)
    // Shaped letters out of a PDF file, names in full width among Malay (3), a small exclamation mark in Chinese.
    expect(changed.map(({language}) => language)).toEqual(['fa', 'ms', 'ms', 'ms', 'zh'])
  })
})

describe('damaged sentences come back exactly', () => {
  const some = sentences('held-out').filter((_, i) => i % 16 === 0)
  test.each(INJURIES.map((injury) => [injury.name, injury] as const))('%s', (name, injury) => {
    const {hit, of} = restored(some, injury, HEALERS['unspun']!)
    process.stdout.write(`${name}: ${((100 * hit) / of).toFixed(1)} % of ${of}\n`)
    expect(hit / of).toBeGreaterThanOrEqual(FLOORS[name]!)
  })
})
