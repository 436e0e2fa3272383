import {franc} from 'franc'
import {describe, expect, test} from 'vitest'
import {DEFAULT_LANGUAGES, LANGUAGES} from '../../../src/stages/identify/languages.js'
import {FRANC_CODES, SecondOpinion} from '../../../src/stages/identify/second-opinion.js'
import {LEVELS} from '../../eval/benchmark.js'
import {packagedTexts} from '../../eval/languages/texts.js'

const texts = packagedTexts()

/** It is asked with words of one script. */
const WORDS = {
  Latn: /[\p{Script=Latin}'’]+/gu,
  Cyrl: /\p{Script=Cyrillic}+/gu,
  Arab: /[\p{Script=Arabic}\p{M}]+/gu,
  Deva: /[\p{Script=Devanagari}\p{M}]+/gu,
} as const

/** What the package itself says of a text, among languages. */
function theirs(text: string, languages: readonly string[]): string | undefined {
  const only = languages.flatMap((language) => FRANC_CODES[language] ?? [])
  const code = franc(text, {only, minLength: 1})
  return languages.find((language) => FRANC_CODES[language] === code)
}

describe('answers', () => {
  const chosen = LANGUAGES.Latn.filter((language) => DEFAULT_LANGUAGES.includes(language))

  test.each([
    ['Latn', LANGUAGES.Latn],
    ['Latn', chosen],
    ['Cyrl', LANGUAGES.Cyrl],
    ['Arab', LANGUAGES.Arab],
    ['Deva', LANGUAGES.Deva],
  ] as const)("are franc's: %s", (script, languages) => {
    const opinion = new SecondOpinion(script, languages)
    const words = (text: string) => text.match(WORDS[script])?.join(' ') ?? ''
    let count = 0
    const wrong: string[] = []
    for (const language of languages) {
      for (const text of LEVELS.flatMap((level) => texts(language, level).filter((_, i) => i % 40 === 0)).map(words)) {
        count++
        if (opinion.on(text) !== theirs(text, languages)) wrong.push(`${opinion.on(text)} ${text}`)
      }
    }
    expect(count).toBeGreaterThan(40)
    expect(wrong).toEqual([])
  })

  test('do not depend on the text before', () => {
    const opinion = new SecondOpinion('Latn', chosen)
    const [first, second] = ['the weather of the coast', 'das Wetter an der Küste']
    const alone = opinion.on(first)
    opinion.on(second)
    expect(opinion.on(first)).toBe(alone)
    expect(alone).toBe('en')
  })

  test('are none where franc knows none of the languages', () => {
    expect(new SecondOpinion('Latn', ['is']).on('veðrið á ströndinni')).toBeUndefined()
    expect(new SecondOpinion('Hani', ['zh', 'ja']).on('天气')).toBeUndefined()
  })

  test('hostile text is read', () => {
    const opinion = new SecondOpinion('Latn', chosen)
    for (const text of ['', ' ', '1', '\u0000', '\ud800', 'İ'.repeat(5000), 'ab '.repeat(5000)])
      expect(() => opinion.on(text)).not.toThrow()
  })
})
