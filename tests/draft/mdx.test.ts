/** What a parser of MDX calls script, tag or expression is protected, and the prose between is not. */
import fc from 'fast-check'
import type {Nodes} from 'mdast'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {protectedSpans} from '../../src/draft/index.js'

const mdx = unified().use(remarkParse).use(remarkMdx).freeze()

const shielded = (text: string): string[] => protectedSpans(text, 'mdx').map(({start, end}) => text.slice(start, end))

describe('MDX', () => {
  test.each([
    [
      'imports and exports',
      "import A from 'a'\nexport const b = {c: '}'}\n\nText",
      ["import A from 'a'\nexport const b = {c: '}'}\n\n"],
    ],
    ['an export with empty lines', 'export const a = {\n\n  b: 1\n}\n\nText', ['export const a = {\n\n  b: 1\n}\n']],
    ['a word at the start of a line', 'We\nexport flour.', []],
    [
      'tags, not what stands between',
      '<A b="c > d" e={{f: 1}}>Text {g} text</A>',
      ['<A b="c > d" e={{f: 1}}>', '{g}', '</A>'],
    ],
    ['expressions with strings', "A {b ? '}' : `c}`} d", ["{b ? '}' : `c}`}"]],
    ['comments', "A {/* it's } */} b", ["{/* it's } */}"]],
    ['escaped braces', 'A \\{b} c', []],
    ['braces in code', 'A `{b` c {d}', ['`{b`', '{d}']],
    ['what is never closed', 'A {b and on', ['{b and on']],
    ['comparisons', 'a < b and c', []],
    ['no indented code', 'Text\n\n    {a} text', ['{a}']],
  ])('%s', (_, text, expected) => {
    expect(shielded(text).map((span) => span.trimEnd())).toEqual(expected.map((span) => span.trimEnd()))
  })

  const BLOCKS = [
    "import A from './a.js'",
    'export const a = {b: "}", c: `d {`}',
    '# A heading with {name}',
    'Text {a + "}"} and <B c={d} e="{f}">prose {g}</B> more',
    '<Card title="a > b">\n\nProse in {place}\n\n</Card>',
    '- an entry {a}\n- another <B/> one',
    '> quoted {/* a } comment */} text',
    '{\n  a.map((b) => <C key={b}>{b}</C>)\n}',
    '```js\nconst {a} = <B>\n```',
    'Plain prose, `{code}` and 1 \\< 2.',
  ]

  test('nodes of a parser are protected', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(BLOCKS, {minLength: 1}), (blocks) => {
        const text = blocks.join('\n\n')
        const spans = protectedSpans(text, 'mdx')
        const isShielded = (at: number) => spans.some(({start, end}) => start <= at && at < end)
        const check = (node: Nodes | {type: string; position?: Nodes['position']}): void => {
          const [start, end] = [node.position!.start.offset!, node.position!.end.offset!]
          if (/^mdx(?:jsEsm|.*Expression)$/.test(node.type)) {
            for (let i = start; i < end; i++) expect(isShielded(i), text.slice(start, end)).toBe(true)
          }
          if (/^mdxJsx/.test(node.type))
            expect(isShielded(start) && isShielded(end - 1), text.slice(start, end)).toBe(true)
          if (node.type === 'text')
            for (let i = start; i < end; i++) expect(isShielded(i), text.slice(start, end)).toBe(false)
          if ('children' in node) node.children.forEach(check)
        }
        check(mdx.parse(text) as Nodes)
      }),
      {numRuns: 200},
    )
  })
})
