/**
 * A few pairs more than the compiled lexicon has. Compiling all of it anew takes two seconds, which a project that lists
 * ten spun forms of its own would pay at every start; laying them beside what was compiled takes milliseconds.
 *
 * Nothing that was compiled is moved: forms, pairs and originals are appended. A form that was known before is appended
 * with its old pairs and its new ones, and takes the place of the old one in the trie.
 */
import {type Words, wordsOf} from '../../draft/index.js'
import type {NgramModel} from '../../matching/ngram-model.js'
import {TokenTrie} from '../../matching/token-trie.js'
import type {Table} from '../../rules/rule.js'
import {
  compileLexicon,
  evidenceOf,
  gapsOf,
  isName,
  LEAST_MARK,
  type PairFacts,
  packOriginals,
  pairsOf,
  phraseScore,
  sourcesOf,
  startsOf,
} from './compile-lexicon.js'
import {FAMILIES, Lexicon, type LexiconArrays, unpackLexicon} from './lexicon.js'
import {idsOf} from './model-tokens.js'

/** The lexicon of these tables: what was compiled, with the tables of pairs that came to it, or compiled now. */
export function lexiconFor(
  tables: readonly Table[],
  model: NgramModel,
  compiled: ArrayBuffer | undefined,
): LexiconArrays {
  const added = compiled ? addedPairs(tables) : []
  for (let count = 0; compiled && count <= added.length; count++) {
    const later = added.slice(added.length - count)
    const kept = unpackLexicon(
      compiled,
      sourcesOf(
        tables.filter((table) => !later.includes(table)),
        model,
      ),
    )
    const arrays = kept && (count === 0 ? kept : extendLexicon(kept, later, model))
    if (arrays) return arrays
  }
  return compileLexicon(tables, model)
}

/** The last tables, as far as they hold plain pairs: what a project adds stands behind the installed ones. */
function addedPairs(tables: readonly Table[]): readonly Table[] {
  const isPlain = ({columns}: Table): boolean => columns.includes('spun') && !columns.includes('class')
  return tables.slice(tables.findLastIndex((table) => !isPlain(table)) + 1)
}

/** A pair as the arrays have it. */
interface Packed {
  readonly original: number
  readonly weight: number
  readonly family: number
  readonly name: number
}

/** A form to be appended. */
interface Entry {
  readonly text: string
  readonly words: Words
  /** The form that is known for the same words. */
  readonly known: number | undefined
  readonly pairs: readonly Packed[]
}

/** Undefined where there is no room in the tries. */
export function extendLexicon(
  base: LexiconArrays,
  tables: readonly Table[],
  model: NgramModel,
): LexiconArrays | undefined {
  const byForm = pairsOf(tables, model)
  const texts = [...new Set([...byForm.values()].flatMap((originals) => [...originals.keys()]))]
  const originals = withOriginals(base, texts, model)
  const numbers = new Map(texts.map((text, i) => [text, base.originalScores.length + i]))
  const formOf = formsOf(base)
  const entries = Array.from(byForm, ([text, added]): Entry => {
    const words = wordsOf(text)
    const known = formOf(words)
    return {text, words, known, pairs: packedPairs(known === undefined ? [] : pairsIn(base, known), added, numbers)}
  })
  const scores = entries.map(({text}) => phraseScore(idsOf(text), model))
  const evidence = entries.map(({pairs}, i) =>
    evidenceOf(
      scores[i]!,
      pairs.map(({original, weight}) => originals.originalScores[original]! + weight),
    ),
  )
  const tries = withForms(base, entries, evidence)
  if (!tries) return undefined
  const pairs = entries.flatMap((entry) => entry.pairs)
  const starts = startsOf(entries.map((entry) => entry.pairs.length))
  return {
    ...base,
    ...originals,
    ...tries,
    pairStarts: joined(
      base.pairStarts.slice(0, -1),
      starts.map((start) => start + base.originals.length),
    ),
    gaps: joined(
      base.gaps,
      Uint32Array.from(entries, ({words}) => gapsOf(words)),
    ),
    formScores: joined(base.formScores, Float32Array.from(scores)),
    evidence: joined(base.evidence, Float32Array.from(evidence)),
    heads: headsOf(base, entries, texts),
    originals: joined(
      base.originals,
      Uint32Array.from(pairs, ({original}) => original),
    ),
    weights: joined(
      base.weights,
      Float32Array.from(pairs, ({weight}) => weight),
    ),
    families: joined(
      base.families,
      Uint8Array.from(pairs, ({family}) => family),
    ),
    names: joined(
      base.names,
      Uint8Array.from(pairs, ({name}) => name),
    ),
  }
}

/** Of a pair that is known already the one that is believed more. */
function packedPairs(
  known: readonly (readonly [original: string, packed: Packed])[],
  added: ReadonlyMap<string, PairFacts>,
  numbers: ReadonlyMap<string, number>,
): Packed[] {
  const kept = known.filter(([original, {weight}]) => weight >= Math.fround(added.get(original)?.weight ?? -Infinity))
  const stay = new Set(kept.map(([original]) => original))
  const fresh = [...added].filter(([original]) => !stay.has(original))
  return [
    ...kept.map(([, packed]) => packed),
    ...fresh.map(([original, {weight, family}]) => ({
      original: numbers.get(original)!,
      weight,
      family: FAMILIES.indexOf(family),
      name: isName(original) ? 1 : 0,
    })),
  ]
}

/** Answers which form stands for words, with the same gaps between them. */
function formsOf(base: LexiconArrays): (words: Words) => number | undefined {
  const trie = TokenTrie.from(base.trie)
  return (words) => {
    let state = 0
    for (let i = 0; i < words.count; i++) {
      state = trie.step(state, words.hashes[i]!, words.checks[i]!)
      if (state === 0) return undefined
    }
    const gaps = gapsOf(words)
    for (let form = trie.valueAt(state); form >= 0; form = trie.next(form)) if (base.gaps[form] === gaps) return form
    return undefined
  }
}

function pairsIn(base: LexiconArrays, form: number): [original: string, packed: Packed][] {
  const lexicon = new Lexicon(base)
  const found: [string, Packed][] = []
  for (let pair = base.pairStarts[form]!; pair < base.pairStarts[form + 1]!; pair++) {
    const [original, weight] = [base.originals[pair]!, base.weights[pair]!]
    found.push([lexicon.original(pair), {original, weight, family: base.families[pair]!, name: base.names[pair]!}])
  }
  return found
}

function withOriginals(base: LexiconArrays, texts: readonly string[], model: NgramModel) {
  const packed = packOriginals(texts, model)
  const moved = (starts: Uint32Array, by: number): Uint32Array => starts.map((start) => start + by)
  return {
    idStarts: joined(base.idStarts.slice(0, -1), moved(packed.idStarts, base.ids.length)),
    ids: joined(base.ids, packed.ids),
    originalScores: joined(base.originalScores, packed.originalScores),
    innerScores: joined(base.innerScores, packed.innerScores),
    contextWeights: joined(base.contextWeights, packed.contextWeights),
    letterStarts: joined(base.letterStarts.slice(0, -1), moved(packed.letterStarts, base.letters.length)),
    letters: joined(base.letters, packed.letters),
  }
}

/** Both tries with the entries in them, and the numbers of those that are marks. */
function withForms(base: LexiconArrays, entries: readonly Entry[], evidence: readonly number[]) {
  const known = entries.map((entry) => entry.known)
  const trie = TokenTrie.extended(
    base.trie,
    entries.map(({words}) => words),
    known,
  )
  const isMark = (_: unknown, i: number): boolean => evidence[i]! > LEAST_MARK
  const numberOfMark = (form: number | undefined): number | undefined => {
    const mark = form === undefined ? -1 : base.marks.indexOf(form)
    return mark < 0 ? undefined : mark
  }
  const markTrie = TokenTrie.extended(
    base.markTrie,
    entries.filter(isMark).map(({words}) => words),
    known.filter(isMark).map(numberOfMark),
  )
  const marks = entries.map((_, i) => base.formScores.length + i).filter(isMark)
  return (
    trie &&
    markTrie && {trie: trie.arrays(), markTrie: markTrie.arrays(), marks: joined(base.marks, Uint32Array.from(marks))}
  )
}

/** Which forms are originals of others: the new ones of any, the known ones also of the new. */
function headsOf(base: LexiconArrays, entries: readonly Entry[], texts: readonly string[]): Uint8Array {
  const decoder = new TextDecoder()
  const {letters, letterStarts} = base
  const heads = new Set(texts.map((text) => text.toLowerCase()))
  for (let i = 0; i + 1 < letterStarts.length; i++) {
    heads.add(decoder.decode(letters.subarray(letterStarts[i]!, letterStarts[i + 1]!)).toLowerCase())
  }
  const formOf = formsOf(base)
  const all = joined(
    base.heads,
    Uint8Array.from(entries, ({text}) => (heads.has(text) ? 1 : 0)),
  )
  for (const text of texts) {
    const form = formOf(wordsOf(text.toLowerCase()))
    if (form !== undefined) all[form] = 1
  }
  return all
}

type Numbers = Uint8Array | Uint32Array | Float32Array

/** One behind the other, in an array of its own. */
function joined<T extends Numbers>(first: T, second: T): T {
  const both = new (first.constructor as new (length: number) => T)(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
