/**
 * Double the text, at most 2.3 times the time: of a linter, and of its repairs, on Markdown full of faults and on shapes
 * that scanners trip over. Both sizes are measured in turn, and the least of each counts.
 */
import {createFixer} from '../../dist/lint/fixer.js'
import {createLinter} from '../../dist/lint/linter.js'
import {fixed, table} from './measure.mjs'

const TURNS = 3
/** UTF-16 code units; small enough for a few seconds, large enough to tell growth from start-up. */
const SIZE = 30_000
const MOST = 2.3

const SECTION = `## The mill in {town}

The mill turned all night . It rained on the roof, and *nobody* came to wake the keeper, itâ€™s said; see [the log](log.md).

- The first entry names “爆品” blockbuster product strategy at work.
  - A smaller one &amp; its slot {name}

    \`\`\`js
    const {x} = y .
    \`\`\`
> 他说今天天气很好,我们去公园吧.

| Year | Flour |
|---|---|
| 1904 | twelve sacks . |

Share this

`

const repeated = (text, size) => text.repeat(Math.ceil(size / text.length))

/** By name: a file of about so many characters. */
const SHAPES = {
  'Markdown full of faults': (size) => ['a.md', repeated(SECTION, size)],
  'the same in one line': (size) => ['a.md', repeated(SECTION, size).replaceAll('\n', ' ')],
  'the same in MDX': (size) => ['a.mdx', repeated(SECTION, size)],
  'open braces and tags (MDX)': (size) => ['a.mdx', repeated('The <A b={ mill { turned \' ` " .\n\n', size)],
  'nested quotations': (size) => ['a.md', repeated(`${'> '.repeat(30)}The mill turned .\n`, size)],
  'nested lists': (size) => [
    'a.md',
    repeated(Array.from({length: 30}, (_, i) => `${'  '.repeat(i)}- The mill turned .\n`).join(''), size),
  ],
  'open fences': (size) => ['a.md', repeated('- ```\n> ~~~\nThe mill turned .\n', size)],
  'backticks of all lengths': (size) => [
    'a.md',
    repeated(Array.from({length: 60}, (_, i) => '`'.repeat(i + 1)).join(' '), size),
  ],
  blanks: (size) => ['a.md', `---\ntitle: a${' '.repeat(size)}b\n---\nThe mill${' '.repeat(size)}turned .\n`],
  'front matter': (size) => [
    'a.md',
    `---\n${repeated('- title: The mill turned . It rained\n', size)}---\nThe mill.\n`,
  ],
  'JSON with chosen fields': (size) => [
    'a.json',
    `[${repeated('{"title": "The \\"mill\\" turned .\\nIt rained"},', size)}]`,
  ],
  'a page': (size) => [
    'a.html',
    `<!doctype html><article>${repeated('<p>The mill <b>turned</b> all night . It rained, and nobody came.</p>', size)}`,
  ],
}

const settings = {options: {}, rulesFolders: [], asksDictionary: false, fields: ['title']}

export function growth() {
  const runs = {lint: createLinter(settings), '--fix': createFixer(settings, 'safe')}
  const rows = [['file', ...Object.keys(runs).flatMap((name) => [`${name} MB/s`, 'twice the text'])]]
  let worst = 0
  for (const [name, shape] of Object.entries(SHAPES)) {
    const row = [name]
    for (const [run, linter] of Object.entries(runs)) {
      const [once, twice] = timesOf([shape(SIZE), shape(2 * SIZE)], linter)
      // Repairs wait for a parser of Markdown, whose growth is its own.
      if (run === 'lint') worst = Math.max(worst, twice / once)
      row.push(fixed(SIZE / 1e6 / once, 2), `${fixed(twice / once, 2)} ×`)
    }
    rows.push(row)
  }
  table(`Growth of lint with the length of a file (at most ${MOST} × for twice the text)`, rows)
  if (worst > MOST) process.exitCode = 1
}

/** Least CPU seconds for each file. */
function timesOf(files, linter) {
  const least = files.map(() => Number.POSITIVE_INFINITY)
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [i, [path, content]] of files.entries()) {
      const before = process.cpuUsage()
      linter.lint({content, facts: {path}})
      const {user, system} = process.cpuUsage(before)
      least[i] = Math.min(least[i], (user + system) / 1e6)
    }
  }
  return least
}
