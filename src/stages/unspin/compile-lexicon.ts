/**
 * From tables to a lexicon. Takes about a second for the installed tables, so what it gives is kept in a file.
 *
 * Kinds of table, told apart by their columns: pairs seen in real spun text (`spun`, `original`, `weight`), pairs of
 * science (`tortured`, `original`, `weight`), entries (`original`, `class`, `spun`), which are inflected, and irregular
 * forms (`lemma`, `class`, …).
 */
import {wordsOf} from '../../draft/index.js'
import type {NgramModel} from '../../matching/ngram-model.js'
import {TokenTrie} from '../../matching/token-trie.js'
import type {Row, Table} from '../../rules/rule.js'
import {Inflection, isWordClass} from './inflection.js'
import {FAMILIES, type Family, type LexiconArrays, LONGEST_ORIGINAL} from './lexicon.js'
import {idsOf} from './model-tokens.js'

/** log10: what it costs an entry to have ten forms instead of one, and each place further down its list. */
const WEIGHT_OF_TEN = -0.7
const WEIGHT_OF_RANK = -0.05

/** How ready a pair is to be believed, log10, and where it is known from. */
export interface PairFacts {
  readonly weight: number
  readonly family: Family
}

/** For each form its originals. */
export type Pairs = ReadonlyMap<string, ReadonlyMap<string, PairFacts>>

/** Every pair that the tables list or that follows from their entries by inflection. */
export function pairsOf(tables: readonly Table[], model: NgramModel): Pairs {
  const having = (...columns: string[]): Table[] =>
    tables.filter((table) => columns.every((column) => table.columns.includes(column)))
  const pairs = new Map<string, Map<string, PairFacts>>()
  for (const {columns, rows} of having('original', 'weight')) {
    const family = columns.includes('spun') ? 'articles' : 'science'
    for (const {cells} of rows) {
      const weight = Number(cells['weight'] || 0)
      addPair(pairs, (cells['spun'] ?? cells['tortured']!).toLowerCase(), cells['original']!, {weight, family})
    }
  }
  const inflection = new Inflection(having('lemma'), model)
  for (const {cells} of having('original', 'class', 'spun').flatMap(({rows}) => rows)) {
    addEntry(pairs, cells, inflection)
  }
  return pairs
}

/** An entry has the columns original, class, spun; the weight of each pair follows from the place in the list. */
function addEntry(pairs: Map<string, Map<string, PairFacts>>, cells: Row['cells'], inflection: Inflection): void {
  const wordClass = isWordClass(cells['class']!) ? cells['class'] : 'x'
  const originals = inflection.of(cells['original']!, wordClass)
  const forms = cells['spun']!.split('|')
  for (const [rank, form] of forms.entries()) {
    const facts = {
      weight: WEIGHT_OF_TEN * Math.log10(forms.length) + WEIGHT_OF_RANK * rank,
      family: 'thesaurus',
    } as const
    const spun = inflection.of(form, wordClass)
    for (let place = 0; place < Math.min(originals.length, spun.length); place++) {
      for (const original of originals[place]!)
        for (const put of spun[place]!) addPair(pairs, put.toLowerCase(), original, facts)
    }
  }
}

/** Of two sources of one pair the one that believes it more. */
function addPair(pairs: Map<string, Map<string, PairFacts>>, spun: string, original: string, facts: PairFacts): void {
  if (spun === original.toLowerCase()) return
  const originals = pairs.get(spun) ?? new Map<string, PairFacts>()
  pairs.set(spun, originals)
  if ((originals.get(original)?.weight ?? Number.NEGATIVE_INFINITY) < facts.weight) originals.set(original, facts)
}

const isOfLexicon = ({columns}: Table): boolean =>
  ['lemma', 'spun', 'tortured'].some((column) => columns.includes(column))

/** Tells whether a compiled lexicon is one of these tables and this model; undefined for tables without a file. */
export function sourcesOf(tables: readonly Table[], {checksum}: NgramModel): string | undefined {
  const digests = tables.filter(isOfLexicon).map(({name, digest}) => digest && `${name} ${digest}`)
  return digests.includes(undefined) ? undefined : [checksum, ...digests].join('\n')
}

/** The tables of the stage as a lexicon. */
export function compileLexicon(tables: readonly Table[], model: NgramModel): LexiconArrays {
  const byForm = [...pairsOf(tables, model)]
  const pairs = byForm.flatMap(([, originals]) => [...originals])
  const words = byForm.map(([spun]) => wordsOf(spun))
  const formScores = Float32Array.from(byForm, ([spun]) => phraseScore(idsOf(spun), model))
  const texts = [...new Set(pairs.map(([original]) => original))]
  const numbers = new Map(texts.map((text, i) => [text, i]))
  const heads = new Set(texts.map((text) => text.toLowerCase()))
  const packed = packOriginals(texts, model)
  const scoreOf = ([original, {weight}]: readonly [string, PairFacts]): number =>
    packed.originalScores[numbers.get(original)!]! + weight
  const evidence = Float32Array.from(byForm, ([, originals], i) =>
    evidenceOf(formScores[i]!, [...originals].map(scoreOf)),
  )
  const marks = Uint32Array.from(byForm.keys()).filter((form) => evidence[form]! > LEAST_MARK)
  return {
    ...packed,
    sources: new TextEncoder().encode(sourcesOf(tables, model) ?? ''),
    trie: new TokenTrie(words).arrays(),
    markTrie: new TokenTrie(Array.from(marks, (form) => words[form]!)).arrays(),
    marks,
    pairStarts: startsOf(byForm.map(([, originals]) => originals.size)),
    gaps: Uint32Array.from(words, gapsOf),
    formScores,
    evidence,
    heads: Uint8Array.from(byForm, ([spun]) => (heads.has(spun) ? 1 : 0)),
    originals: Uint32Array.from(pairs, ([original]) => numbers.get(original)!),
    weights: Float32Array.from(pairs, ([, {weight}]) => weight),
    names: Uint8Array.from(pairs, ([original]) => (isName(original) ? 1 : 0)),
    families: Uint8Array.from(pairs, ([, {family}]) => FAMILIES.indexOf(family)),
  }
}

/** Whether every word but the small ones has a capital: "Wall Street", "May", "On the Road". */
export const isName = (original: string): boolean =>
  /\p{Lu}/u.test(original) && !/(?:^|\s)(?!(?:a|an|and|at|by|for|in|of|on|or|the|to)(?:\s|$))\p{Ll}/u.test(original)

type Originals = Pick<
  LexiconArrays,
  'idStarts' | 'ids' | 'originalScores' | 'innerScores' | 'contextWeights' | 'letterStarts' | 'letters'
>

export function packOriginals(texts: readonly string[], model: NgramModel): Originals {
  const ids = texts.map(idsOf)
  const odd = ids.findIndex(({length}) => length === 0 || length > LONGEST_ORIGINAL)
  if (odd >= 0) throw new Error(`Unexpected original “${texts[odd]}”, expected 1 to ${LONGEST_ORIGINAL} words`)
  const letters = texts.map((text) => new TextEncoder().encode(text))
  return {
    idStarts: startsOf(ids.map(({length}) => length)),
    ids: Uint32Array.from(ids.flatMap((each) => [...each])),
    originalScores: Float32Array.from(ids, (each) => phraseScore(each, model)),
    innerScores: Float32Array.from(ids, (each) => phraseScore(each, model) - model.unigram(each[0]!)),
    contextWeights: Float32Array.from(ids, (each) => model.contextWeight(each.at(-1)!)),
    letterStarts: startsOf(letters.map(({length}) => length)),
    letters: Uint8Array.from(letters.flatMap((each) => [...each])),
  }
}

/** Where each of several runs begins, and where the last one ends. */
export function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  for (const [i, length] of lengths.entries()) starts[i + 1] = starts[i]! + length
  return starts
}

export function gapsOf({traits, count}: {readonly traits: Uint8Array; readonly count: number}): number {
  let gaps = 0
  for (let i = 1; i < count; i++) gaps |= ((traits[i]! >> 2) & 3) << (2 * (i - 1))
  return gaps >>> 0
}

/** log10 of a phrase's probability, on its own. */
export function phraseScore(ids: Uint32Array, model: NgramModel): number {
  let score = 0
  for (let i = 0; i < ids.length; i++) {
    if (i === 0) score += model.unigram(ids[0]!)
    else if (i === 1) score += model.bigram(ids[0]!, ids[1]!)
    else score += model.score(ids[i - 2]!, ids[i - 1]!, ids[i]!)
  }
  return score
}

/** How often a spinner puts one particular form for an original, when it meets it: a guess from the spun articles seen. */
const SPIN_RATE = 0.1
/** Forms with more evidence than this are marks: half of all. */
export const LEAST_MARK = 0.5
/** No single form proves a text spun. */
const MOST_EVIDENCE = 2

/**
 * A form that clean text hardly uses, standing for an original that clean text often uses, speaks for spinning:
 * log10 of its rate in spun text over its rate in clean text, both from the language model.
 */
export function evidenceOf(formScore: number, pairScores: readonly number[]): number {
  const clean = 10 ** formScore
  const added = pairScores.reduce((sum, score) => sum + SPIN_RATE * 10 ** score, 0)
  return Math.min(MOST_EVIDENCE, Math.log10((clean + added) / clean))
}
