/** Code blocks are those that a Markdown parser finds, and no prose is missed that stands beside them. */
import fc from 'fast-check'
import type {Nodes} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {codeBlocks} from '../../src/draft/code-blocks.js'
import {protectedSpans} from '../../src/draft/index.js'
import {linesOf} from '../../src/draft/lines.js'
import {markdownFiles} from '../samples/markdown.js'

const blocksOf = (text: string): string[] =>
  codeBlocks(text, linesOf(text), {hasIndented: true}).map(({start, end}) => text.slice(start, end))

describe('code blocks', () => {
  test.each([
    ['a fence', 'Text\n```js\n{a}\n```\nText', ['```js\n{a}\n```']],
    ['a fence in a list entry', '- Text\n\n  ```\n  {a}\n  ```\n- Text', ['```\n  {a}\n  ```']],
    ['a fence behind a marker', '1. ~~~\n   {a}\n   ~~~\n2. Text', ['~~~\n   {a}\n   ~~~']],
    ['a fence in a quotation', '> ```\n> {a}\n> ```\n> Text', ['```\n> {a}\n> ```']],
    ['a fence that ends with its quotation', '> ```\n> {a}\nText', ['```\n> {a}']],
    ['a fence that ends with its entry', '- ```\n  {a}\nText {b}', ['```\n  {a}']],
    ['a longer fence', '````\n```\n{a}\n````', ['````\n```\n{a}\n````']],
    ['a fence that is never closed', 'Text\n```\n{a}', ['```\n{a}']],
    ['indented code', 'Text\n\n    {a}\n\nText', ['    {a}']],
    ['indented code in a quotation', '>     {a}\n> Text', ['    {a}']],
    ['indented code in a list entry', '-     {a}\n  Text', ['    {a}']],
    ['a line that continues a paragraph', 'Text\n    {a}', []],
    ['backticks in a line', 'Text ``` and ``` more', []],
    ['a paragraph of a list entry', '- Text\n\n  {a}\n\n10. Text\n\n    {b}', []],
    ['a fence in indented code', 'Text\n\n    ```\n\nText {a}\n\n```\n{b}\n```', ['    ```', '```\n{b}\n```']],
  ])('%s', (_, text, expected) => {
    expect(blocksOf(text)).toEqual(expected)
  })

  test('of random Markdown are all protected', () => {
    const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml'])
    fc.assert(
      fc.property(markdownFiles, (text) => {
        const shields = protectedSpans(text, 'markdown')
        const check = (node: Nodes): void => {
          const [start, end] = [node.position!.start.offset!, node.position!.end.offset!]
          if (node.type === 'code' || node.type === 'inlineCode') {
            for (let i = start; i < end; i++) {
              const isShielded = /[\s>]/.test(text[i]!) || shields.some((shield) => shield.start <= i && i < shield.end)
              expect(isShielded, `${text.slice(start, i)}¦${text.slice(i, end)}`).toBe(true)
            }
          }
          if ('children' in node) node.children.forEach(check)
        }
        check(markdown.parse(text) as Nodes)
      }),
      {numRuns: Number(process.env['RUNS'] ?? 200)},
    )
  })
})
