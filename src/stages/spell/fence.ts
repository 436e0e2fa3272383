/**
 * Which unknown words of a document are worth a question: none that the document itself explains as a name, a term or
 * part of code or an address. What it writes three times is its vocabulary.
 */
import {
  caseOf,
  type Draft,
  findOverlap,
  GLUED,
  gapBefore,
  HAN,
  hashOf,
  kindOf,
  LOWER,
  MARK,
  WORD,
  type Words,
  wordText,
} from '../../draft/index.js'
import {type Memory, plainForm} from './memory.js'
import {isPinyin} from './pinyin.js'
import {COMPOSED, FIRST_HALF, SLIP} from './vocabulary.js'

const SHORTEST = 3
/** From so many times on a form is a word of the document, whatever it looks like. */
const VOCABULARY = 3
/** Pinyin stands beside its characters. */
const PINYIN_REACH = 8
const PLAIN = /^[a-z]+(?:'[a-z]+)?$/
const ADDRESS_MARKS = /[@#/._\\$~=&+%<>|^`-]/
const OPENING = /^["“‘«「『(<*_[{]$/
const CLOSING = /^["”’»」』)>*_\]}]$/

export interface Suspect {
  readonly form: string
  /** The index of its first token. */
  readonly token: number
  readonly count: number
  /** `COMPOSED`, `STRANGE` or `SLIP`. */
  readonly kind: number
  /** Whether the document explains it. */
  isName: boolean
}

export interface Suspects {
  /** The unknown word forms, each with its first place. */
  readonly forms: readonly Suspect[]
  /** Tokens that may be the first halves of words written as two. */
  readonly halves: readonly number[]
}

/** What has more unknown forms is no article in English; behind them nothing is looked at, so that any text ends soon. */
const MOST_FORMS = 10_000

/** One pass over the words of a draft. */
export function suspectsIn(draft: Draft, memory: Memory): Suspects {
  const words = draft.words()
  const found = new Map<string, Counted>()
  const halves: number[] = []
  for (let i = 0; i < words.count && found.size < MOST_FORMS; i++) {
    if (kindOf(words, i) !== WORD || caseOf(words, i) !== LOWER) continue
    const kind = memory.kindAt(words, i)
    if (kind >= FIRST_HALF) halves.push(i)
    if (kind % FIRST_HALF >= COMPOSED) note(draft, words, i, kind % FIRST_HALF, found)
  }
  if (found.size > 0) explain(words, found)
  return {forms: [...found.values()], halves}
}

type Counted = Suspect & {count: number}

function note(draft: Draft, words: Words, token: number, kind: number, found: Map<string, Counted>): void {
  const form = plainForm(words, token)
  if (form.length < SHORTEST || !PLAIN.test(form)) return
  const known = found.get(form)
  const isName = !isProse(draft, words, token)
  if (!known) found.set(form, {form, token, count: 1, kind, isName})
  else {
    known.count++
    if (isName) known.isName = true
  }
}

/** Not beside Chinese characters, not in code or an address, not quoted by itself. */
function isProse(draft: Draft, words: Words, i: number): boolean {
  for (let k = Math.max(0, i - PINYIN_REACH); k <= Math.min(words.count - 1, i + PINYIN_REACH); k++) {
    if (kindOf(words, k) === HAN) return false
  }
  if (isAddressMark(words, i - 1, i) || isAddressMark(words, i + 1, i + 1)) return false
  if (isCalled(words, i) || isSetOff(words, i) || isClipped(words, i)) return false
  return findOverlap(draft.protected(), {start: words.starts[i]!, end: words.ends[i]!}) === undefined
}

/** Whether the mark at `mark` is glued to the word and to something beyond it; behind a full stop that must be a word. */
function isAddressMark(words: Words, mark: number, later: number): boolean {
  if (mark < 0 || mark >= words.count || kindOf(words, mark) !== MARK || gapBefore(words, later) !== GLUED) return false
  const written = wordText(words, mark)
  if (!ADDRESS_MARKS.test(written)) return false
  const [beyond, gapAt] = mark === later ? [mark + 1, mark + 1] : [mark - 1, mark]
  if (beyond < 0 || beyond >= words.count || gapBefore(words, gapAt) !== GLUED) return false
  return written !== '.' || kindOf(words, beyond) !== MARK
}

/** A function with its brackets: `len(`. */
function isCalled(words: Words, i: number): boolean {
  const next = i + 1
  return next < words.count && gapBefore(words, next) === GLUED && words.text[words.starts[next]!] === '('
}

/** Dialect: `lookin'`. */
function isClipped(words: Words, i: number): boolean {
  const next = i + 1
  return next < words.count && gapBefore(words, next) === GLUED && /['’]/.test(words.text[words.starts[next]!]!)
}

/** A word by itself between quotation marks, brackets or asterisks: it is spoken of, or foreign. */
function isSetOff(words: Words, i: number): boolean {
  if (i === 0 || i + 1 >= words.count || gapBefore(words, i) !== GLUED || gapBefore(words, i + 1) !== GLUED)
    return false
  return OPENING.test(wordText(words, i - 1)) && CLOSING.test(wordText(words, i + 1))
}

/** Marks what the whole document explains: forms with a capital, its vocabulary, pinyin where there is Chinese. */
function explain(words: Words, found: ReadonlyMap<string, Suspect>): void {
  const hashes = new Map([...found.values()].map((suspect) => [hashOf(suspect.form), suspect]))
  let isChinese = false
  for (let i = 0; i < words.count; i++) {
    const kind = kindOf(words, i)
    if (kind === HAN) isChinese = true
    if (kind !== WORD || caseOf(words, i) === LOWER) continue
    const suspect = hashes.get(words.hashes[i]!)
    if (suspect) suspect.isName = true
  }
  for (const suspect of found.values()) {
    if (suspect.count >= VOCABULARY && suspect.kind !== SLIP) suspect.isName = true
    if (isChinese && isPinyin(suspect.form)) suspect.isName = true
  }
}
