/** Double the text takes at most 2.3 times as long, whatever shape of Markdown it has. */
import {expect, test} from 'vitest'
import {createLinter} from '../../src/lint/linter.js'

const linter = createLinter({options: {}, rulesFolders: [], asksDictionary: false})
const WORDS =
  'the river carries small boats past quiet gardens while children watch from a stone bridge and traders count their coins'.split(
    ' ',
  )

/** Some words, others for other numbers. */
const say = (i: number, count: number): string =>
  Array.from({length: count}, (_, k) => WORDS[(i * 7 + k * (1 + (i % 5))) % WORDS.length]).join(' ')
const lines =
  (line: (i: number) => string) =>
  (count: number): string =>
    Array.from({length: count}, (_, i) => line(i)).join('')

const SHAPES: Readonly<Record<string, (count: number) => string>> = {
  list: lines((i) => `- ${say(i, 6)}\n`),
  'nested list of links': lines(
    (i) => `${'  '.repeat(i % 6)}- ${say(i, 4)} [${say(i, 1)}](https://example.org/${i})\n`,
  ),
  table: lines((i) => `| ${say(i, 2)} | \`${say(i, 1)}${i}\` | ${i} |\n`),
  headings: lines((i) => `## ${say(i, 4)}\n\n`),
  'links in one line': lines((i) => `[${say(i, 2)}](https://example.org/a/${i}) `),
  definitions: lines((i) => `[${i}]: https://example.org/${i} "${say(i, 2)}"\n`),
  'one paragraph': lines((i) => `Now ${say(i, 9)}. `),
  'short lines': lines((i) => `${say(i, 2)}\n`),
  'nested quotes': lines((i) => `${'>'.repeat(1 + (i % 20))} ${say(i, 6)}\n`),
  badges: lines((i) => `[![${say(i, 1)}](https://img.example.org/${i}.svg)](https://example.org/${i})\n`),
  tags: lines((i) => `<details><summary>${say(i, 2)}</summary>\n\n<b>${say(i, 3)}</b> <!-- ${say(i, 2)} -->\n\n`),
  'open tags': lines((i) => `<a href="x <b ${say(i, 2)} <!-- ${say(i, 1)}\n`),
  code: lines((i) => `${'`'.repeat(1 + (i % 7))}${say(i, 2)} \n\n\`\`\`js\n${say(i, 1)} = ${i}\n\`\`\`\n\n`),
  changes: lines((i) => `* fix: ${say(i, 4)} (#${i}) (${(i * 7919).toString(16)})\n`),
  'unknown words': lines((i) => `${say(i, 2)} ${'bcdfg'[i % 5]}ux${(i * 7919).toString(26).replace(/\d/g, 'q')}ing\n`),
  'findings by line': lines((i) => `Copyright (c) 2020 The ${say(i, 2)}\n\nNow ${say(i, 14)}.\n\n`),
  'findings in one line': lines((i) => `${say(i, 1)} . , ; `),
  'marks in one line': lines(() => '&# '),
  'quotation marks in one line': lines((i) => `"${say(i, 2)} "${say(i, 1)}" `),
  'addresses in addresses': lines((i) => `https://a${i}.example/`),
  'open brackets': lines(() => '[({'),
}

/** Milliseconds of this process; the best of some. */
function cost(text: string): number {
  let least = Infinity
  for (let run = 0; run < 2; run++) {
    const before = process.cpuUsage()
    linter.lint({content: text, facts: {path: 'a.md'}})
    const {user, system} = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

/** Small texts are ready before the clock has moved. */
const LEAST_MS = 2
const [FEW, TIMES] = [500, 8]

// What grows too fast does so each time; what other processes did to the caches meanwhile is another matter.
test.each(Object.keys(SHAPES))('%s', {timeout: 30_000, retry: 2}, (name) => {
  const shape = SHAPES[name]!
  const few = Math.max(LEAST_MS, cost(shape(FEW)))
  expect(cost(shape(FEW * TIMES)) / few).toBeLessThan(2.3 ** Math.log2(TIMES))
})
