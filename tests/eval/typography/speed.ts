/** Megabytes of UTF-8 a second of processor time. */
import {Draft} from '../../../src/draft/index.js'
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

/** The draft that the stage reads, with what earlier stages have found out about it. */
export function identified(text: string): Draft {
  const draft = new Draft(text, {parse: () => ({type: 'RootNode', children: []})})
  const isHan = /\p{Script=Han}/u.test(text)
  const language = {tag: isHan ? 'zh-Hans' : 'en', script: isHan ? 'Hans' : 'Latn', confidence: 1}
  draft.passages = [{start: 0, end: text.length, language}]
  draft.protected()
  return draft
}

export function speed(tools: readonly Tool[]): string {
  const zh = repeated(sentences('zh'), BYTES)
  const small = zh.slice(0, zh.length / 20)
  const find = typographyOf({})
  const draft = identified(zh)
  const bytes = Buffer.byteLength(zh)
  const rows = [
    ['unspun, the rules', rate(() => [...find(draft)].length, bytes).toFixed(1)],
    ...tools.map(({name, run}) => {
      const text = name.startsWith('zhlint') ? small : zh
      return [name, rate(() => run(text), Buffer.byteLength(text)).toFixed(1)]
    }),
  ]
  return table('Speed on Chinese', ['', 'MB/s'], rows)
}
