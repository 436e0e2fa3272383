/** What a Markdown file consists of, without its words. */
import type {Nodes} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Span} from '../../src/draft/index.js'

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze()

/** What of a node is not its words. */
const KEPT = ['depth', 'ordered', 'start', 'checked', 'lang', 'meta', 'url', 'identifier', 'align'] as const
/** Of these the value is no prose. */
const VERBATIM: ReadonlySet<string> = new Set(['code', 'inlineCode', 'html'])

/** The nodes one below the other, those left out that lie wholly in `removed`; text is left out everywhere. */
export function shapeOf(source: string, removed: readonly Span[] = []): string {
  const lines: string[] = []
  const tell = (node: Nodes, depth: number): void => {
    const {start, end} = node.position!
    const isGone = removed.some((span) => span.start <= start.offset! && end.offset! <= span.end)
    if (node.type === 'text' || (isGone && node.type !== 'root')) return
    const facts = KEPT.flatMap((key) => (key in node ? [`${key}=${JSON.stringify((node as never)[key])}`] : []))
    if (VERBATIM.has(node.type)) facts.push(JSON.stringify((node as {value: string}).value.replace(/\s+/g, ' ')))
    lines.push('  '.repeat(depth) + [node.type, ...facts].join(' '))
    if ('children' in node) for (const child of node.children) tell(child, depth + 1)
  }
  tell(markdown.parse(source) as Nodes, 0)
  return lines.join('\n')
}
