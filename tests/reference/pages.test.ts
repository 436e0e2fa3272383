/** The reference pages: current, valid Markdown whatever a rule holds, with the anchors that reports link to, and clean. */
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import type {Heading, Root} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../src/clean.js'
import {anchorOf} from '../../src/reference/anchor.js'
import {type Entry, entriesOf} from '../../src/reference/entry.js'
import {illustrations} from '../../src/reference/illustrations.js'
import {pagesOf} from '../../src/reference/pages.js'
import {installedRules, installedRulesFolder} from '../../src/rules/read.js'

const folder = path.join(installedRulesFolder, 'reference')
const entries = entriesOf(installedRules(), await illustrations())
const pages = pagesOf(entries)
const markdown = unified().use(remarkParse).use(remarkGfm)
const parsed = (page: string): Root => markdown.parse(page)

test('the pages that are checked in are what `npm run docs` writes', () => {
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort())
  for (const [name, page] of pages) {
    expect(readFileSync(path.join(folder, name), 'utf8') === page, `${name}: run npm run docs`).toBe(true)
  }
})

test('every rule has a heading whose anchor is that of its links', () => {
  const anchors = [...pages].flatMap(([name, page]) =>
    parsed(page)
      .children.filter((node): node is Heading => node.type === 'heading')
      .map((heading) => `${name}#${textOf(heading)}`),
  )
  expect(entries.map(({id}) => anchorOf(id)).filter((anchor) => !anchors.includes(anchor))).toEqual([])
  expect(new Set(anchors).size).toBe(anchors.length)
})

test('every rule shows what it finds and what it leaves', () => {
  const silent = entries.filter(
    ({examples}) => !examples.some((one) => 'bad' in one) || !examples.some((one) => 'leave' in one),
  )
  expect(silent.map(({id}) => id)).toEqual([])
})

test('the pages are clean', () => {
  const clean = createCleaner()
  for (const [name, page] of pages) {
    const {text, findings} = clean(page, {path: name}).report
    expect(text === page, `${name} is changed`).toBe(true)
    expect(findings.filter(({state}) => state !== 'overruled').map(({rule, actual}) => [name, rule, actual])).toEqual(
      [],
    )
  }
})

describe('what rules hold is shown as it is:', () => {
  const odd = (over: Partial<Entry>): Entry => ({
    id: 'residue/odd-mark',
    stage: 'residue',
    message: 'Unexpected mark',
    why: 'It is odd.',
    level: 'proposed',
    examples: [],
    rule: undefined,
    ...over,
  })
  const pageOf = (entry: Entry): Root => parsed(pagesOf([entry]).get('residue.md')!)
  const NASTY = 'a <b>bold</b> | [link](x) `` ` `` **stars** _low_ \\ &amp; ~~~ ![i](j) <!-- c --> # 1. end'

  test.each(['message', 'why'] as const)('%s', (field) => {
    const {children} = pageOf(odd({[field]: NASTY}))
    const node = children.find((one) => textOf(one).startsWith('a '))!
    expect(node.type).toBe('paragraph')
    expect(textOf(node)).toBe(NASTY.replace('`` ` ``', '`'))
  })

  test.each(['# head', '- item', '1. one', '> said', '+ plus', '=== ', '| a |', '    code', '<div>'])(
    'a beginning that Markdown would read: %j',
    (why) => {
      const {children} = pageOf(odd({why}))
      const node = children.find((one) => textOf(one) === why.trim())
      expect(node?.type).toBe('paragraph')
    },
  )

  test('fences and backticks in examples', () => {
    const leave = '```js\n`x` | y\n````\n<script>'
    const {children} = pageOf(odd({examples: [{leave}]}))
    expect(children.filter((node) => node.type === 'code').map((node) => 'value' in node && node.value)).toEqual([
      leave,
    ])
  })

  test('a row of the index, whatever its message', () => {
    const table = parsed(pagesOf([odd({message: NASTY})]).get('README.md')!).children.find(
      ({type}) => type === 'table',
    )!
    const cells =
      'children' in table ? (table.children as {children: unknown[]}[]).map((one) => one.children.length) : []
    expect(cells).toEqual([3, 3])
  })

  test('what cannot be seen', () => {
    const page = pagesOf([odd({examples: [{bad: 'in\u200bside', good: 'inside'}]})]).get('residue.md')!
    expect(page).toContain('- in‹U+200B›side\n+ inside')
  })
})
