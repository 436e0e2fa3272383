/** From Markdown to plain text and back, for whoever asks for the other form. What has the right form is not touched. */
import type {Nodes, Parents, PhrasingContent, Root, RootContent} from 'mdast'
import {toString as wordsIn} from 'mdast-util-to-string'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {type Format, isMarkdown} from '../draft/index.js'

const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter)
  .use(remarkStringify, {bullet: '-', rule: '-', emphasis: '*', fences: true})
  .freeze()

/** The text in the other form; the same string when it has that form. */
export function convert(text: string, from: Format, to: Format, title?: string): string {
  if (isMarkdown(from) === isMarkdown(to)) return text
  return isMarkdown(from) ? markdownToText(text) : textToMarkdown(text, title)
}

/** One paragraph a block, empty lines between; links and emphasis leave their words, front matter nothing. */
export function markdownToText(source: string): string {
  const tree = markdown.parse(source) as Root
  const blocks = tree.children.flatMap((node) => blockTexts(node, ''))
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

function blockTexts(node: RootContent, indent: string): string[] {
  switch (node.type) {
    case 'yaml':
    case 'definition':
    case 'html':
      return []
    case 'code':
      return [node.value]
    case 'list':
      return [
        node.children
          .map((item, i) => listEntry(item, node.ordered ? `${(node.start ?? 1) + i}.` : '-', indent))
          .join('\n'),
      ]
    case 'table':
      return [node.children.map((row) => row.children.map((cell) => wordsIn(cell)).join('\t')).join('\n')]
    case 'blockquote':
      return node.children.flatMap((child) => blockTexts(child, indent))
    case 'thematicBreak':
      return []
    default:
      return [inlineText(node)]
  }
}

function listEntry(item: Parents, marker: string, indent: string): string {
  const inner = `${indent}${' '.repeat(marker.length + 1)}`
  const blocks = (item.children as RootContent[]).flatMap((child) => blockTexts(child, inner))
  return `${indent}${marker} ${blocks.join(`\n${inner}`)}`
}

function inlineText(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'image') return node.alt ?? ''
  if ('children' in node) return (node.children as PhrasingContent[]).map(inlineText).join('')
  return 'value' in node && node.type !== 'html' ? node.value : ''
}

/** Each line a paragraph, lines that were broken at a width joined; the title becomes a heading. What Markdown would read as its own is escaped. */
export function textToMarkdown(source: string, title?: string): string {
  const blocks = source
    .split(/\r?\n[ \t]*\r?\n|\r?\n(?!\p{Ll})/u)
    .map((block) => block.trim())
    .filter((block) => block !== '')
  const children: RootContent[] = []
  for (const [i, block] of blocks.entries()) {
    const bullet = /^[-*•–]\s+/.exec(block)
    const text: PhrasingContent[] = [
      {type: 'text', value: (bullet ? block.slice(bullet[0].length) : block).replace(/\s*\r?\n\s*/g, ' ')},
    ]
    const last = children.at(-1)
    if (i === 0 && title !== undefined && block === title) children.push({type: 'heading', depth: 1, children: text})
    else if (!bullet) children.push({type: 'paragraph', children: text})
    else {
      const entry = {type: 'listItem' as const, spread: false, children: [{type: 'paragraph' as const, children: text}]}
      if (last?.type === 'list') last.children.push(entry)
      else children.push({type: 'list', ordered: false, spread: false, children: [entry]})
    }
  }
  return markdown.stringify({type: 'root', children} as never) as unknown as string
}
