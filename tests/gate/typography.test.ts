/** Chinese typography and conversion on sentences that no rule was written with an eye on. More: `npm run eval:typography`. */
import {describe, expect, test} from 'vitest'
import {withWords} from '../eval/typography/english.js'
import {FAULTS} from '../eval/typography/faults.js'
import {repaired, withFault} from '../eval/typography/repairs.js'
import {openccFor, oursFor} from '../eval/typography/scripts.js'
import {sentences} from '../eval/typography/texts.js'
import {OURS} from '../eval/typography/tools.js'

const [ours] = OURS
const run = ours!.run

/** What a half-width mark beside Han and a full-width letter are to somebody who knows no rule. */
const isFaulty = (sentence: string): boolean => /\p{Script=Han}[,.!?:;]|[０-９Ａ-Ｚａ-ｚ]/u.test(sentence)

const changed = (texts: readonly string[], tool = run): string[] => texts.filter((text) => tool(text) !== text)

describe('clean text is left alone', () => {
  test('Chinese sentences', () => {
    const zh = sentences('zh', 'held-out')
    expect(zh.length).toBe(364)
    expect(changed(zh.filter((sentence) => !isFaulty(sentence)))).toEqual([])
    // All twelve were read, and all have the fault that was found.
    expect(changed(zh).length).toBeLessThanOrEqual(12)
  })

  test.each([
    ['ja', 412],
    ['ko', 1000],
    ['en', 1000],
  ] as const)('%s', (language, count) => {
    expect(sentences(language).length).toBe(count)
    expect(changed(sentences(language))).toEqual([])
  })
})

describe('in English', () => {
  const {formed, glued} = withWords('held-out')

  test('a Chinese word in any form changes nothing', () => {
    expect(formed.length).toBe(2964)
    expect(changed(formed)).toEqual([])
  })

  test('a glued word is set apart', () => {
    const restored = glued.filter(([text, apart]) => run(text) === apart).length / glued.length
    process.stdout.write(`glued words set apart: ${restored.toFixed(4)}\n`)
    expect(restored).toBeGreaterThanOrEqual(0.985)
  })
})

/** Floors only rise; see CONTRIBUTING.md. They hold for the held-out sentences. */
const FLOORS: Readonly<Record<string, number>> = {
  'blank before a mark': 1,
  'blank after a mark': 1,
  'half-width, one': 1,
  'half-width, all': 0.995,
  'half-width and blank': 1,
  'full-width digits': 1,
}

describe('inserted faults are repaired', () => {
  test.each(Object.keys(FAULTS))('%s', (name) => {
    const pairs = withFault(name, sentences('zh', 'held-out'))
    expect(pairs.length).toBeGreaterThan(40)
    const share = repaired(run, pairs) / pairs.length
    process.stdout.write(`${name}: ${share.toFixed(4)} of ${pairs.length}\n`)
    expect(share).toBeGreaterThanOrEqual(FLOORS[name]!)
  })
})

describe('conversion', () => {
  test('leaves the script that was asked for, Japanese and Korean alone', () => {
    expect(changed(sentences('zh'), oursFor('simplified'))).toEqual([])
    for (const target of ['simplified', 'tw'] as const)
      expect(changed([...sentences('ja'), ...sentences('ko')], oursFor(target))).toEqual([])
  })

  test.each(['traditional', 'tw-phrases'] as const)('to %s is as OpenCC’s, but for titles', (target) => {
    const zh = sentences('zh', 'held-out').filter((sentence) => !/[《〈]/.test(sentence))
    const [converted, opencc] = [oursFor(target), openccFor(target)]
    expect(zh.filter((sentence) => converted(sentence) !== opencc(sentence))).toEqual([])
  })
})
