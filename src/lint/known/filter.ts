/**
 * Lets pass what is new.
 *
 * A finding is known as often as it was there before. Its place only decides who of several has it: first the file
 * where it was, then any other, so that a paragraph that moved to another file is not new, and one that was copied is
 * new where it was copied to. Whether it was moved or copied can only be told when all files have been seen: a finding
 * in doubt waits, and the results after it, so that they stay in their order. Of known findings nothing is kept.
 */
import type {LintFinding, LintResult} from '../lint.js'
import {type KnownFinding, type KnownFindings, placeOf} from './known.js'

export class KnownFilter {
  /** What was not met yet. */
  readonly #left: Unmet
  readonly #seen = new Set<string>()
  readonly #waiting: LintResult[] = []
  #isInDoubt = false

  constructor(known: KnownFindings) {
    this.#left = new Unmet(known)
  }

  /** Takes the findings of a document; answers with those results that are settled, in their order. */
  next(result: LintResult): readonly LintResult[] {
    const place = placeOf(result.path)
    this.#seen.add(place)
    const findings = result.findings.filter(({fingerprint}) => !this.#left.take(fingerprint, place))
    this.#isInDoubt ||= findings.some(({fingerprint}) => this.#left.count(fingerprint) > 0)
    this.#waiting.push({...result, findings})
    return this.#isInDoubt ? [] : this.#waiting.splice(0)
  }

  /** After the last document: the results that waited. */
  rest(): readonly LintResult[] {
    this.#isInDoubt = false
    return this.#waiting.splice(0).map((result) => ({
      ...result,
      findings: result.findings.filter(({fingerprint}) => !this.#left.take(fingerprint)),
    }))
  }

  /**
   * The findings of a document that are known, or may be: what a fixer leaves alone. Counts nothing as met, so ask
   * before `next`.
   */
  knownIn({findings}: LintResult): ReadonlySet<LintFinding> {
    const asked = new Map<string, number>()
    const isKnown = ({fingerprint}: LintFinding): boolean => {
      const nth = (asked.get(fingerprint) ?? 0) + 1
      asked.set(fingerprint, nth)
      return nth <= this.#left.count(fingerprint)
    }
    return new Set(findings.filter(isKnown))
  }

  /** Known findings that nothing met: they are gone, or lie in files that were not looked at. */
  unmet(): readonly KnownFinding[] {
    return [...this.#left]
  }

  /** Whether a document of this place has come by. */
  hasSeen(place: string): boolean {
    return this.#seen.has(place)
  }
}

/** Known findings by fingerprint and place, to be taken out one by one. */
class Unmet {
  readonly #places = new Map<string, Map<string, KnownFinding[]>>()

  constructor(known: Iterable<KnownFinding>) {
    // The lowest numbers are taken first, so that what is left of a place is what came last.
    for (const finding of [...known].sort((a, b) => b.ordinal - a.ordinal)) {
      const places = this.#places.get(finding.fingerprint) ?? new Map<string, KnownFinding[]>()
      this.#places.set(finding.fingerprint, places)
      const findings = places.get(finding.place)
      if (findings) findings.push(finding)
      else places.set(finding.place, [finding])
    }
  }

  count(fingerprint: string): number {
    let count = 0
    for (const findings of this.#places.get(fingerprint)?.values() ?? []) count += findings.length
    return count
  }

  /** Takes one of a place, or of any; false where there is none. */
  take(fingerprint: string, place?: string): boolean {
    const places = this.#places.get(fingerprint)
    if (!places) return false
    const from = place ?? places.keys().next().value!
    const findings = places.get(from)
    if (!findings) return false
    findings.pop()
    if (findings.length === 0) places.delete(from)
    if (places.size === 0) this.#places.delete(fingerprint)
    return true
  }

  *[Symbol.iterator](): Iterator<KnownFinding> {
    for (const places of this.#places.values()) for (const findings of places.values()) yield* findings
  }
}
