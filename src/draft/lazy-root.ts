/**
 * An nlcst root that costs nothing until somebody looks at its children.
 *
 * Parsing runs at 4–5 MB/s, every stage of ours at 50 and up; so the tree grows from the text as it stands on the first
 * look, with positions in the source, and what a foreign plugin does to it is read back as edits of the text.
 */
import type {Node, Parents, Root, RootContent} from 'nlcst'
import type {Point} from 'unist'
import type {Edit} from './edit.js'
import {linesOf} from './lines.js'
import type {Place} from './place.js'
import type {Span} from './span.js'

export type Parse = (text: string) => Root

/** parse-latin takes four times as long for twice the text in one string, so no more than this at a time (UTF-16 units). */
const LARGEST_PIECE = 8192

/** Where in the text each leaf of a grown tree came from. */
export type Leaves = Map<Node, Span>

/** Parses a text piece by piece; positions are put right by `relocate`. */
export function growTree(text: string, parse: Parse): RootContent[] {
  const children: RootContent[] = []
  for (const piece of piecesOf(text)) {
    const tree = parse(text.slice(piece.start, piece.end))
    if (piece.start > 0) shift(tree, piece.start)
    for (const child of tree.children) children.push(child)
  }
  return children
}

/** Cuts after empty lines, or at a blank where a paragraph is longer than a piece may be. */
function piecesOf(text: string): Span[] {
  const pieces: Span[] = []
  const lines = linesOf(text)
  let start = 0
  for (let i = 0; i + 1 < lines.count; i++) {
    const next = lines.starts[i + 1]!
    const isEmpty = lines.starts[i] === lines.ends[i]
    if (next - start < LARGEST_PIECE / 2 || !isEmpty || lines.starts[i + 1] === lines.ends[i + 1]) continue
    start = cut(text, start, next, pieces)
  }
  cut(text, start, text.length, pieces)
  return pieces
}

function cut(text: string, start: number, end: number, pieces: Span[]): number {
  while (end - start > LARGEST_PIECE) {
    const blank = text.lastIndexOf(' ', start + LARGEST_PIECE)
    const at = blank > start ? blank : start + LARGEST_PIECE
    pieces.push({start, end: at})
    start = at
  }
  if (end > start) pieces.push({start, end})
  return end
}

/** Nodes share the points where they touch, so positions are made anew and not changed. */
function shift(tree: Node, by: number): void {
  walk(tree, (node) => {
    const {position} = node
    if (!position) return
    const moved = (point: Point): Point => ({...point, offset: (point.offset ?? 0) + by})
    node.position = {start: moved(position.start), end: moved(position.end)}
  })
}

/** Notes where each leaf lies in the text, then turns all positions into positions of the source. */
export function relocate(
  children: readonly RootContent[],
  toSource: (span: Span) => Span,
  placeOf: (offset: number) => Place,
): Leaves {
  const leaves: Leaves = new Map()
  for (const child of children) {
    walk(child, (node) => {
      const start = node.position?.start.offset
      const end = node.position?.end.offset
      if (start === undefined || end === undefined) return
      if ('value' in node) leaves.set(node, {start, end})
      const span = toSource({start, end})
      node.position = {
        start: {...placeOf(span.start), offset: span.start},
        end: {...placeOf(span.end), offset: span.end},
      }
    })
  }
  return leaves
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  if ('children' in node) for (const child of (node as Parents).children) walk(child, visit)
}

/** What a tree says now, against the text it grew from: one edit for each stretch of leaves that changed. */
export function editsOfTree(children: readonly RootContent[], leaves: Leaves, text: string): Edit[] {
  const edits: Edit[] = []
  let at = 0
  let inserted = ''
  const flush = (end: number): void => {
    const edit = trimmed({start: at, end, insert: inserted}, text)
    if (edit) edits.push(edit)
    inserted = ''
  }
  for (const child of children) {
    walk(child, (node) => {
      if (!('value' in node)) return
      const value = String(node.value)
      const span = leaves.get(node)
      if (!span || span.start < at) {
        inserted += value
      } else {
        flush(span.start)
        at = span.end
        if (value !== text.slice(span.start, span.end)) {
          at = span.start
          inserted = value
          flush(span.end)
          at = span.end
        }
      }
    })
  }
  flush(text.length)
  return edits
}

/** Without what its two sides have in common; nothing when they are equal. */
function trimmed(edit: Edit, text: string): Edit | undefined {
  const old = text.slice(edit.start, edit.end)
  if (old === edit.insert) return undefined
  const longest = Math.min(old.length, edit.insert.length)
  let head = 0
  while (head < longest && old[head] === edit.insert[head]) head++
  let tail = 0
  while (tail < longest - head && old.at(-1 - tail) === edit.insert.at(-1 - tail)) tail++
  return {
    start: edit.start + head,
    end: edit.end - tail,
    insert: edit.insert.slice(head, edit.insert.length - tail),
  }
}
