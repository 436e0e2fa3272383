/** Speed of the built stage (sources that are compiled on the way are eight times slower), and of franc, on documents. */
import {franc} from 'franc'
import {Draft} from '../../../dist/draft/index.js'
import {installedRules} from '../../../dist/rules/read.js'
import {rulesOf} from '../../../dist/rules/rule.js'
import {identify} from '../../../dist/stages/identify/index.js'
import {throughput} from '../../bench/measure.mjs'

const rules = rulesOf(installedRules(), 'identify')
const find = identify.stage.prepare({}, () => rules)
const parse = () => {
  throw new Error('Unexpected look at the tree')
}

/** Megabytes of UTF-8 by CPU second; then million characters, and those of franc. */
export function rates(documents, only) {
  const bytes = documents.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const perByte = documents.reduce((sum, text) => sum + text.length, 0) / bytes
  const ours = throughput(documents, (text) => find(new Draft(text, {parse})))
  const francs = throughput(documents, (text) => franc(text, {only, minLength: 1}))
  return [ours, ours * perByte, francs * perByte]
}
