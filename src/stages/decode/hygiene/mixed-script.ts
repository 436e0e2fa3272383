/**
 * Words written in two alphabets at once: a Cyrillic `а` among Latin letters, a Latin `i` in a Ukrainian word. Spinners
 * and spammers swap look-alikes so that a copied text is not found; typists slip.
 *
 * A word is put right when its foreign letters all look like letters of its own script, and when it is plain which
 * script that is: only one reading is possible, or the line decides. So `KoЯn`, `IT-компания`, `TNFα`, `μT` and `Δx`
 * stay as they are. A word made of look-alikes only could be a word of either script; among Latin words it counts as
 * disguised where others in the text are, and is proposed otherwise.
 */
import type {Draft, Proposal, Span} from '../../../draft/index.js'
import {firstEndingAfter} from '../../../draft/index.js'
import {type Counts, type ForeignWord, foreignWords} from './foreign-words.js'
import {LineLetters} from './line-letters.js'
import {FROM_LATIN, IN_LATIN, type Script, scriptOf} from './look-alikes.js'

/** Texts on the subject show such words on purpose. */
const IS_ABOUT = /homogl[yi]ph|homograph attack|confusables?\b|look-?alike|гомоглиф|омоглиф|U\+0[34][0-9A-F]{2}/i

export function mixedScript(draft: Draft): Proposal[] {
  const found = [...proposals(draft)]
  return found.length > 0 && IS_ABOUT.test(draft.text) ? [] : found
}

function* proposals(draft: Draft): Iterable<Proposal> {
  const line = new LineLetters(draft.text)
  const alone: ForeignWord[] = []
  let disguised = 0
  for (const word of foreignWords(draft.text)) {
    if (word.counts.latin === undefined) {
      alone.push(word)
      continue
    }
    const reading = readingOf(word, line)
    if (reading === undefined) continue
    if (reading.script === 'latin') disguised++
    yield proposal(word, reading.letters, 0.95, isInAddress(draft, word))
  }
  for (const word of alone) yield* disguise(word, draft, line, disguised)
}

/** An address may lead to its owner only under its false letters: nobody corrects it, but it should be looked at. */
function proposal(word: ForeignWord, read: string, confidence: number, isAddress: boolean): Proposal {
  const {start, end} = word
  const note = `${swaps(word.letters, read)}: looks like “${read}”`
  if (isAddress) return {start, end, rule: 'decode/mixed-script-address', expected: [], confidence, note}
  return {start, end, rule: 'decode/mixed-script-word', expected: [read], confidence, note}
}

/** `U+0430 for a`: a reader sees no difference. */
function swaps(letters: string, read: string): string {
  const swapped = Array.from(letters, (letter, i) => (letter === read[i] ? '' : `${codeOf(letter)} for ${read[i]}`))
  return [...new Set(swapped)].filter(Boolean).join(', ')
}

const codeOf = (letter: string): string => `U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

const ADDRESS_AFTER = /^[\p{L}\p{N}-]*\.\p{Ll}{2,}/u
const ADDRESS_BEFORE = /(?:@|[\p{Ll}\p{N}]\.)[\p{L}\p{N}-]*$/u
const ADDRESS_REACH = 64

function isInAddress(draft: Draft, {start, end}: Span): boolean {
  const shields = draft.protected()
  const shield = shields[firstEndingAfter(shields, start)]
  if (shield && shield.start < end && (shield.kind === 'url' || shield.kind === 'email')) return true
  return (
    ADDRESS_AFTER.test(draft.text.slice(end, end + ADDRESS_REACH)) ||
    ADDRESS_BEFORE.test(draft.text.slice(Math.max(0, start - ADDRESS_REACH), start))
  )
}

interface Reading {
  readonly script: Script
  readonly letters: string
}

/** What a mixed word must have been; undefined where that is not plain. */
function readingOf(word: ForeignWord, line: LineLetters): Reading | undefined {
  if (isCompound(word.letters)) return undefined
  const readings = SCRIPTS.flatMap((script): Reading[] => {
    const letters = readAs(word, script)
    return letters === undefined ? [] : [{script, letters}]
  })
  if (readings.length === 0) return undefined
  const others = readings.length === 1 && isMostly(readings[0]!.script, word.counts, 3) ? undefined : line.around(word)
  return readings.find(({script}) => others === undefined || isMostly(script, others, 6))
}

const SCRIPTS = ['latin', 'cyrillic', 'greek'] as const

/** Twice as many letters of a script as of all others, and not too few. */
function isMostly(script: Script, counts: Counts, least: number): boolean {
  const own = counts[script] ?? 0
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return own >= least && own >= 2 * (all - own)
}

/**
 * Words put together of two: `iГид` and `NFκB` by a capital inside, `SMSка` by the end of its capitals, `αhelix` by a
 * Greek letter that stands for itself at the edge.
 */
function isCompound(letters: string): boolean {
  if (/\p{Ll}\p{Lu}/u.test(letters) || /^\p{Lu}{2,}\p{Ll}/u.test(letters)) return true
  return /^[αινρκχυμ\u00b5]\p{Script=Latin}|\p{Script=Latin}[αινρκχυμ\u00b5]$/u.test(letters)
}

/** The word with its foreign letters replaced by those they look like; undefined where one looks like none. */
function readAs({letters, counts}: ForeignWord, script: Script): string | undefined {
  if (script !== 'latin' && counts[script] === undefined) return undefined
  let read = ''
  for (const letter of letters) {
    const alike = alikeOf(letter, script)
    if (alike === undefined) return undefined
    read += alike
  }
  return read
}

function alikeOf(letter: string, script: Script): string | undefined {
  const own = scriptOf(letter)
  if (own === undefined || own === script) return letter
  if (script === 'latin') return IN_LATIN.get(letter)
  return own === 'latin' ? FROM_LATIN[script]?.get(letter) : undefined
}

/**
 * A foreign word that is meant is quoted, set in brackets or emphasised, or stands beside others of its script. Where
 * others are disguised, neighbours may be as well.
 */
function isAmongLatin(text: string, {start, end}: Span, disguised: number): boolean {
  const isOne = (letter: string | undefined): boolean =>
    letter !== undefined && (/\p{Script=Latin}/u.test(letter) || (disguised > 0 && IN_LATIN.has(letter)))
  const before = /(\p{L})[,;:]?[ \t]$/u.exec(text.slice(Math.max(0, start - 4), start))
  const after = /^[.,;:!?]?(?:[ \t](\p{L})|\s*$)/u.exec(text.slice(end, end + 4))
  return isOne(before?.[1]) && after !== null && (after[1] === undefined || isOne(after[1]))
}

/** `man'ѕ`, `с’è`: half of a Latin word. */
const isElided = (text: string, {start, end}: Span): boolean =>
  /\p{Script=Latin}['’]$/u.test(text.slice(Math.max(0, start - 2), start)) ||
  /^['’]\p{Script=Latin}/u.test(text.slice(end, end + 2))

function* disguise(word: ForeignWord, draft: Draft, line: LineLetters, disguised: number): Iterable<Proposal> {
  const {text} = draft
  const isHalf = isElided(text, word)
  if (!isHalf && ((disguised === 0 && word.letters.length < 3) || !isAmongLatin(text, word, disguised))) return
  if (!isMostly('latin', line.around(word), 6)) return
  const letters = readAs(word, 'latin')!
  yield proposal(word, letters, disguised > 0 || isHalf ? 0.85 : 0.5, isInAddress(draft, word))
}
