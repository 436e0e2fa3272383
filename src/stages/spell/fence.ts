/**
 * Which unknown words of a document are worth a question: none that the document itself explains as a name, a term or
 * part of code or an address. What it writes three times is its vocabulary.
 */
import {
  caseOf,
  type Draft,
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
import {WordSet} from '../../matching/word-set.js'
import {type Memory, plainForm} from './memory.js'
import {isPinyin} from './pinyin.js'
import {COMPOSED, FIRST_HALF, SLIP, STRANGE} from './vocabulary.js'

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
  /** The unknown word forms outside code and addresses, each with its first place. */
  readonly forms: readonly Suspect[]
  /** Tokens that with the next one are listed as a word written as two. */
  readonly halves: readonly number[]
}

/** What has more unknown forms is no article in English; behind them nothing is looked at, so that any text ends soon. */
const MOST_FORMS = 10_000

/** One pass over the words of a draft. */
export function suspectsIn(draft: Draft, memory: Memory): Suspects {
  const words = draft.words()
  const isShielded = shields(draft)
  const found = new Map<string, Counted>()
  const halves: number[] = []
  for (let i = memory.candidate(words, 0); i < words.count; i = memory.candidate(words, i + 1)) {
    if (found.size >= MOST_FORMS) break
    if (isShielded(i)) continue
    const kind = memory.kindAt(words, i)
    if (kind >= FIRST_HALF && memory.areHalves(words, i)) halves.push(i)
    if (kind % FIRST_HALF >= COMPOSED) note(words, i, kind % FIRST_HALF, found)
  }
  if (found.size > 0) explain(draft, found)
  return {forms: [...found.values()], halves}
}

/**
 * How many forms that nothing explains stand in code and addresses only, besides the suspects; counted up to `most`. Asked
 * only where it matters, as code is full of them.
 */
export function strangersInCode(draft: Draft, memory: Memory, forms: readonly Suspect[], most: number): number {
  const words = draft.words()
  const isShielded = shields(draft)
  const met = new Set(forms.map(({form}) => form))
  const among = met.size
  for (let i = 0; i < words.count && met.size - among < most; i++) {
    if (kindOf(words, i) !== WORD || caseOf(words, i) !== LOWER || !isShielded(i)) continue
    if (memory.kindAt(words, i) % FIRST_HALF === STRANGE && isPlain(plainForm(words, i))) met.add(plainForm(words, i))
  }
  return met.size - among
}

/** Answers whether a token lies in code or an address, for tokens in the order of the text. */
function shields(draft: Draft): (token: number) => boolean {
  const spans = draft.protected()
  const {starts, ends} = draft.words()
  let next = 0
  return (token) => {
    while (next < spans.length && spans[next]!.end <= starts[token]!) next++
    return next < spans.length && spans[next]!.start < ends[token]!
  }
}

const isPlain = (form: string): boolean => form.length >= SHORTEST && PLAIN.test(form)

type Counted = Suspect & {count: number}

function note(words: Words, token: number, kind: number, found: Map<string, Counted>): void {
  const form = plainForm(words, token)
  if (!isPlain(form)) return
  const known = found.get(form)
  const isName = !isProse(words, token)
  if (!known) found.set(form, {form, token, count: 1, kind, isName})
  else {
    known.count++
    if (isName) known.isName = true
  }
}

/** Not beside Chinese characters, not glued to what makes code or an address of it, not quoted by itself. */
function isProse(words: Words, i: number): boolean {
  for (let k = Math.max(0, i - PINYIN_REACH); k <= Math.min(words.count - 1, i + PINYIN_REACH); k++) {
    if (kindOf(words, k) === HAN) return false
  }
  if (isAddressMark(words, i - 1, i) || isAddressMark(words, i + 1, i + 1)) return false
  return !isCalled(words, i) && !isSetOff(words, i) && !isClipped(words, i)
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

/** Marks what the whole document explains: forms with a capital, in code, its vocabulary, pinyin where there is Chinese. */
function explain(draft: Draft, found: ReadonlyMap<string, Counted>): void {
  const words = draft.words()
  const isShielded = shields(draft)
  const hashes = new Map([...found.values()].map((suspect) => [hashOf(suspect.form), suspect]))
  const suspected = new WordSet(hashes.keys())
  let isChinese = false
  for (let i = 0; i < words.count; i++) {
    const kind = kindOf(words, i)
    if (kind === HAN) isChinese = true
    if (kind !== WORD || !suspected.has(words.hashes[i]!)) continue
    const isSmall = caseOf(words, i) === LOWER
    if (isSmall && !isShielded(i)) continue
    const suspect = hashes.get(words.hashes[i]!)!
    suspect.isName = true
    if (isSmall) suspect.count++
  }
  for (const suspect of found.values()) {
    if (suspect.count >= VOCABULARY && suspect.kind !== SLIP) suspect.isName = true
    if (isChinese && isPinyin(suspect.form)) suspect.isName = true
  }
}
