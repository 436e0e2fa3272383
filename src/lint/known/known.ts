/** Which findings are known, and how they are told apart: by fingerprint, place and number. */

/** A finding of before: the `ordinal`th (from 1) with this fingerprint at its place. */
export interface KnownFinding {
  readonly fingerprint: string
  /** What `placeOf` says of its document. */
  readonly place: string
  readonly ordinal: number
}

/**
 * A set of known findings: adding one twice is adding it once, so that what two branches or two sources know can be
 * put together in any order.
 */
export class KnownFindings {
  readonly #places = new Map<string, Map<string, Set<number>>>()

  add({fingerprint, place, ordinal}: KnownFinding): void {
    const places = this.#places.get(fingerprint) ?? new Map<string, Set<number>>()
    this.#places.set(fingerprint, places.set(place, (places.get(place) ?? new Set()).add(ordinal)))
  }

  *[Symbol.iterator](): Iterator<KnownFinding> {
    for (const [fingerprint, places] of this.#places) {
      for (const [place, ordinals] of places) for (const ordinal of ordinals) yield {fingerprint, place, ordinal}
    }
  }
}

/** Numbers the findings of documents as they come; a file of records is one place with many documents. */
export class Ordinals {
  readonly #counts = new Map<string, number>()

  number(fingerprint: string, place: string): KnownFinding {
    const key = `${fingerprint} ${place}`
    const ordinal = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, ordinal)
    return {fingerprint, place, ordinal}
  }
}

const RECORD = /(\.(?:jsonl|ndjson)(?:\.gz)?):\d+$/i

/** The place of a document: its file. Of a record it is the file of records, for its line changes with others. */
export const placeOf = (path: string): string => path.replace(RECORD, '$1')
