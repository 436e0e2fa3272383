/**
 * Trains the language model `rules/unspin/english.ngrams`. Run by hand:
 *
 *     node dist/train/language-model.js --corpus FOLDER --pocketsphinx en-us.lm.bin --out rules/unspin/english.ngrams
 *
 * Reads gzipped corpora (a block a document) and a spoken-language trigram model, estimates modified Kneser–Ney
 * trigrams, adds the sources on the scale of token counts, prunes by relative entropy to a size, rounds, writes.
 * The same inputs give the same bytes. Takes less than a minute and 2 GB; `--measure` four minutes more.
 */

import {readFileSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'

import {combine, estimateSources, type Weights} from './combine.js'
import {type Corpus, readCorpora} from './corpora.js'
import {measure} from './measure.js'
import {modelFile, pruneToBytes} from './model-file.js'
import {readSphinxModel} from './pocketsphinx.js'
import {parseSubstitutions} from './substitutions.js'

const MEGABYTES = '9.4'

const HELP = `Usage: language-model --corpus FOLDER --out FILE [options]

  --corpus FOLDER       gzipped text, *.txt.gz, one document a block, a blank line between documents
  --pocketsphinx FILE   a trigram model in the trie format of CMU Sphinx, such as en-us.lm.bin
  --out FILE            where the model goes
  --megabytes N         largest size of the model, in millions of bytes (${MEGABYTES})
  --measure             also print perplexities on held-out text at several sizes, and of the sources apart
  --substitutions FILE  with --measure: lines "spun form = original | original" for the substitution test
  --help                this text
`

/** A word must occur so often in the corpora, unless the spoken model knows it. */
export const LEAST_COUNT = 3

/**
 * Chosen by how well spun news articles are restored with the model: corpora of one subject count less, and the spoken
 * model, which is of general English, leads wherever it knows a context.
 */
export const WEIGHTS: Weights = {
  corpora: {bitcoinops: 0.2, medquad: 0.2},
  sphinx: [1e6, 4e7, 15e7],
}

function main(): void {
  const {values} = parseArgs({
    options: {
      corpus: {type: 'string'},
      pocketsphinx: {type: 'string'},
      out: {type: 'string'},
      megabytes: {type: 'string', default: MEGABYTES},
      measure: {type: 'boolean', default: false},
      substitutions: {type: 'string'},
      help: {type: 'boolean', default: false},
    },
  })
  if (values.help) return void process.stdout.write(HELP)
  if (!values.corpus || !values.out) throw new Error('Expected --corpus and --out. See --help')
  const bytes = Number(values.megabytes) * 1e6
  const corpora = readCorpora(values.corpus)
  const sphinx = values.pocketsphinx ? readSphinxModel(readFileSync(values.pocketsphinx)) : undefined
  const sources = estimateSources(corpora, LEAST_COUNT, sphinx)
  const model = pruneToBytes(combine(sources, WEIGHTS), bytes)
  const file = modelFile(model, sources.vocabulary)
  writeFileSync(values.out, new Uint8Array(file))
  process.stdout.write(summary(corpora, file.byteLength, [model.unigrams, model.bigrams, model.trigrams]))
  if (!values.measure) return
  const entries = values.substitutions ? parseSubstitutions(readFileSync(values.substitutions, 'utf8')) : []
  const measured = {corpora, sphinx, sources, weights: WEIGHTS, leastCount: LEAST_COUNT, bytes, entries}
  for (const line of measure(measured)) process.stdout.write(`${line}\n`)
}

function summary(corpora: readonly Corpus[], bytes: number, orders: readonly {keys: Float64Array}[]): string {
  const read = corpora.map((c) => `${c.name}: ${c.training.length} tokens, ${c.heldOut.length} held out`)
  const counts = orders.map(({keys}) => keys.length).join(' + ')
  return `${read.join('\n')}\n${counts} n-grams in ${bytes} bytes\n`
}

main()
