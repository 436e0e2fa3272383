/**
 * The small pattern language of rules: words, `(a|b)`, `?` after a letter, hyphen, space or group, `{word}`, `{number}`,
 * and `\` before a character that shall stand for itself. It has no repetition, so a pattern is a finite list of phrases,
 * and all phrases of a stage share one scan.
 */

/** Placeholders of the slots inside an expanded phrase: private-use characters, which tokenise alone. */
export const WORD_SLOT = '\ue000'
export const NUMBER_SLOT = '\ue001'
const SLOTS: Readonly<Record<string, string>> = {word: WORD_SLOT, number: NUMBER_SLOT}

/** More phrases than this from one pattern would hide a mistake. */
export const MOST_PHRASES = 1000

export class PatternError extends Error {
  /** Where in the pattern, UTF-16 units. */
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

const LITERALS = /[^\\{}()|?]+|./suy

/** Patterns are read when a file is checked and when it is compiled. */
const expanded = new Map<string, readonly string[]>()

/** All phrases a pattern stands for; slots appear as their placeholder. */
export function expandPattern(pattern: string): readonly string[] {
  const phrases = expanded.get(pattern) ?? expand(pattern)
  expanded.set(pattern, phrases)
  return phrases
}

function expand(pattern: string): readonly string[] {
  const parser = new Parser(pattern)
  const phrases = parser.alternatives()
  if (parser.at < pattern.length) throw new PatternError('Unexpected `)`, expected its `(` before it', parser.at)
  const distinct = [...new Set(phrases.map((p) => p.replace(/ {2,}/g, ' ').trim()))]
  const empty = distinct.find((p) => p === '')
  if (empty !== undefined)
    throw new PatternError('Unexpected pattern that matches nothing, expected at least a word', 0)
  return distinct
}

/** Every head with every form after it; mostly there is one form only, the next letter. */
function joined(heads: readonly string[], forms: readonly string[]): string[] {
  const [form] = forms
  if (forms.length === 1) return heads.map((head) => head + form)
  return [...new Set(heads.flatMap((head) => forms.map((next) => head + next)))]
}

class Parser {
  at = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** `a|b|c`, up to a closing bracket or the end. */
  alternatives(): string[] {
    const found = this.#sequence()
    while (this.#text[this.at] === '|') {
      this.at++
      found.push(...this.#sequence())
    }
    return found
  }

  #sequence(): string[] {
    let phrases = ['']
    while (this.at < this.#text.length && !'|)'.includes(this.#text[this.at]!)) {
      let forms = this.#atom()
      if (this.#text[this.at] === '?') {
        this.at++
        forms = [...forms, '']
      }
      if (phrases.length * forms.length > MOST_PHRASES) {
        throw new PatternError(
          `Unexpected number of alternatives, expected at most ${MOST_PHRASES}: split the pattern`,
          this.at,
        )
      }
      phrases = joined(phrases, forms)
    }
    return phrases
  }

  #atom(): string[] {
    const start = this.at
    const char = this.#text[this.at++]!
    if (char === '\\') return [this.#escaped(start)]
    if (char === '{') return [this.#slot(start)]
    if (char === '?')
      throw new PatternError('Unexpected `?`, expected a letter, hyphen, space or group before it', start)
    if (char !== '(') return [this.#literals(start)]
    const inner = this.alternatives()
    if (this.#text[this.at] !== ')') throw new PatternError('Unexpected end of the pattern, expected `)`', start)
    this.at++
    return inner
  }

  /** A run of letters that stand for themselves; the last belongs to a `?` that follows, and is left for it. */
  #literals(start: number): string {
    LITERALS.lastIndex = start
    const run = LITERALS.exec(this.#text)![0]
    const end = start + run.length
    const isOptional = run.length > 1 && this.#text[end] === '?'
    this.at = isOptional ? end - 1 : end
    return this.#text.slice(start, this.at)
  }

  #escaped(start: number): string {
    const char = this.#text[this.at++]
    if (char === undefined) throw new PatternError('Unexpected `\\` at the end, expected a character after it', start)
    return char
  }

  #slot(start: number): string {
    const end = this.#text.indexOf('}', start)
    const name = end < 0 ? '' : this.#text.slice(start + 1, end)
    const slot = SLOTS[name]
    if (!slot)
      throw new PatternError(
        `Unexpected slot \`{${name}}\`, expected {word} or {number}, or \\{ for the brace itself`,
        start,
      )
    this.at = end + 1
    return slot
  }
}
