/** Conversion between the scripts, beside OpenCC's tables without a policy around them. */
import {Converter} from 'opencc-js'
import {createCleaner} from '../../../src/index.js'
import type {ChineseScript} from '../../../src/stages/terms/choices.js'
import {rate} from './speed.js'
import {share, table} from './table.js'
import {declaration, sentences} from './texts.js'
import type {Tool} from './tools.js'

const FROM = {simplified: 't', traditional: 'cn', tw: 'cn', hk: 'cn', 'tw-phrases': 'cn', 'hk-phrases': 'cn'} as const
const TO = {simplified: 'cn', traditional: 't', tw: 'tw', hk: 'hk', 'tw-phrases': 'twp', 'hk-phrases': 'hkp'} as const
export type Target = keyof typeof TO
export const TARGETS = Object.keys(TO) as Target[]

/** Nothing but the characters may change: typography is off. */
export function oursFor(chinese: ChineseScript): Tool['run'] {
  const cleaner = createCleaner({stages: ['identify', 'terms'], style: 'none', typography: 'off', chinese})
  return (text) => cleaner(text).report.text
}

export const openccFor = (target: Target): Tool['run'] => Converter({from: FROM[target], to: TO[target]})

const changed = (run: Tool['run'], texts: readonly string[]): string =>
  share(texts.filter((text) => run(text) !== text).length, texts.length)

/** Text that is to be left alone: in the script that was asked for, or not Chinese. */
function leftAlone(): string {
  const rows = TARGETS.flatMap((target) => {
    const same = target === 'simplified' ? sentences('zh') : declaration('cmn_hant')
    return (
      [
        ['unspun', oursFor(target)],
        ['opencc-js', openccFor(target)],
      ] as const
    ).map(([name, run]) => [
      `${target}, ${name}`,
      changed(run, same),
      changed(run, sentences('ja')),
      changed(run, sentences('ko')),
      changed(run, sentences('en')),
    ])
  })
  const head = ['% changed', 'in that script', 'Japanese', 'Korean', 'English']
  return table('Scripts: text to be left alone', head, rows)
}

const TITLE = /《[^《》]+》/g

/** Text in the other script: as OpenCC has it, but for titles. */
function converted(): string {
  const zh = sentences('zh', 'held-out')
  const titled = sentences('zh').filter((sentence) => /《[^《》]+》/.test(sentence))
  const plain = zh.filter((sentence) => !/[《〈]/.test(sentence))
  const rows = TARGETS.filter((target) => target !== 'simplified').map((target) => {
    const [ours, opencc] = [oursFor(target), openccFor(target)]
    const kept = (run: Tool['run']): number =>
      titled.filter((text) => `${run(text).match(TITLE)}` === `${text.match(TITLE)}`).length
    return [
      target,
      share(plain.filter((text) => ours(text) === opencc(text)).length, plain.length),
      share(kept(ours), titled.length),
      share(kept(opencc), titled.length),
      agreement(ours),
    ]
  })
  const head = [
    '%',
    `as OpenCC (${plain.length})`,
    `titles kept (${titled.length})`,
    'by opencc-js',
    'as the declaration',
  ]
  return table('Scripts: Simplified sentences converted', head, rows)
}

const hanOf = (text: string): string => text.replace(/\P{Script=Han}/gu, '')

/** How many characters of the Simplified declaration come out as the Traditional one has them, where the wording is the same. */
function agreement(run: Tool['run']): string {
  const traditional = new Map(declaration('cmn_hant').map((text) => [skeleton(text), hanOf(text)]))
  let [same, all] = [0, 0]
  for (const text of declaration('cmn_hans')) {
    const expected = traditional.get(skeleton(text))
    if (expected === undefined) continue
    const result = hanOf(run(text))
    all += expected.length
    for (let i = 0; i < expected.length; i++) if (result[i] === expected[i]) same++
  }
  return share(same, all)
}

const toSimplified = Converter({from: 't', to: 'cn'})
const skeleton = (text: string): string => hanOf(toSimplified(text))

/** What the option costs a text without Chinese: times as long with it as without. */
function cost(): string {
  const english = `${sentences('en').join('\n')}\n`.repeat(10)
  const bytes = Buffer.byteLength(english)
  const speedOf = (chinese: ChineseScript): number => rate(() => oursFor(chinese)(english), bytes)
  const [kept, asked] = [speedOf('keep'), speedOf('tw')]
  const raw = rate(() => openccFor('tw')(english), bytes)
  const head = ['MB/s', 'without the option', 'with it', 'times as long', 'opencc-js alone']
  return table('Scripts: English text', head, [
    ['', kept.toFixed(1), asked.toFixed(1), (kept / asked).toFixed(2), raw.toFixed(1)],
  ])
}

export const scripts = (): string => [leftAlone(), converted(), cost()].join('\n')
