/** Megabytes of UTF-8 a second of processor time. */
import {Draft} from '../../../src/draft/index.js'
import {createCleaner, type TypographyOptions} from '../../../src/index.js'
import {typographyOf} from '../../../src/stages/terms/typography/index.js'
import {table} from './table.js'
import {sentences} from './texts.js'
import type {Tool} from './tools.js'

const BYTES = 2_000_000
const ROUNDS = 5

function repeated(lines: readonly string[], bytes: number): string {
  const once = `${lines.join('\n')}\n`
  return once.repeat(Math.ceil(bytes / Buffer.byteLength(once)))
}

/** The best of some rounds, after one to warm up. */
export function rate(run: () => unknown, bytes: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round <= ROUNDS; round++) {
    const before = process.cpuUsage()
    run()
    const {user, system} = process.cpuUsage(before)
    if (round > 0) best = Math.min(best, user + system)
  }
  return bytes / best
}

/** The rules alone, on a draft whose languages and protected spans are known. */
export function ruleRate(text: string, options: TypographyOptions): number {
  const draft = new Draft(text, {parse: () => ({type: 'RootNode', children: []})})
  draft.passages = [{start: 0, end: text.length, language: {tag: 'zh-Hans', script: 'Hans', confidence: 1}}]
  draft.protected()
  const find = typographyOf(options)
  return rate(() => [...find(draft)].length, Buffer.byteLength(text))
}

/** How many times as long a text takes with typography as without, through the whole stage. */
export function cost(text: string): number {
  const [on, off] = ([{}, 'off'] as const).map((typography) => {
    const cleaner = createCleaner({stages: ['terms'], style: 'none', typography})
    return rate(() => cleaner(text), text.length)
  })
  return off! / on!
}

export const chineseText = (): string => repeated(sentences('zh'), BYTES)
export const englishText = (): string => repeated(sentences('en'), BYTES)

export function speed(tools: readonly Tool[]): string {
  const zh = chineseText()
  // zhlint needs minutes for as much as the others.
  const some = zh.slice(0, zh.length / 20)
  const rows: Array<readonly [string, number]> = [
    ['unspun, the rules alone', ruleRate(zh, {})],
    ['unspun, the rules alone, spacing: add', ruleRate(zh, {spacing: 'add'})],
    ...tools.map(({name, run}) => {
      const text = name.startsWith('zhlint') ? some : zh
      const shown = name.replace(/^unspun/, 'unspun, with languages and report')
      return [shown, rate(() => run(text), Buffer.byteLength(text))] as const
    }),
  ]
  return [
    table(
      'Speed on Chinese',
      ['', 'MB/s'],
      rows.map(([name, value]) => [name, value.toFixed(1)]),
    ),
    table('English text without Chinese', ['', 'times as long'], [['with typography', cost(englishText()).toFixed(2)]]),
  ].join('\n')
}
