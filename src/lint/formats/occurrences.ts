/**
 * The same fault in the same words may stand in a file twice: an ordinal tells the two apart. What is said of a file may
 * come in several results, one for each of its records, but never after those of another file.
 */

/** Answers how often something has been asked about in a file, from 1; what it holds is of one file. */
export function occurrences(): (file: string, key: string) => number {
  const counts = new Map<string, number>()
  let current: string | undefined
  return (file, key) => {
    if (file !== current) counts.clear()
    current = file
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count
  }
}
