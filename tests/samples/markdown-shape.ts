/** What a Markdown file consists of, without its words. */
import type {Nodes} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {isHtmlElement} from '../../src/draft/index.js'

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze()

/** What of a node is not its words. */
const KEPT = ['depth', 'ordered', 'start', 'checked', 'lang', 'meta', 'url', 'identifier', 'align'] as const

/** An unfilled slot looks like a tag. */
const isSlot = (node: Nodes): boolean =>
  node.type === 'html' && /^<[a-z]+>$/i.test(node.value) && !isHtmlElement(node.value.slice(1, -1))

/** The nodes one below the other, with their depth; text is left out, and the line breaks in it. */
export function shapeOf(source: string): string[] {
  const lines: string[] = []
  const tell = (node: Nodes, depth: number): void => {
    if (node.type === 'text' || node.type === 'break' || isSlot(node)) return
    const facts = KEPT.flatMap((key) => (key in node ? [`${key}=${JSON.stringify((node as never)[key])}`] : []))
    if (node.type === 'code' || node.type === 'inlineCode') facts.push(JSON.stringify(node.value))
    if (node.type === 'html') facts.push(...(node.value.match(/<[^<>]*>/g) ?? []).filter((tag) => tag !== '<dollars>'))
    lines.push(`${depth} ${[node.type, ...facts].join(' ')}`)
    if ('children' in node) for (const child of node.children) tell(child, depth + 1)
  }
  tell(markdown.parse(source) as Nodes, 0)
  return lines
}
