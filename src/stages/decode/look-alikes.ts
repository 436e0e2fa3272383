/**
 * Letters of other scripts that look like Latin ones. A selection of Unicode's confusables (UTS #39, confusables.txt):
 * those which the usual fonts draw alike, not those which only resemble each other.
 */

const CYRILLIC = 'аaеeоoрpсcуyхxіiїïјjѕsёëԁdԛqԝwһhәəѵvӏlАAВBЕEКKМMНHОOРPСCТTУYХXІIЇÏЈJЅSЁËԌGԚQԜWӘƏ'
const GREEK = 'οoνvρpαaιiυuκkχxΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX'
/** Armenian, Cherokee, and the signs of kelvin and ångström. */
const OTHERS = 'օoոnսuհhզqցgᎪAᏴBᏟCᎠDᎬEᏀGᎻHᎫJᏦKᏞLᎷMᏢPᏚSᎢTᏙVᎳWᏃZ\u212aK\u212bÅ'

/** Latin letters that are typed into Cyrillic and Greek words; no others are drawn alike in both. */
const INTO_CYRILLIC = 'aаeеoоpрcсyуxхiіïїëёəәAАBВEЕKКMМHНOОPРCСTТXХIІYУ'
const INTO_GREEK = 'oοvνAΑBΒEΕZΖHΗIΙKΚMΜNΝOΟPΡTΤXΧYΥ\u00b5μ'

function pairs(list: string): ReadonlyMap<string, string> {
  const letters = Array.from(list)
  return new Map(letters.flatMap((letter, i) => (i % 2 === 0 ? [[letter, letters[i + 1]!] as const] : [])))
}

export type Script = 'latin' | 'cyrillic' | 'greek' | 'other'

/** What a letter looks like in Latin. */
export const IN_LATIN = pairs(CYRILLIC + GREEK + OTHERS)
/** What a Latin letter looks like in another script. */
export const FROM_LATIN: Readonly<Partial<Record<Script, ReadonlyMap<string, string>>>> = {
  cyrillic: pairs(INTO_CYRILLIC),
  greek: pairs(INTO_GREEK),
}

const OTHER_LETTERS = new Set(pairs(OTHERS).keys())

/** The script of a letter, as far as look-alikes go; undefined for everything else. */
export function scriptOf(letter: string): Script | undefined {
  if (OTHER_LETTERS.has(letter)) return 'other'
  if (/\p{Script=Latin}/u.test(letter) || letter === '\u00b5') return /\p{L}/u.test(letter) ? 'latin' : undefined
  if (/\p{Script=Cyrillic}/u.test(letter)) return /\p{L}/u.test(letter) ? 'cyrillic' : undefined
  if (/\p{Script=Greek}/u.test(letter)) return /\p{L}/u.test(letter) ? 'greek' : undefined
  return /[\p{Script=Armenian}\p{Script=Cherokee}]/u.test(letter) ? 'other' : undefined
}
