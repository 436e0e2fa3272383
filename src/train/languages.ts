/**
 * Compiles ELD's database of n-grams (npm `eld`, Apache-2.0) into `rules/identify/languages.grams`, as `npm run build`
 * does. Left out are languages that their script settles. The same package gives the same bytes.
 */
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {installedRulesFolder} from '../rules/read.js'
import {ENDS_WORD, type Grams, gramsFrom, packGrams, STARTS_WORD} from '../stages/identify/gram-file.js'
import {ambiguousLanguages} from '../stages/identify/languages.js'

interface EldDatabase {
  readonly languages: Readonly<Record<string, string>>
  readonly ngrams: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** The package exports detectors only; its database and its characters for bytes lie beside them. */
const entry = import.meta.resolve('eld/large')
const {ngramsData} = (await import(new URL('../ngrams/large.js', entry).href)) as {ngramsData: EldDatabase}
const {dictionary} = (await import(new URL('../dictionary.js', entry).href)) as {dictionary: readonly string[]}

const byteOf = new Map(dictionary.map((char, byte) => [char, byte]))

/** ELD writes a blank for the edge of a word, and a character of its own for each byte. */
function keyOf(gram: string): {key: number; edges: number} {
  const edges = (gram.startsWith(' ') ? STARTS_WORD : 0) | (gram.endsWith(' ') ? ENDS_WORD : 0)
  const bytes = [...gram.trim()].map((char) => byteOf.get(char)!)
  return {key: bytes.reduce((sum, byte, i) => sum | (byte << (24 - 8 * i)), 0) >>> 0, edges}
}

function compile({languages, ngrams}: EldDatabase): Grams {
  const kept = ambiguousLanguages()
  const numbers = new Map(Object.entries(languages).map(([id, code]) => [id, kept.indexOf(code)]))
  const rows = Object.entries(ngrams)
    .map(([gram, scores]) => ({
      ...keyOf(gram),
      pairs: Object.entries(scores).flatMap(([id, score]) =>
        numbers.get(id)! < 0 ? [] : [[numbers.get(id)!, score] as const],
      ),
    }))
    .filter(({pairs}) => pairs.length > 0)
    // What many languages know is met most often: it comes first, so that it lies together.
    .sort((a, b) => b.pairs.length - a.pairs.length || a.key - b.key || a.edges - b.edges)
  return gramsFrom(kept, rows)
}

writeFileSync(
  path.join(installedRulesFolder, 'identify', 'languages.grams'),
  new Uint8Array(packGrams(compile(ngramsData))),
)
