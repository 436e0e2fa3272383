/** A profile held in memory, to be asked for lines. */
import type {SiteMemory} from '../draft/index.js'
import {hashOf, isCounted, normalLine} from './line-hash.js'
import {type LineCount, type Profile, pruned} from './profile.js'

/** A line on a single page says nothing of another. */
const LEAST_PAGES = 2

/** Twelve bytes each. */
const MOST_LINES = 20_000_000

export class SiteMemories {
  readonly #sites = new Map<string, SiteMemory>()

  /** @throws RangeError for a profile with more repeated lines than memory should hold. */
  constructor(profile: Profile) {
    let size = 0
    for (const {site, pages, lines} of pruned(profile, LEAST_PAGES)) {
      const repeated: LineCount[] = []
      for (const line of lines) {
        repeated.push(line)
        if (++size > MOST_LINES) throw new RangeError(`more than ${MOST_LINES} repeated lines`)
      }
      if (repeated.length > 0) this.#sites.set(site, new CountedSite(site, pages, repeated))
    }
  }

  /** What is known of a site; undefined when nothing on it repeats. */
  of(site: string): SiteMemory | undefined {
    return this.#sites.get(site)
  }
}

class CountedSite implements SiteMemory {
  readonly name: string
  readonly pages: number
  readonly #hashes: Float64Array
  readonly #counts: Uint32Array

  constructor(name: string, pages: number, lines: readonly LineCount[]) {
    this.name = name
    this.pages = pages
    this.#hashes = Float64Array.from(lines, ([hash]) => hash)
    this.#counts = Uint32Array.from(lines, ([, count]) => count)
  }

  pagesWith(line: string): number {
    const normal = normalLine(line)
    if (!isCounted(normal)) return 0
    const hash = hashOf(normal)
    let low = 0
    let high = this.#hashes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#hashes[middle]! < hash) low = middle + 1
      else high = middle
    }
    return this.#hashes[low] === hash ? this.#counts[low]! : 0
  }
}
