/** The same fault in the same words may stand in a document twice: an ordinal tells the two apart. */

/** Answers for each key how often it has been asked about, from 1. */
export function occurrences(): (key: string) => number {
  const counts = new Map<string, number>()
  return (key) => {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count
  }
}
