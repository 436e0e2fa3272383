/** From a draft to what was spun in it: for the stage, and for whoever wants to see why. */
import {type Draft, findOverlap, gapBefore, NEW_PARAGRAPH, type Span, type Words} from '../../draft/index.js'
import {NgramModel} from '../../matching/ngram-model.js'
import {WordVectors} from '../../matching/word-vectors.js'
import type {StageRules} from '../../stage/define-stage.js'
import {compileLexicon, sourcesOf} from './compile-lexicon.js'
import {Contexts} from './contexts.js'
import {Decoder, type Decoding} from './decoder.js'
import {
  DOUBT,
  DOUBT_BEFORE_JUDGE,
  type Evidence,
  evidenceOf,
  FEWEST_WORDS,
  LEAST_BLOCK_EVIDENCE,
  LEAST_EVIDENCE,
  LEAST_JUDGED,
  leastSpinning,
  MOST_WORDS,
  mostCounted,
  quotationsOf,
  type Signs,
  spinningOf,
} from './gate.js'
import {type Judge, Judged} from './judged.js'
import {type Arc, type Arcs, arcsOf} from './lattice.js'
import {FAMILIES, type Family, Lexicon, unpackLexicon} from './lexicon.js'
import {LogLinear} from './log-linear.js'
import {type ModelTokens, modelTokensOf} from './model-tokens.js'
import {type Candidates, type Choice, choicesOf, type Decoded, type Ranker} from './ranker.js'
import {registerOf} from './register.js'
import {Shortlist} from './shortlist.js'
import {inAmericanSpelling} from './spelling.js'

const MODEL = 'unspin/english.ngrams'
const VECTORS = 'unspin/english.vectors'
const LEXICON = 'unspin/spun.lexicon'

/** Tokens of the model. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export type Verdict = 'spun' | 'in doubt' | 'clean'

/** A stretch that was judged. */
export interface Judgement extends Signs, Stretch {
  readonly spinning: number
  /** From how much `spinning` on it is taken for spun. */
  readonly least: number
}

/** A form that speaks for spinning, and what reads best in its place. */
export interface Mark {
  readonly form: string
  readonly original: string
}

/** What was read of a draft; what is dear to find out only when somebody asks. */
export class Reading implements Decoded {
  readonly words: Words
  readonly tokens: ModelTokens
  readonly arcs: Arcs
  readonly #decode: () => Decoding
  readonly #rank: () => readonly Candidates[]
  #decoding: Decoding | undefined
  #places: readonly Candidates[] | undefined

  constructor(
    words: Words,
    tokens: ModelTokens,
    arcs: Arcs,
    decoder: Decoder,
    rank: (decoded: Decoded) => Candidates[],
  ) {
    this.words = words
    this.tokens = tokens
    this.arcs = arcs
    this.#decode = () => decoder.decode(tokens, arcs)
    this.#rank = () => rank(this)
  }

  get decoding(): Decoding {
    this.#decoding ??= this.#decode()
    return this.#decoding
  }

  /** Every place where forms stand, with all candidates. */
  get places(): readonly Candidates[] {
    this.#places ??= this.#rank()
    return this.#places
  }
}

/** log10 that one place counts at most. */
const MOST_IMPROVEMENT = 3
/** More improvement than this for each edit of the first search was never seen: 0.6 to 1.8 in spun articles, less in clean. */
const MOST_PER_EDIT = 2
/** log10 that a candidate must be better to count. */
const LEAST_IMPROVEMENT = 0.6

/** Paragraphs of fewer tokens are not judged by themselves. */
const SHORTEST_PART = 100
/** A text has many paragraphs, so one of them must be surer. */
const MORE_FOR_A_PART = 6

/** Whether a text has as many words as it takes to tell, and no more than an article has. */
export function isReadable(draft: Draft): boolean {
  const {count} = draft.words()
  return count >= FEWEST_WORDS && count <= MOST_WORDS
}

export class Restorer {
  readonly lexicon: Lexicon
  readonly #model: NgramModel
  readonly #contexts: Contexts
  readonly #decoder: Decoder
  readonly #default: LogLinear
  /** Who chooses; the gate always asks the default ranker, which is a thousand times faster than a judge. */
  readonly ranker: Ranker
  readonly #doubt: number

  constructor({tables, models}: Pick<StageRules, 'tables' | 'models'>, judge?: Judge) {
    const model = NgramModel.read(modelOf(models, MODEL))
    this.#model = model
    const compiled = models.get(LEXICON)
    const kept = compiled && unpackLexicon(compiled, sourcesOf(tables, model))
    this.lexicon = new Lexicon(kept ?? compileLexicon(tables, model))
    this.#contexts = new Contexts(tables, this.lexicon)
    this.#decoder = new Decoder(model, this.lexicon)
    this.#default = new LogLinear(model, this.lexicon, WordVectors.read(modelOf(models, VECTORS)))
    this.#doubt = judge ? DOUBT_BEFORE_JUDGE : DOUBT
    this.ranker = judge ? new Judged(this.#default, judge, this.lexicon) : this.#default
  }

  /** The evidence that makes a closer look worth its time; undefined where there is too little. */
  suspicion(draft: Draft): Evidence | undefined {
    if (!isReadable(draft)) return undefined
    const evidence = evidenceOf(draft.words(), this.lexicon)
    return evidence.whole >= LEAST_EVIDENCE || evidence.block >= LEAST_BLOCK_EVIDENCE ? evidence : undefined
  }

  /** Decodes the text. */
  read(draft: Draft): Reading {
    const words = draft.words()
    const tokens = inAmericanSpelling(words, modelTokensOf(words), this.#model)
    const shortlist = new Shortlist(this.#model, this.lexicon, this.#contexts, tokens)
    const arcs = arcsOf(draft, this.lexicon, tokens, (place) => shortlist.arcAt(place))
    return new Reading(words, tokens, arcs, this.#decoder, (decoded) => this.#default.places(decoded))
  }

  /** The same without what stands in short quotations, for the gate: decoded anew, but ranked as in the whole text. */
  unquoted(draft: Draft, reading: Reading): Reading {
    const quotations = quotationsOf(draft.text)
    if (quotations.length === 0) return reading
    const {words, tokens} = reading
    const arcs = outside(quotations, reading.arcs, words)
    return new Reading(words, tokens, arcs, this.#decoder, () =>
      reading.places.filter((candidates) => candidates.every(({arc}) => arcs.get(arc.from)?.includes(arc))),
    )
  }

  /** The stretches that are spun, or may be: the whole text, or paragraphs of it. */
  spunStretches(reading: Reading, {block}: Evidence): Judgement[] {
    const {count} = reading.tokens
    if (this.#mayBeSpun(reading, 0, count)) {
      const whole = this.judge(reading, 0, count)
      if (whole.spinning >= whole.least - this.#doubt) return [whole]
    }
    if (block < LEAST_BLOCK_EVIDENCE) return []
    return paragraphsOf(reading)
      .filter(([from, to]) => to - from >= SHORTEST_PART && this.#mayBeSpun(reading, from, to))
      .map(([from, to]) => this.judge(reading, from, to))
      .filter(({spinning, least}) => spinning >= least + MORE_FOR_A_PART)
  }

  /** What the first search alone says, before every place is looked at again. */
  #mayBeSpun(reading: Reading, from: number, to: number): boolean {
    const signs = this.#signsOf(reading, from, to)
    return spinningOf({...signs, improvement: MOST_PER_EDIT * signs.edits}) >= leastSpinning(signs.tokens) - this.#doubt
  }

  judge(reading: Reading, from: number, to: number): Judgement {
    const inside = reading.places.filter((candidates) => isBetween(candidates[0]!.arc, from, to))
    const improvement = improvementOf(inside, mostCounted(to - from))
    const signs = {...this.#signsOf(reading, from, to), improvement}
    return {...signs, from, to, spinning: spinningOf(signs), least: leastSpinning(signs.tokens)}
  }

  #signsOf({decoding, words, tokens}: Reading, from: number, to: number): Omit<Signs, 'improvement'> {
    const {sentences, pieces} = decoding
    let [gain, rarity, edits] = [0, 0, 0]
    for (const sentence of sentences) if (isBetween(sentence, from, to)) gain += sentence.gain
    for (const piece of pieces) {
      if (piece.pair < 0 || !isBetween(piece, from, to)) continue
      edits++
      rarity += this.lexicon.originalScore(piece.pair) - this.lexicon.formScore(piece.arc!.form)
    }
    return {tokens: to - from, gain, rarity, edits, register: registerOf(words, tokens, from, to)}
  }

  /** The forms of a stretch that speak most for spinning: each as it reads, with the original that reads best, and the family of most. */
  marksOf({decoding, words}: Reading, from: number, to: number): {readonly marks: Mark[]; readonly family: Family} {
    const marks = new Map<number, Mark & {readonly evidence: number}>()
    const counts = {thesaurus: 0, articles: 0, science: 0}
    for (const piece of decoding.pieces) {
      const {arc, pair} = piece
      if (!arc || !isBetween(piece, from, to)) continue
      counts[this.lexicon.family(pair)]++
      const form = words.text.slice(words.starts[arc.first]!, words.ends[arc.last - 1]!).replace(/\s+/g, ' ')
      marks.set(arc.form, {form, original: this.lexicon.original(pair), evidence: this.lexicon.evidence(arc.form)})
    }
    const family = FAMILIES.reduce((a, b) => (counts[b] > counts[a] ? b : a))
    return {marks: [...marks.values()].sort((a, b) => b.evidence - a.evidence), family}
  }

  /** What becomes of stretches: a text in doubt is decided by the judge, where there is one. */
  verdictOn(stretches: readonly Judgement[], choices: readonly Choice[]): Verdict {
    if (!stretches.some(({spinning, least}) => spinning >= least - this.#doubt)) return 'clean'
    if (stretches.every(({spinning, least}) => spinning >= least)) return 'spun'
    if (this.ranker === this.#default) return 'in doubt'
    const places = choices.reduce((sum, {kept}) => sum + 1 - kept, 0)
    const tokens = stretches.reduce((sum, each) => sum + each.tokens, 0)
    return (places * 100) / tokens >= LEAST_JUDGED ? 'spun' : 'clean'
  }

  /** What is replaced in some stretches. */
  choices(reading: Reading, stretches: readonly Stretch[]): Choice[] {
    const within = ({from, to}: Stretch): boolean =>
      stretches.some((stretch) => from >= stretch.from && to <= stretch.to)
    if (this.ranker === this.#default) return choicesOf(reading.places).filter(({arc}) => within(arc))
    const {words, tokens, decoding} = reading
    const arcs = new Map([...reading.arcs].map(([at, here]) => [at, here.filter(within)]))
    return choicesOf(this.ranker.places({words, tokens, arcs, decoding}))
  }
}

function modelOf(models: StageRules['models'], name: string): ArrayBuffer {
  const bytes = models.get(name)
  if (!bytes) throw new Error(`unspin needs its models, expected ${name} among the rules`)
  return bytes
}

const isBetween = (at: {readonly from: number}, from: number, to: number): boolean => at.from >= from && at.from < to

function improvementOf(places: readonly Candidates[], most: number): number {
  const counted = new Map<number, number>()
  let sum = 0
  for (const candidates of places) {
    const {form} = candidates[0]!.arc
    const times = counted.get(form) ?? 0
    if (times >= most) continue
    counted.set(form, times + 1)
    const best = Math.max(...candidates.map(({features: f}) => f.context - f.usual / 2 + f.pair))
    sum += Math.min(MOST_IMPROVEMENT, Math.max(0, best - LEAST_IMPROVEMENT))
  }
  return sum
}

/** Tokens of each paragraph. */
function paragraphsOf({words, tokens}: Reading): [from: number, to: number][] {
  const starts: number[] = []
  for (let k = 0; k < tokens.count; k++) {
    const place = tokens.places[k]!
    if (gapBefore(words, place) === NEW_PARAGRAPH && (k === 0 || tokens.places[k - 1] !== place)) starts.push(k)
  }
  return starts.map((from, i) => [from, starts[i + 1] ?? tokens.count])
}

/** The arcs that touch none of the spans. */
function outside(spans: readonly Span[], arcs: Arcs, words: Words): Arcs {
  const left = new Map<number, readonly Arc[]>()
  for (const [at, here] of arcs) {
    const kept = here.filter(
      ({first, last}) => !findOverlap(spans, {start: words.starts[first]!, end: words.ends[last - 1]!}),
    )
    if (kept.length > 0) left.set(at, kept)
  }
  return left
}
