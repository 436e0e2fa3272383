/** The stretches of a text that are judged one by one, and what is counted in each: one pass over the tokens. */
import {type Draft, HAN, kindOf, type ProtectedSpan, WORD} from '../../draft/index.js'
import {HAN as HAN_SCRIPT, heaviest, LATIN, SCRIPTS, type Script, scriptIndex, WEIGHTS} from './script.js'

export interface Block {
  readonly start: number
  readonly end: number
  /** Tokens `first` to `last`, those in URLs and code included. */
  readonly first: number
  readonly last: number
  readonly script: Script
  /** In words. */
  readonly weight: number
  /** Words outside URLs and code, and how many of them are frequent words of each listed language. */
  readonly words: number
  readonly frequent: readonly number[]
}

/** For the hash of a word the listed languages it is frequent in, as bits; 0 for most words. */
export type FrequentBits = (hash: number) => number

/** The lines of a draft, those joined that a fixed width has broken, with their counts. */
export function blocksOf(draft: Draft, frequentBits: FrequentBits, languages: number): Block[] {
  const words = draft.words()
  const counter = new Counter(draft.protected(), frequentBits, languages)
  const blocks: Block[] = []
  let token = 0
  for (const {start, end} of stretches(draft)) {
    const first = token
    counter.clear()
    for (; token < words.count && words.starts[token]! < end; token++) {
      const kind = kindOf(words, token)
      if (kind !== WORD && kind !== HAN) continue
      const unit = draft.text.charCodeAt(words.starts[token]!)
      counter.add(unit, kind === WORD ? words.hashes[token]! : 0, words.starts[token]!)
    }
    blocks.push({start, end, first, last: token, ...counter.result()})
  }
  return blocks
}

/** A line goes on in the next when no empty line is between and the next begins with a small letter. */
function* stretches(draft: Draft): Iterable<{start: number; end: number}> {
  const lines = draft.lines()
  let open: {start: number; end: number} | undefined
  for (let i = 0; i < lines.count; i++) {
    const [start, end] = [lines.starts[i]!, lines.ends[i]!]
    if (start === end) continue
    if (open && start - open.end <= 2 && isSmall(draft.text, start)) open.end = end
    else {
      if (open) yield open
      open = {start, end}
    }
  }
  if (open) yield open
}

function isSmall(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit < 0x80 ? unit >= 97 && unit <= 122 : /\p{Ll}/u.test(text[at]!)
}

class Counter {
  readonly #weights = new Float64Array(SCRIPTS.length)
  readonly #frequent: number[]
  readonly #bits: FrequentBits
  readonly #shields: readonly ProtectedSpan[]
  #shield = 0
  #words = 0

  constructor(shields: readonly ProtectedSpan[], bits: FrequentBits, languages: number) {
    this.#shields = shields
    this.#bits = bits
    this.#frequent = new Array(languages).fill(0)
  }

  clear(): void {
    this.#weights.fill(0)
    this.#frequent.fill(0)
    this.#words = 0
  }

  /** Counts a token that begins with `unit` at `start`; tokens come in the order of the text. */
  add(unit: number, hash: number, start: number): void {
    while (this.#shield < this.#shields.length && this.#shields[this.#shield]!.end <= start) this.#shield++
    if (this.#shield < this.#shields.length && this.#shields[this.#shield]!.start <= start) return
    const script = scriptIndex(unit)
    this.#weights[script]! += WEIGHTS[script] ?? 0
    if (hash === 0) return
    this.#words++
    const bits = this.#bits(hash)
    if (bits !== 0) for (let i = 0; i < this.#frequent.length; i++) if (bits & (1 << i)) this.#frequent[i]!++
  }

  result(): Pick<Block, 'script' | 'weight' | 'words' | 'frequent'> {
    // A sentence with a long Chinese phrase in it is still a sentence of the language its small words are in.
    const hasSmallWords = Math.max(...this.#frequent) >= 2 && this.#weights[LATIN]! >= 3
    const script =
      hasSmallWords && this.#weights[LATIN]! * 2 >= this.#weights[HAN_SCRIPT]! ? 'Latn' : heaviest(this.#weights)
    const weight = this.#weights.reduce((sum, w) => sum + w, 0)
    return {script, weight, words: this.#words, frequent: [...this.#frequent]}
  }
}
