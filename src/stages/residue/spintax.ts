/**
 * `{big|{very|really} large|huge}`: a choice that a spinner was to make and did not. Read in one pass with a stack,
 * so that 100,000 nested braces cost what they weigh and no more.
 */
import type {Proposal} from '../../draft/index.js'

/** A choice longer than this is something else between braces (UTF-16 units). */
const LONGEST_CHOICE = 4000
const SURE = 0.9
const UNSURE = 0.5
/** How many readings are offered; the first alternatives throughout come first. */
const MOST_READINGS = 8

/** The outermost choices of a text, each with its readings. */
export function* spintax(text: string, isTechnical: (offset: number) => boolean): Iterable<Proposal> {
  if (!text.includes('{') || !text.includes('|')) return
  for (const {start, end} of outermostBraces(text)) {
    if (end - start > LONGEST_CHOICE) continue
    const inner = text.slice(start, end)
    if (!inner.includes('|') || isOtherSyntax(text, start, end)) continue
    const readings = readingsOf(inner)
    if (!readings) continue
    yield {
      start,
      end,
      rule: 'residue/unresolved-spintax',
      expected: readings,
      confidence: isTechnical(start) ? UNSURE : SURE,
    }
  }
}

/** Balanced pairs that lie in no other balanced pair. */
export function* outermostBraces(text: string): Iterable<{start: number; end: number}> {
  const open: number[] = []
  let pending: {start: number; end: number} | undefined
  for (const {0: brace, index} of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index)
    else {
      const start = open.pop()
      if (start === undefined) continue
      // A later pair that begins earlier encloses the one that waited.
      if (pending && pending.start < start) yield pending
      pending = {start, end: index + 1}
    }
    if (open.length === 0 && pending) {
      yield pending
      pending = undefined
    }
  }
  if (pending) yield pending
}

/** `${x}`, `\textbf{x}`, wiki templates, blocks of Ruby, options of a grammar or a regular expression. */
function isOtherSyntax(text: string, start: number, end: number): boolean {
  const inner = text.slice(start + 1, end - 1)
  return (
    /[$#%@\\{\w]/.test(text[start - 1] ?? '') ||
    text[end] === '}' ||
    /^\s*\||\|\||[=;<>\\]|\]\]|\[\[/.test(inner) ||
    /^[*+?]/.test(text.slice(end, end + 1))
  )
}

/** The first readings of a choice; undefined when an alternative is empty of letters throughout. */
function readingsOf(choice: string): string[] | undefined {
  let readings = ['']
  const stack: Array<{heads: string[]; done: string[]}> = []
  let literal = ''
  const append = (): void => {
    if (literal !== '') readings = readings.map((head) => head + literal)
    literal = ''
  }
  for (const char of choice) {
    if (char === '{') {
      append()
      stack.push({heads: readings, done: []})
      readings = ['']
    } else if (char === '|' && stack.length > 0) {
      append()
      stack.at(-1)!.done.push(...readings)
      readings = ['']
    } else if (char === '}') {
      append()
      const {heads, done} = stack.pop()!
      const alternatives = [...done, ...readings]
      readings = heads.flatMap((head) => alternatives.map((tail) => head + tail)).slice(0, MOST_READINGS)
    } else literal += char
  }
  return readings.some((reading) => /\p{L}/u.test(reading)) ? [...new Set(readings)] : undefined
}
