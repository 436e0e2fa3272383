import {readFileSync} from 'node:fs'
import {beforeAll, describe, expect, test} from 'vitest'
import {hashOf, wordsOf} from '../../src/draft/words.js'
import {checksumOf, HEADER, NgramModel} from '../../src/matching/ngram-model.js'
import {modelTokensOf, NUMBER_CLASS, PAUSE, SENTENCE_END, YEAR_CLASS} from '../../src/stages/unspin/model-tokens.js'
import {combine, estimateSources} from '../../src/train/combine.js'
import {corpusOf} from '../../src/train/corpora.js'
import {modelFile, pruneToBytes} from '../../src/train/model-file.js'

const shipped = readFileSync(new URL('../../rules/unspin/english.ngrams', import.meta.url))
/** A copy of its own for each test, which may damage it. */
const shippedBuffer = (): ArrayBuffer => new Uint8Array(shipped).buffer

const ID: Record<string, number> = {'</s>': SENTENCE_END, ',': PAUSE, '<n>': NUMBER_CLASS, '<y>': YEAR_CLASS}
const idOf = (token: string): number => ID[token] ?? hashOf(token)

/** log10 P of the last of three tokens. */
function scoreOf(model: NgramModel, trigram: string): number {
  const [u, v, w] = trigram.split(' ').map(idOf)
  return model.score(u!, v!, w!)
}

function sentenceScore(model: NgramModel, text: string): number {
  const {ids} = modelTokensOf(wordsOf(text))
  let sum = 0
  for (let i = 1; i < ids.length; i++) sum += model.score(ids[i - 2] ?? SENTENCE_END, ids[i - 1]!, ids[i]!)
  return sum
}

describe('the shipped model', () => {
  let model: NgramModel
  beforeAll(() => {
    model = NgramModel.read(shippedBuffer())
  })

  test('holds at most ten million bytes', () => {
    expect(shipped.byteLength).toBeLessThanOrEqual(10e6)
    expect(model.counts.unigrams).toBeGreaterThan(50_000)
  })

  test.each([
    ['</s> in may', '</s> in could'],
    ['in may <y>', 'in could <y>'],
    ['the white house', 'the white home'],
    ['according to the', 'response to the'],
    ['one of the', 'one of many'],
    ['the united states', 'the united nation'],
    ['five percent of', 'five percent in'],
    ["the company 's", 'the company is'],
    [', however ,', ', however of'],
    ['will be able', 'will be in'],
  ])('%s is more likely than %s', (likely, odd) => {
    expect(scoreOf(model, likely)).toBeGreaterThan(scoreOf(model, odd))
  })

  test.each([
    ['The car went on sale in May 2021.', 'The automobile went on sale in Could 2021.'],
    ['Her doctor looked for skin cancer.', 'Her doctor regarded for pores and skin most cancers.'],
    ['We have sold more bread than last year.', 'Now we have offered extra bread than final 12 months.'],
    [
      'The economy is growing, according to the bank.',
      'The economic system is rising, in response to the financial institution.',
    ],
  ])('%s reads better than its spun form', (original, spun) => {
    expect(sentenceScore(model, original)).toBeGreaterThan(sentenceScore(model, spun) + 3)
  })

  test.each(['</s> in', 'one of', 'the new', 'of the', 'it is', 'new york', 'zzyzx the'])(
    'what follows "%s" sums to no more than one, and to something',
    (context) => {
      const candidates = ['the', 'a', 'of', 'to', 'and', 'in', 'is', 'was', 'it', 'that', 'not', 'new', 'york', 'city']
      const others = ['</s>', ',', '<n>', '<y>', 'may', 'could', 'car', 'people', 'time', 'most', 'these', 'our', 'his']
      const sum = [...candidates, ...others].reduce((total, w) => total + 10 ** scoreOf(model, `${context} ${w}`), 0)
      expect(sum).toBeLessThanOrEqual(1)
      expect(sum).toBeGreaterThan(0.03)
    },
  )

  test('knows ordinary words and no invented ones', () => {
    expect(['bread', 'government', "isn't", "'s", 'percent'].every((word) => model.knows(hashOf(word)))).toBe(true)
    expect(['breadverment', 'qzxwvk', 'xiaomiest'].some((word) => model.knows(hashOf(word)))).toBe(false)
  })

  test('an unknown word is likely nowhere, and less likely than rare known words', () => {
    const unknown = ['blorptastic', 'qzxwvk', 'grumbleforth'].map(hashOf)
    for (const w of unknown) {
      expect(model.unigram(w)).toBeLessThan(model.unigram(hashOf('aardvark')))
      expect(model.score(idOf('in'), idOf('the'), w)).toBeLessThan(-6)
      expect(model.score(SENTENCE_END, w, idOf('is'))).toBeGreaterThan(-5)
    }
  })

  test('words before a sentence end make no difference to the first word of the next', () => {
    expect(scoreOf(model, 'car </s> the')).toBe(scoreOf(model, 'nobody </s> the'))
  })
})

describe('a damaged file is refused', () => {
  const words = (buffer: ArrayBuffer): Uint32Array => new Uint32Array(buffer)

  test('of another kind', () => {
    expect(() => NgramModel.read(new ArrayBuffer(4096))).toThrow('does not begin with the mark')
  })

  test('shorter than its header', () => {
    expect(() => NgramModel.read(new ArrayBuffer(0))).toThrow('too short')
    expect(() => NgramModel.read(shippedBuffer().slice(0, 40))).toThrow('too short')
  })

  test('of another version', () => {
    const buffer = shippedBuffer()
    words(buffer)[HEADER.version] = 99
    expect(() => NgramModel.read(buffer)).toThrow('version 99')
  })

  test('cut', () => {
    expect(() => NgramModel.read(shippedBuffer().slice(0, 400_000))).toThrow('it was cut or extended')
    expect(() => NgramModel.read(shippedBuffer().slice(0, shipped.byteLength - 2))).toThrow('Unexpected language model')
  })

  test('with one bit turned', () => {
    const buffer = shippedBuffer()
    words(buffer)[1_000_000]! ^= 1
    expect(() => NgramModel.readVerified(buffer)).toThrow('checksum')
  })
})

describe('a model trained on a few sentences', () => {
  const text = [
    'The baker sells bread in the morning. The baker sells rolls in the morning. A baker sells bread and cake.',
    'In the morning the baker opens the shop, and in the evening the baker closes the shop.',
    'The miller sells flour to the baker. The baker buys flour from the miller in 2019.',
  ].join('\n')

  const build = (bytes = 1e6): {file: ArrayBuffer; model: NgramModel} => {
    const sources = estimateSources([corpusOf('bakery', text)], 1)
    const combined = combine(sources, {corpora: {}, sphinx: [0, 0, 0]})
    const file = modelFile(pruneToBytes(combined, bytes), sources.vocabulary)
    return {file, model: NgramModel.read(file)}
  }

  test('has seen what it has seen', () => {
    const {model} = build()
    expect(model.knows(hashOf('baker'))).toBe(true)
    expect(model.knows(hashOf('butcher'))).toBe(false)
    expect(scoreOf(model, 'the baker sells')).toBeGreaterThan(scoreOf(model, 'the baker miller') + 0.5)
    expect(scoreOf(model, 'in the morning')).toBeGreaterThan(scoreOf(model, 'in the flour'))
    expect(scoreOf(model, 'miller in <y>')).toBeGreaterThan(scoreOf(model, 'miller in bread'))
  })

  test('gives all words together a probability of about one after a known context', () => {
    const {model} = build()
    const {ids} = modelTokensOf(wordsOf(text))
    const vocabulary = new Set([...ids, idOf(','), idOf('<n>'), idOf('<y>'), idOf('<han>'), model.unknown])
    for (const context of ['in the', 'the baker', '</s> the', 'baker sells']) {
      const [u, v] = context.split(' ').map(idOf)
      const sum = [...vocabulary].reduce((total, w) => total + 10 ** model.score(u!, v!, w), 0)
      expect(sum).toBeGreaterThan(0.8)
      expect(sum).toBeLessThan(1.2)
    }
  })

  test('is the same to the byte when trained again', () => {
    expect(checksumOf(build().file)).toBe(checksumOf(build().file))
    expect(new Uint8Array(build().file)).toEqual(new Uint8Array(build().file))
  })

  test('pruned to fewer bytes still knows its words', () => {
    const small = build(build().file.byteLength - 200)
    expect(small.file.byteLength).toBeLessThan(build().file.byteLength)
    expect(small.model.knows(hashOf('miller'))).toBe(true)
    expect(scoreOf(small.model, 'the baker sells')).toBeGreaterThan(scoreOf(small.model, 'the baker cake'))
  })
})
