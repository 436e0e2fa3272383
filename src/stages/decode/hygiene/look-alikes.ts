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

const SCRIPTS = ['latin', 'cyrillic', 'greek', 'other'] as const
const NO_SCRIPT = 5

/** Index into `SCRIPTS` of every UTF-16 unit, by 1; learnt when first met. */
const scripts = new Uint8Array(65536)

/** The script of a letter, as far as look-alikes go; undefined for everything else. */
export function scriptOf(letter: string): Script | undefined {
  const unit = letter.charCodeAt(0)
  if (letter.length !== 1) return undefined
  if (scripts[unit] === 0) scripts[unit] = learn(letter)
  return SCRIPTS[scripts[unit]! - 1]
}

function learn(letter: string): number {
  const script = readScript(letter)
  return script === undefined ? NO_SCRIPT : 1 + SCRIPTS.indexOf(script)
}

function readScript(letter: string): Script | undefined {
  if (OTHER_LETTERS.has(letter)) return 'other'
  if (!/\p{L}/u.test(letter)) return undefined
  if (/\p{Script=Latin}/u.test(letter) || letter === '\u00b5') return 'latin'
  if (/\p{Script=Cyrillic}/u.test(letter)) return 'cyrillic'
  if (/\p{Script=Greek}/u.test(letter)) return 'greek'
  return /[\p{Script=Armenian}\p{Script=Cherokee}]/u.test(letter) ? 'other' : undefined
}
