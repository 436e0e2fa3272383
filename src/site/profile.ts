/**
 * A site profile: for each site, how many of its pages were looked at, and on how many each line stands.
 *
 * Profiles are sequences, sorted by site (by UTF-16 code units) and within a site by hash, so that any number of them
 * can be added without holding more than one entry of each. Adding is the only operation: pages add up, and so do the
 * counts of a line. It follows that it does not matter which machine counted which page, nor in which order profiles
 * are added; only that no page is counted twice.
 */

/** The hash of a line, and on how many pages it stands. */
export type LineCount = readonly [hash: number, pages: number]

export interface SiteCounts {
  readonly site: string
  readonly pages: number
  /** Can be gone through once, and only until the next site is asked for. */
  readonly lines: Iterable<LineCount>
}

export type Profile = Iterable<SiteCounts>

/** The sum of profiles. */
export function* added(profiles: readonly Profile[]): Profile & Iterator<SiteCounts> {
  const sources = profiles.map((profile) => profile[Symbol.iterator]())
  try {
    const heads = sources.map((source) => source.next())
    for (let site = leastSite(heads); site !== undefined; site = leastSite(heads)) {
      const same = heads.flatMap(({done, value}, i) => (!done && value.site === site ? [{i, value}] : []))
      yield {
        site,
        pages: same.reduce((sum, {value}) => sum + value.pages, 0),
        lines: addedLines(same.map(({value}) => value.lines)),
      }
      for (const {i} of same) heads[i] = sources[i]!.next()
    }
  } finally {
    for (const source of sources) source.return?.()
  }
}

function leastSite(heads: readonly IteratorResult<SiteCounts>[]): string | undefined {
  let least: string | undefined
  for (const {done, value} of heads) if (!done && (least === undefined || value.site < least)) least = value.site
  return least
}

/** Two at a time, so that each entry passes as many comparisons as there are levels. */
function addedLines(lines: readonly Iterable<LineCount>[]): Iterable<LineCount> {
  if (lines.length <= 1) return lines[0] ?? []
  const middle = lines.length >> 1
  return pairOfLines(addedLines(lines.slice(0, middle)), addedLines(lines.slice(middle)))
}

function* pairOfLines(one: Iterable<LineCount>, other: Iterable<LineCount>): Iterable<LineCount> {
  const [as, bs] = [one[Symbol.iterator](), other[Symbol.iterator]()]
  let [a, b] = [as.next(), bs.next()]
  while (!a.done && !b.done) {
    const order = a.value[0] - b.value[0]
    if (order === 0) yield [a.value[0], a.value[1] + b.value[1]]
    else yield order < 0 ? a.value : b.value
    if (order <= 0) a = as.next()
    if (order >= 0) b = bs.next()
  }
  for (; !a.done; a = as.next()) yield a.value
  for (; !b.done; b = bs.next()) yield b.value
}

/** Without lines on fewer pages and sites of fewer: smaller, but no longer to be added to what else was seen. */
export function* pruned(profile: Profile, leastPages: number): Profile & Iterator<SiteCounts> {
  for (const {site, pages, lines} of profile) {
    if (pages >= leastPages) yield {site, pages, lines: frequent(lines, leastPages)}
  }
}

function* frequent(lines: Iterable<LineCount>, leastPages: number): Iterable<LineCount> {
  for (const line of lines) if (line[1] >= leastPages) yield line
}
