/** Counting pages: each adds one to its site and one to every line on it. */
import type {LineCount, Profile, SiteCounts} from './profile.js'

export class Tally {
  #sites = new Map<string, {pages: number; readonly lines: Map<number, number>}>()
  #size = 0

  /** How many lines and sites are held: what takes memory, about 70 bytes each. */
  get size(): number {
    return this.#size
  }

  /** `lines` are the hashes of a page's lines, each once. */
  add(site: string, lines: ReadonlySet<number>): void {
    let counts = this.#sites.get(site)
    if (!counts) {
      counts = {pages: 0, lines: new Map()}
      this.#sites.set(site, counts)
      this.#size++
    }
    counts.pages++
    const before = counts.lines.size
    for (const line of lines) counts.lines.set(line, (counts.lines.get(line) ?? 0) + 1)
    this.#size += counts.lines.size - before
  }

  /** What was counted so far, as a profile; the tally is empty from then on. */
  take(): Profile {
    const sites = [...this.#sites].sort(([a], [b]) => (a < b ? -1 : 1))
    this.#sites = new Map()
    this.#size = 0
    return sorted(sites)
  }
}

type Counts = readonly [site: string, counts: {readonly pages: number; readonly lines: ReadonlyMap<number, number>}]

function* sorted(sites: readonly Counts[]): Iterable<SiteCounts> {
  for (const [site, {pages, lines}] of sites) {
    const inOrder: LineCount[] = [...lines].sort((a, b) => a[0] - b[0])
    yield {site, pages, lines: inOrder}
  }
}
