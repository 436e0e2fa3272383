/**
 * Whether a form is made of known parts, as English makes words: `microservice`, `chatbotlike`, `keyfile`, `unflatten`.
 *
 * Such a form may be a slip all the same ("untill"); it is a term more often.
 */

const PREFIX =
  /^(?:anti|auto|bio|counter|cross|crypto|cyber|deep|down|eco|electro|ever|extra|fore|geo|hydro|hyper|hypo|immuno|infra|inter|intra|kilo|macro|mega|meta|micro|mid|mini|mono|multi|nano|neo|neuro|non|over|para|photo|poly|post|pre|proto|pseudo|psycho|quasi|radio|retro|self|semi|socio|sub|super|techno|tele|thermo|trans|ultra|under|uni|up|vice)(?=[a-z]{4})/
/** Short ones are the beginnings of many words; the rest must be the longer. */
const SHORT_PREFIX = /^(?:bi|co|de|dis|en|ex|mis|out|re|tri|un)(?=[a-z]{5})/

/**
 * Endings, their last letters (an expression tries every place of a form, and few forms end so), and what may stand in the
 * place of each in the word it was put to.
 */
const SUFFIXES: ReadonlyArray<readonly [ending: RegExp, lasts: string, bases: readonly string[]]> = [
  [/i(?:er|est|ness|nesses|ly|es|ed)$/, 'rtsyd', ['y']],
  [/(?:like|ness|nesses|wise|less|ship|ships|hood|ward|wards|proof|fold|free|friendly)$/, 'espdfy', ['']],
  [/(?:able|ability|abilities|ably)$/, 'eys', ['', 'e']],
  [
    /(?:ize|izes|ized|izing|izer|izers|ization|izations|ise|ises|ised|ising|isation|isations)$/,
    'esdgrn',
    ['', 'e', 'y'],
  ],
  [/(?:ist|ists|ism|isms|ian|ians|ic|ics|ical|ically|ity|ities|al|ation|ations|ative)$/, 'tsmnclye', ['', 'e', 'y']],
  [/(?<=[^aeiou]{2}|[aeiou]{2}[^aeiou]|[xwye])(?:ed|ing|ings|er|ers|or|ors)$/, 'dgsr', ['']],
  [/(?:ed|ing|ings|er|ers|or|ors)$/, 'dgsr', ['e']],
  [/(?<=[^aeiousxzy]|[aeiou]y|[^cs]h)s$/, 's', ['']],
  [/(?<=[aeou])s$/, 's', ['']],
  [/(?<=s|x|z|ch|sh)es$/, 's', ['']],
  [/ly$/, 'y', ['']],
]

/** Words that never stand in a compound of two nouns, but in what was run together. */
const FUNCTION_WORDS = new Set(
  'about also and are but can for from had has have her him his how its may more not our shall she should such than that the their them then there these they this those was were what when where which while who will with would you your'.split(
    ' ',
  ),
)

const SHORTEST_BASE = 4
const SHORTEST_PART = 3
/** Two words of three letters begin and end too many slips. */
const SHORTEST_COMPOUND = 7

export const isFunctionWord = (form: string): boolean => FUNCTION_WORDS.has(form)

/** Whether affixes of a known word, or two known words, make up a form. */
export function isComposed(form: string, isWord: (part: string) => boolean): boolean {
  return hasKnownBase(form, isWord) || isCompound(form, isWord)
}

function hasKnownBase(form: string, isWord: (part: string) => boolean, affixes = 2): boolean {
  const prefix = PREFIX.exec(form)?.[0] ?? SHORT_PREFIX.exec(form)?.[0]
  const bases = basesOf(form)
  if (prefix) bases.push(form.slice(prefix.length))
  return bases.some((base) => isWord(base) || (affixes > 1 && hasKnownBase(base, isWord, affixes - 1)))
}

/** What a form may have been made of with a suffix. */
function basesOf(form: string): string[] {
  const last = form.at(-1) ?? ''
  const found: string[] = []
  for (const [ending, lasts, bases] of SUFFIXES) {
    if (!lasts.includes(last)) continue
    const match = ending.exec(form)
    if (match) for (const base of bases) found.push(form.slice(0, match.index) + base)
  }
  return found.filter((base) => base.length >= SHORTEST_BASE)
}

function isCompound(form: string, isWord: (part: string) => boolean): boolean {
  if (form.length < SHORTEST_COMPOUND) return false
  for (let at = SHORTEST_PART; at <= form.length - SHORTEST_PART; at++) {
    const first = form.slice(0, at)
    if (isFunctionWord(first) || !isWord(first)) continue
    const second = form.slice(at)
    if (!isFunctionWord(second) && isWord(second)) return true
  }
  return false
}
