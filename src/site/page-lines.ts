import {linesOf} from '../draft/index.js'
import {hashOf, isCounted, normalLine} from './line-hash.js'

/** The hashes of the lines of a page that say enough to be counted, each once. */
export function pageLines(text: string): ReadonlySet<number> {
  const lines = linesOf(text)
  const hashes = new Set<number>()
  for (let i = 0; i < lines.count; i++) {
    const normal = normalLine(text.slice(lines.starts[i], lines.ends[i]))
    if (isCounted(normal)) hashes.add(hashOf(normal))
  }
  return hashes
}
