/** The languages that can be told apart, by the script they are written in, and those that are by default. */
import {nearest} from '../../matching/edit-distance.js'
import type {Script} from './script.js'

/**
 * ISO 639-1, most frequent first: what ELD and scripts can tell. Where a script has several, n-grams choose among those that
 * were asked for; where it has one, the script settles it.
 */
export const LANGUAGES: Readonly<Record<Exclude<Script, 'Zyyy'>, readonly string[]>> = {
  Latn: 'en es fr de pt it nl id tr vi pl sv cs ro hu da no fi sk hr ms ca lt sl lv et az sq is eu tl yo'.split(' '),
  Cyrl: ['ru', 'uk', 'bg', 'sr', 'be'],
  Arab: ['ar', 'fa', 'ur', 'ku'],
  Deva: ['hi', 'mr'],
  Hani: ['zh', 'ja'],
  Kana: ['ja'],
  Hang: ['ko'],
  Thai: ['th'],
  Hebr: ['he'],
  Grek: ['el'],
  Armn: ['hy'],
  Geor: ['ka'],
  Ethi: ['am'],
  Beng: ['bn'],
  Gujr: ['gu'],
  Guru: ['pa'],
  Knda: ['kn'],
  Mlym: ['ml'],
  Orya: ['or'],
  Taml: ['ta'],
  Telu: ['te'],
  Laoo: ['lo'],
}

/** Chosen where nobody says otherwise. */
export const DEFAULT_LANGUAGES: readonly string[] = 'en zh ja ko vi th ru ar fr de es pt it nl id tr'.split(' ')

/** Every language that can be asked for. */
export const KNOWN_LANGUAGES: readonly string[] = [...new Set(Object.values(LANGUAGES).flat())].sort()

/** Those whose script others share, other than Chinese and Japanese: what the n-grams are for. `ms` stands for `id`, too. */
export const ambiguousLanguages = (): readonly string[] =>
  (['Latn', 'Cyrl', 'Arab', 'Deva'] as const).flatMap((script) => LANGUAGES[script]).filter((code) => code !== 'id')

/**
 * The languages to choose among: those asked for, or the default. Of Malay and Indonesian, which the n-grams hold for
 * one, only Malay is left where both are asked for.
 *
 * @throws RangeError for an empty list, and for a code that is none of these, with the nearest one.
 */
export function chosenLanguages(asked: readonly string[] = DEFAULT_LANGUAGES): readonly string[] {
  if (asked.length === 0)
    throw new RangeError(`Unexpected empty list of languages, expected some of ${KNOWN_LANGUAGES.join(', ')}`)
  for (const code of asked) if (!KNOWN_LANGUAGES.includes(code)) throw new RangeError(unknownLanguage(code))
  return asked.includes('ms') ? asked.filter((code) => code !== 'id') : asked
}

/** What to say of a code that names none of the languages. */
export function unknownLanguage(code: string): string {
  const near = nearest(code, KNOWN_LANGUAGES)
  return `Unexpected language ${code}, expected ${near ? `${near}, or another ` : 'one '}of ${KNOWN_LANGUAGES.join(', ')}`
}
