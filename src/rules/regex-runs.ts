/** Experts' regexes, run around what they must contain; RE2 needs time linear in what it is given. */
import type {Hit} from './hit.js'
import {type Expert, regexOf} from './regex.js'
import type {Rule, Timer} from './rule.js'
import {letsThrough} from './sieve.js'

/** How far to either side of its words a regex may reach (UTF-16 units). */
const REACH = 1000

/** A part of a line. */
interface Stretch {
  readonly start: number
  readonly end: number
}

export class RegexRuns {
  /** Of the rules that the build knew. */
  readonly #sieves: ReadonlyMap<Rule, Uint16Array>
  readonly #timer: Timer | undefined

  constructor(sieves: ReadonlyMap<Rule, Uint16Array>, timer?: Timer) {
    this.#sieves = sieves
    this.#timer = timer
  }

  /** What the rules find: hits of phrases as they are, those of regexes where they match, in the order of the text. */
  in(text: string, hits: readonly Hit[]): Hit[] {
    const result: Hit[] = []
    const done = new Map<Rule, number>()
    for (const hit of hits) {
      const {rule} = hit
      if (rule.regex === undefined) result.push(hit)
      else if (hit.start >= (done.get(rule) ?? 0)) {
        const stretch = around(text, hit, done.get(rule) ?? 0)
        done.set(rule, stretch.end)
        const sieve = this.#sieves.get(rule)
        if (!sieve || letsThrough(sieve, text, stretch.start, stretch.end)) this.#run(hit, text, stretch, result)
      }
    }
    return result.sort((a, b) => a.start - b.start)
  }

  #run(hit: Hit, text: string, stretch: Stretch, result: Hit[]): void {
    const expert = regexOf(hit.rule.regex!)
    const run = (): Hit[] => [...matches(hit, expert, text, stretch)]
    result.push(...(this.#timer ? this.#timer(hit.rule.id, run) : run()))
  }
}

/** The line a hit is in, or the part of it that is near and not before `least`. */
function around(text: string, {start, end}: Hit, least: number): Stretch {
  const before = text.slice(Math.max(least, start - REACH), start)
  const after = text.slice(end, end + REACH)
  const lineEnd = after.indexOf('\n')
  return {
    start: start - before.length + before.lastIndexOf('\n') + 1,
    end: end + (lineEnd < 0 ? after.length : lineEnd),
  }
}

function* matches(hit: Hit, {re, opensLine}: Expert, text: string, line: Stretch): Iterable<Hit> {
  const matcher = re.matcher(text.slice(line.start, line.end))
  for (
    let isFound = opensLine ? matcher.lookingAt() : matcher.find();
    isFound;
    isFound = !opensLine && matcher.find()
  ) {
    const [start, end] = [line.start + matcher.start(), line.start + matcher.end()]
    const captured = matcher.groupCount() > 0 ? matcher.group(1) : null
    if (end > start) yield {...hit, start, end, expected: hit.rule.expect, ...(captured ? {captured} : {})}
  }
}
