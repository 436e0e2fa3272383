/** Random Markdown: every kind of block, nested, with faults sprinkled in where a scraped article has them. */
import fc from 'fast-check'
import {FAULTS, SENTENCES, SPUN} from './fragments.js'

const CHINESE = [
  '他说今天天气很好，我们去公园吧。',
  '这家公司的“爆品”策略很成功,大家都很高兴.',
  '守正出奇是他们的口号 ，没有人反对 。',
]
const FURNITURE = [
  'Read more: how the harbour was built',
  'Please enter your comment!',
  'Share this',
  'RELATED:',
  '(Via)',
  'Advertisement',
  'Subscribe to our newsletter',
]
/** What Markdown reads as its own, and what looks as if it did. */
const MARKUP = [
  '**bold words**',
  '*a word*',
  '_so_',
  '`code {name} .`',
  '[a link](docs/{name}.md "a title")',
  '[a reference][mill]',
  '![a mill](img/{x}.png)',
  '<https://example.org/{id}>',
  'https://example.org/a?b=1',
  '<b>bold</b>',
  '<br>',
  'a\\*b',
  '~~struck~~',
  '&lt;b&gt;',
  '[^1]',
  '<!-- {note} . -->',
  'keeper@example.org',
  '$x_{1}$',
  '1. one',
  '- dash',
  '# no heading',
  '> said',
  '| cell',
  '+ plus',
  '2) two',
  '***',
  '**“Bold.”**',
  '*“爆品”*',
  '**守正出奇**。',
]

const words = (choices: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...choices)
const piece = fc.oneof(
  {weight: 5, arbitrary: words(SENTENCES)},
  {weight: 4, arbitrary: words(FAULTS)},
  {weight: 4, arbitrary: words(MARKUP)},
  {weight: 1, arbitrary: words(SPUN)},
  {weight: 1, arbitrary: words(CHINESE)},
  {weight: 1, arbitrary: words(FURNITURE)},
)
/** Of a paragraph: soft breaks, hard ones, and blanks that mean nothing. */
const glue = fc.constantFrom(' ', ' ', ' ', '\n', '  \n', '\\\n', ' \n', '  ', '')
const text = fc
  .array(fc.tuple(piece, glue), {minLength: 1, maxLength: 5})
  .map((pieces) => pieces.flat().join('').trim())
const line = text.map((words) => words.replace(/\s*\n\s*/g, ' '))

const indented = (by: string, block: string): string => block.replace(/\n(?=[^\n])/g, `\n${by}`)
const quoted = (block: string): string => `> ${block.replaceAll('\n', '\n> ')}`
const listOf =
  (mark: (i: number) => string, gap: string) =>
  (items: readonly string[]): string =>
    items.map((item, i) => mark(i) + indented(' '.repeat(mark(i).length), item)).join(gap)

const leaf = fc.oneof(
  {weight: 6, arbitrary: text},
  fc.tuple(fc.integer({min: 1, max: 6}), line).map(([depth, words]) => `${'#'.repeat(depth)} ${words}`),
  line.map((words) => `${words}\n===`),
  line.map((words) => `${words}\n---`),
  words(FURNITURE),
  line.map((words) => `\`\`\`js\n${words} .\n\`\`\``),
  line.map((words) => `~~~\n${words}\n\n{name} .\n~~~`),
  line.map((words) => `    ${words}`),
  line.map((words) => `<div class="{x} .">\n${words}\n</div>`),
  fc.constantFrom('---', '***', '[mill]: https://example.org/{mill} "A mill ."', '[^1]: A note .', '-', '*', '1.'),
  fc
    .array(fc.tuple(line, line), {minLength: 1, maxLength: 3})
    .map((rows) =>
      [
        '| A | B |',
        '|---|:-:|',
        ...rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`),
      ].join('\n'),
    ),
)

const {block} = fc.letrec<{block: string}>((tie) => {
  const few = fc.array(tie('block'), {minLength: 1, maxLength: 3})
  const gap = fc.constantFrom('\n', '\n\n')
  return {
    block: fc.oneof(
      {maxDepth: 2, withCrossShrink: true},
      leaf,
      fc
        .tuple(fc.constantFrom('- ', '* ', '+ ', '- [ ] '), few, gap)
        .map(([mark, items, between]) => listOf(() => mark, between)(items)),
      fc
        .tuple(fc.constantFrom('. ', ') '), few, gap)
        .map(([mark, items, between]) => listOf((i) => `${i + 1}${mark}`, between)(items)),
      few.map((blocks) => quoted(blocks.join('\n\n'))),
    ),
  }
})

const frontMatter = fc.oneof(
  fc.constant(''),
  line.map((words) => `---\ntitle: ${JSON.stringify(words)}\nslug: '{name} .'\n---\n\n`),
  text.map((words) => `---\ndescription: |\n  ${words.replaceAll('\n', '\n  ')}\n---\n`),
)

/** Files with one kind of line break throughout, with and without one at their end. */
export const markdownFiles: fc.Arbitrary<string> = fc
  .tuple(
    frontMatter,
    fc.array(block, {minLength: 1, maxLength: 5}),
    fc.constantFrom('', '\n', '\n\n'),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([front, blocks, end, lineBreak]) =>
    `${front}${blocks.join('\n\n')}${end}`.replaceAll('\n', lineBreak).toWellFormed(),
  )
