/** A half-open stretch of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What no stage edits, and why. */
export interface ProtectedSpan extends Span {
  readonly kind: 'front-matter' | 'code' | 'url' | 'email' | 'html'
}

/** Whether two spans share a character; empty spans share one only when they lie strictly inside the other. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/**
 * Where in a list of sorted, disjoint spans the search for one that touches `offset` has to begin:
 * the index of the first span that ends after `offset`.
 */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The first of a list of sorted, disjoint spans that overlaps `span`. */
export function findOverlap<S extends Span>(spans: readonly S[], span: Span): S | undefined {
  const candidate = spans[firstEndingAfter(spans, span.start)]
  return candidate && overlaps(candidate, span) ? candidate : undefined
}
