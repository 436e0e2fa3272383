/** Mojibake, clean sentences and detection on sentences nobody looked at. The eval tells more: `npm run eval:encodings`. */
import {describe, expect, test} from 'vitest'
import {columns} from '../eval/encodings/documents.js'
import {benchmarkTexts, families} from '../eval/encodings/families.js'
import {byChardet, byUs, isChanged, ours} from '../eval/encodings/measure.js'
import {isDamaged, sentences} from '../eval/encodings/sentences.js'

/** Floors only rise; see CONTRIBUTING.md. */
const REPAIRED = 0.99
const CLEAN = {sentences: 5000, languages: 15}
/** Sentences of a family that are tried here, and the fewest that a share is told of. */
const TRIED = 100
/** Of each language; all of them are 26,000. */
const CLEAN_TRIED = 130
const FEWEST = 20

describe('mojibake of East Asia', () => {
  const measurable = families(benchmarkTexts('held-out')).filter(
    ({isRequired, lossless}) => isRequired && lossless.length >= FEWEST,
  )

  test('is measured in all families that keep their bytes', () => {
    expect(measurable.length).toBeGreaterThanOrEqual(14)
  })

  test.each(measurable)('$name: lossless sentences come back', ({lossless}) => {
    const tried = lossless.slice(0, TRIED)
    const repaired = tried.filter(({source, text}) => ours(text) === source)
    expect(repaired.length / tried.length).toBeGreaterThanOrEqual(REPAIRED)
  })
})

test('no clean sentence is changed', () => {
  const clean = [...sentences('held-out')].map(([language, all]) => [
    language,
    all.filter((one) => !isDamaged(one)).slice(0, CLEAN_TRIED),
  ])
  const count = clean.reduce((sum, [, all]) => sum + all!.length, 0)
  expect(clean.length).toBeGreaterThanOrEqual(CLEAN.languages)
  expect(count).toBeGreaterThanOrEqual(CLEAN.sentences)
  expect(clean.flatMap(([, all]) => (all as string[]).filter(isChanged))).toEqual([])
})

describe('bytes of one sentence', () => {
  const share = (
    documents: readonly {text: string; bytes: Uint8Array}[],
    read: (bytes: Uint8Array) => string,
  ): number => documents.filter(({text, bytes}) => read(bytes) === text).length / documents.length
  const EAST_ASIAN = /^(?:Simplified|Traditional|Chinese|Japanese|Korean|English)/

  test.each(columns('held-out', 1))('$name', ({name, documents}) => {
    const tried = documents.slice(0, TRIED)
    const reached = share(tried, byUs)
    if (EAST_ASIAN.test(name)) expect(reached).toBeGreaterThanOrEqual(REPAIRED)
    // Of alphabets the detector knows more; it is not to be worse for being asked by us.
    expect(reached).toBeGreaterThanOrEqual(share(tried, byChardet) - 0.02)
  })
})
