/** Whatever a document or a rule says, a hover shows it as words. */
import fc from 'fast-check'
import type {Nodes, Root} from 'mdast'
import {toString as wordsIn} from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import type {MarkupContent} from 'vscode-languageserver/node'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {hoverAt} from '../../src/lsp/hover.js'
import {findingAt} from './findings.js'

const document = TextDocument.create('file:///a.md', 'markdown', 1, 'One two three.\n')
const shownOf = (message: string, kind: 'markdown' | 'plaintext'): string => {
  const hover = hoverAt(document, [findingAt(document, 4, 7, {message, why: message})], 5, kind)
  return (hover!.contents as MarkupContent).value
}
/** Some editors make a link of an address that stands in plain sight. */
const isInPlainSight = (node: Nodes): boolean => node.type === 'link' && node.url.endsWith(wordsIn(node))
const kindsIn = (node: Nodes): string[] => [
  isInPlainSight(node) ? 'text' : node.type,
  ...('children' in node ? node.children.flatMap((child) => kindsIn(child)) : []),
]
const markdown = unified().use(remarkParse).use(remarkGfm)
const parsed = (text: string): Root => markdown.parse(text) as Root

const PIECES = [
  '`',
  '``',
  '*',
  '**',
  '_',
  '[x](y)',
  '![',
  '](command:quit)',
  '<b>',
  '&lt;',
  '\\',
  '~~',
  '|',
  '#',
  'a',
  ' ',
]
const LINKS = [
  'http://a.example',
  'https://b.example/c',
  'www.c.example',
  'd@e.example',
  '<ftp://f>',
  'mailto:g@h.i',
  '\n',
  '\n\n',
  '---',
  '1. ',
  '- ',
  '$x$',
]

test('Markdown of a document stays text: no picture, markup, code, list or link that leads elsewhere', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES, ...LINKS), {minLength: 1, maxLength: 12}), (pieces) => {
      const kinds = new Set(kindsIn(parsed(shownOf(`Unexpected ${pieces.join('')}.`, 'markdown'))))
      expect([...kinds].sort()).toEqual(['inlineCode', 'paragraph', 'root', 'strong', 'text'])
    }),
    {numRuns: 200},
  )
})

test('what is shown reads as it was said', () => {
  const said = 'Unexpected <b> in [x](y), `*_`, see http://a.example or a@b.example'
  expect(wordsIn(parsed(shownOf(said, 'markdown')).children[0])).toBe(said)
  expect(shownOf(said, 'plaintext').split('\n')[0]).toBe(said)
})

test('a place without width is shown at it, a word at each of its characters, both no further', () => {
  const missing = findingAt(document, 3, 3)
  const word = findingAt(document, 4, 7)
  const shownAt = (offset: number) => hoverAt(document, [missing, word], offset, 'plaintext')?.range?.start.character
  expect([2, 3, 4, 6, 7].map(shownAt)).toEqual([undefined, 3, 4, 4, undefined])
})
