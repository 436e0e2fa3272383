/** The model counts American English: to it a British spelling is a rare word, and every rarer word looks spun. */
import {hashOf, kindOf, WORD, type Words} from '../../draft/index.js'
import type {NgramModel} from '../../matching/ngram-model.js'
import type {ModelTokens} from './model-tokens.js'

/** Ends and beginnings of British spellings, and what Americans write. */
const VARIANTS: ReadonlyArray<readonly [british: RegExp, american: string]> = [
  [/is(e|ed|es|er|ers|ing|ation|ations)$/, 'iz$1'],
  [/ys(e|ed|es|er|ers|ing)$/, 'yz$1'],
  [/our(s|ed|ing|able|ably|ite|ites|ful|less|hood|hoods)?$/, 'or$1'],
  [/([tb])re(s|d)?$/, '$1er$2'],
  [/ll(ed|ing|er|ers)$/, 'l$1'],
  [/ogue(s)?$/, 'og$1'],
  [/(def|off|lic)ence(s)?$/, '$1ense$2'],
  [/amme(s)?$/, 'am$1'],
  [/^grey/, 'gray'],
  [/^cheque/, 'check'],
  [/^tyre/, 'tire'],
  [/^ageing$/, 'aging'],
  [/judgement/, 'judgment'],
  [/fulfil(s|ment)?$/, 'fulfill$1'],
  [/skilful/, 'skillful'],
  [/^(an|p)ae/, '$1e'],
  [/mould/, 'mold'],
  [/wards$/, 'ward'],
]

/** log10: how much better known the American spelling must be. */
const LEAST_DIFFERENCE = 0.3
const SHORTEST = 4

/** The tokens with the ids of American spellings where the model knows those better. */
export function inAmericanSpelling(words: Words, tokens: ModelTokens, model: NgramModel): ModelTokens {
  const ids = tokens.ids.slice()
  for (let k = 0; k < tokens.count; k++) {
    const place = tokens.places[k]!
    if (kindOf(words, place) !== WORD || ids[k] !== words.hashes[place]) continue
    if (words.ends[place]! - words.starts[place]! < SHORTEST) continue
    const form = words.text.slice(words.starts[place]!, words.ends[place]!).toLowerCase()
    for (const [british, american] of VARIANTS) {
      const variant = form.replace(british, american)
      if (variant === form) continue
      const id = hashOf(variant)
      if (model.unigram(id) > model.unigram(ids[k]!) + LEAST_DIFFERENCE) ids[k] = id
      break
    }
  }
  return {...tokens, ids}
}
