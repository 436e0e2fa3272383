/** Every place of a text where a spun form of the lexicon stands, as arcs over the model's tokens. */
import {caseOf, type Draft, findOverlap, LOWER, UPPER, type Words} from '../../draft/index.js'
import type {Lexicon} from './lexicon.js'
import {type ModelTokens, SENTENCE_END} from './model-tokens.js'

/** A place where a form stands: tokens `first` to `last` of the words, `from` to `to` of the model's tokens. */
export interface Place {
  /** Its number in the lexicon. */
  readonly form: number
  readonly first: number
  readonly last: number
  readonly from: number
  readonly to: number
  /** Written in small letters, so that no name stood there. */
  readonly isLower: boolean
}

/** A place with the pairs whose originals may have stood there, best first. */
export interface Arc extends Place {
  readonly pairs: readonly number[]
  /** log10 that words around it add to each of them; see `Contexts`. */
  readonly around: number
}

/** Arcs by the model token they begin at. */
export type Arcs = ReadonlyMap<number, readonly Arc[]>

/** A form is no longer than this many tokens. */
export const LONGEST_FORM = 10

/** Calls `found` for each hit of the lexicon: form, first token and the one after the last. */
export function eachHit(
  words: Words,
  lexicon: Lexicon,
  found: (form: number, first: number, last: number) => void,
): void {
  lexicon.trie.scan(words, LONGEST_FORM, (form, first, last) => {
    if (lexicon.hasGaps(form, words, first, last)) found(form, first, last)
  })
}

/**
 * The arcs of a draft's text by the model token they begin at, those of the places that `arcAt` makes one of; none
 * across a sentence, in protected text, or outside English.
 */
export function arcsOf(
  draft: Draft,
  lexicon: Lexicon,
  tokens: ModelTokens,
  arcAt: (place: Place) => Arc | undefined,
): Arcs {
  const words = draft.words()
  const positions = modelPositions(tokens, words.count)
  const shields = draft.protected()
  const arcs = new Map<number, Arc[]>()
  eachHit(words, lexicon, (form, first, last) => {
    const [from, to] = [positions[first]!, positions[last]!]
    const span = {start: words.starts[first]!, end: words.ends[last - 1]!}
    if (from >= to || crossesSentence(tokens, from, to) || isAcronym(words, first, last)) return
    if (!isEnglish(draft, span)) return
    if (shields.length > 0 && findOverlap(shields, span)) return
    const place = {form, first, last, from, to, isLower: caseOf(words, first) === LOWER}
    const arc = arcAt(place)
    if (!arc) return
    const here = arcs.get(from)
    if (here) here.push(arc)
    else arcs.set(from, [arc])
  })
  return arcs
}

/** For each token of the words the first model token at or after it; a sentence end between paragraphs belongs to neither. */
function modelPositions(tokens: ModelTokens, wordCount: number): Uint32Array {
  const positions = new Uint32Array(wordCount + 1)
  let next = tokens.count
  let k = tokens.count - 1
  positions[wordCount] = next
  for (let i = wordCount - 1; i >= 0; i--) {
    for (; k >= 0 && tokens.places[k]! >= i; k--) {
      const isBreak =
        tokens.ids[k] === SENTENCE_END && k + 1 < tokens.count && tokens.places[k + 1] === tokens.places[k]
      if (!isBreak) next = k
    }
    positions[i] = next
  }
  return positions
}

function crossesSentence(tokens: ModelTokens, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (tokens.ids[k] === SENTENCE_END) return true
  return false
}

/** One word of capitals alone: "US" is no pronoun, "IT" neither. */
const isAcronym = (words: Words, first: number, last: number): boolean =>
  last - first === 1 && caseOf(words, first) === UPPER && words.ends[first]! - words.starts[first]! > 1

function isEnglish(draft: Draft, span: {start: number; end: number}): boolean {
  if (draft.passages.length === 0) return true
  return findOverlap(draft.passages, span)?.language.tag === 'en'
}
