/**
 * Whether repairs leave the structure of a Markdown text as it is: headings, lists, tables, links and code are parsed before
 * and after. A line that goes can make a heading of the one above it, a mark that comes can open a list; no rule about
 * lines sees all of that, a parser does.
 */
import type {Nodes} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {applyEdits, type Edit, isHtmlElement, type Span} from '../draft/index.js'

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze()

/** A text is parsed no more often than this: every repair to be left out takes a few times. */
const MOST_PARSES = 64

/** The edits, in their order, that together change no structure. Blocks that go whole are missed by nobody. */
export function soundEdits(source: string, edits: readonly Edit[]): readonly Edit[] {
  if (edits.length === 0) return edits
  const before = markdown.parse(source) as Nodes
  let parses = 0
  const isSound = (some: readonly Edit[]): boolean => {
    if (++parses > MOST_PARSES) return false
    const after = markdown.parse(applyEdits(source, some)) as Nodes
    return (
      shapeOf(after, []) ===
      shapeOf(
        before,
        some.filter(({insert}) => insert === ''),
      )
    )
  }
  const added = (kept: readonly Edit[], more: readonly Edit[]): readonly Edit[] => {
    const all = [...kept, ...more]
    if (more.length === 0 || isSound(all)) return all
    if (more.length === 1) return kept
    const middle = more.length >> 1
    return added(added(kept, more.slice(0, middle)), more.slice(middle))
  }
  return added([], edits)
}

/** What of a node is none of its words. */
const FACTS = ['depth', 'ordered', 'start', 'checked', 'lang', 'meta', 'url', 'identifier', 'align'] as const
/** What of a node is no prose: code, and the tags of HTML. */
function verbatimIn(node: Nodes): readonly string[] {
  if (node.type === 'html') return node.value.match(/<!--[\s\S]*?-->|<[^<>]*>/g) ?? []
  return node.type === 'code' || node.type === 'inlineCode' ? [node.value] : []
}

/** The nodes one below the other, without text and without what lies wholly in `removed`. */
function shapeOf(root: Nodes, removed: readonly Span[]): string {
  const lines: string[] = []
  const tell = (node: Nodes, depth: number): void => {
    if (node.type === 'text' || (node.type !== 'root' && isGone(node, removed))) return
    const facts = FACTS.map((fact) => (fact in node ? JSON.stringify(node[fact as never]) : ''))
    lines.push(`${depth} ${node.type} ${facts.join(' ')} ${JSON.stringify(verbatimIn(node))}`)
    if ('children' in node) for (const child of node.children) tell(child, depth + 1)
  }
  tell(root, 0)
  return lines.join('\n')
}

/** A slot that looks like a tag was never structure, and a line break goes with the line behind it. */
function isGone(node: Nodes, removed: readonly Span[]): boolean {
  if (node.type === 'html' && /^<[a-z]+>$/i.test(node.value) && !isHtmlElement(node.value.slice(1, -1))) return true
  const [start, end] = [node.position!.start.offset!, node.position!.end.offset!]
  return removed.some(
    (span) =>
      (span.start <= start && end <= span.end) || (node.type === 'break' && span.start <= end && end < span.end),
  )
}
