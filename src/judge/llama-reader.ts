/** A causal language model that reads a text and says how likely wordings are in their places. */
import type {Question} from '../stages/unspin/judged.js'
import type {Request} from './protocol.js'

type Token = number

/** What is used of `node-llama-cpp`, which users install themselves. */
interface NodeLlamaCpp {
  readonly LlamaLogLevel: {readonly error: unknown}
  getLlama(options: object): Promise<Llama>
}
interface Llama {
  readonly cpuMathCores: number
  loadModel(options: {modelPath: string}): Promise<Model>
  dispose(): Promise<void>
}
interface Model {
  readonly trainContextSize: number
  readonly tokens: {readonly bos: Token | null}
  tokenize(text: string): Token[]
  createContext(options: object): Promise<{getSequence(): Sequence}>
}
interface Sequence {
  readonly nextTokenIndex: number
  eraseContextTokenRanges(ranges: {start: number; end: number}[]): Promise<void>
  controlledEvaluate(input: (Token | [Token, object])[]): Promise<(Output | undefined)[]>
}
interface Output {
  readonly next: {readonly logits?: ReadonlyMap<Token, number>; readonly totalLogitWeight?: number}
}

/** A name that the compiler does not look up, as the package need not be there. */
const PACKAGE: string = 'node-llama-cpp'

/** UTF-16 units of text before a place that the model reads: at least and at most. */
const LEAST_BEFORE = 2000
export const MOST_BEFORE = 6000
/** UTF-16 units after a place that count, up to the next blank. */
export const AFTER = 30
/** Tokens: room for the text before a place and for what comes after. */
const CONTEXT = 4096
/** Tokens of the text before a place at most; in English text a token has four letters. */
const MOST_TOKENS = CONTEXT - 1024

export class Reader {
  readonly #model: Model
  readonly #sequence: Sequence
  readonly #dispose: () => Promise<void>
  /** The tokens that the sequence has read. */
  #known: Token[] = []

  private constructor(model: Model, sequence: Sequence, dispose: () => Promise<void>) {
    this.#model = model
    this.#sequence = sequence
    this.#dispose = dispose
  }

  /** Loads a model, from a file alone. */
  static async open(file: string): Promise<Reader> {
    const {getLlama, LlamaLogLevel} = (await import(PACKAGE)) as NodeLlamaCpp
    // On the processor alone, as graphics cards round differently; one core is left over, as waiting threads spin.
    const llama = await getLlama({gpu: false, build: 'never', skipDownload: true, logLevel: LlamaLogLevel.error})
    try {
      const model = await llama.loadModel({modelPath: file})
      const threads = Math.max(1, llama.cpuMathCores - 1)
      const contextSize = Math.min(CONTEXT, model.trainContextSize)
      const context = await model.createContext({contextSize, sequences: 1, threads})
      return new Reader(model, context.getSequence(), () => llama.dispose())
    } catch (error) {
      await llama.dispose()
      throw error
    }
  }

  async close(): Promise<void> {
    await this.#dispose()
  }

  /** Answers questions one after the other; `step` is told how many are done. */
  async read({text, questions}: Request, step: (done: number) => void): Promise<number[][]> {
    const answers: number[][] = []
    for (const question of questions) {
      answers.push(await this.#answer(text, question))
      step(answers.length)
    }
    return answers
  }

  async #answer(text: string, {start, end, wordings}: Question): Promise<number[]> {
    // What is read begins at few places of a long text, so that most of it is known from the question before.
    const from = Math.max(
      0,
      Math.floor(start / (MOST_BEFORE - LEAST_BEFORE)) * (MOST_BEFORE - LEAST_BEFORE) - LEAST_BEFORE,
    )
    const before = text.slice(from, start)
    const blank = before.endsWith(' ') ? ' ' : ''
    const after = text.slice(end, endOfWord(text, end + AFTER))
    const tails = wordings.map((wording) => this.#model.tokenize(blank + wording + after))
    const firsts = tails.map((tail) => tail[0]!)
    const prefix = this.#model.tokenize(blank ? before.slice(0, -1) : before).slice(-MOST_TOKENS)
    const {bos} = this.#model.tokens
    const likely = await this.#goTo(bos === null ? prefix : [bos, ...prefix], firsts)
    const answers: number[] = []
    for (const [i, tail] of tails.entries()) answers.push(likely.get(firsts[i]!)! + (await this.#follow(tail)))
    return answers
  }

  /** Reads a text as far as it is not known, and says how likely some tokens are after it, log10. */
  async #goTo(tokens: Token[], nexts: readonly Token[]): Promise<Map<Token, number>> {
    let same = 0
    while (same < tokens.length - 1 && tokens[same] === this.#known[same]) same++
    await this.#forgetFrom(same)
    const rest = tokens.slice(same)
    const outputs = await this.#sequence.controlledEvaluate(
      rest.map((token, i) => (i < rest.length - 1 ? token : asking(token, nexts))),
    )
    this.#known = tokens
    return likelihoods(outputs.at(-1), nexts)
  }

  /** log10 of the tokens of a tail after its first; the sequence forgets the tail again. */
  async #follow(tail: Token[]): Promise<number> {
    if (tail.length < 2) return 0
    const outputs = await this.#sequence.controlledEvaluate(
      tail.slice(0, -1).map((token, i) => asking(token, [tail[i + 1]!])),
    )
    await this.#forgetFrom(this.#known.length)
    return outputs.reduce((sum, output, i) => sum + likelihoods(output, [tail[i + 1]!]).get(tail[i + 1]!)!, 0)
  }

  async #forgetFrom(token: number): Promise<void> {
    const end = this.#sequence.nextTokenIndex
    if (token < end) await this.#sequence.eraseContextTokenRanges([{start: token, end}])
  }
}

/** A token whose successors are asked for. The likeliest one is always told, as all others are measured by it. */
const asking = (token: Token, nexts: readonly Token[]): [Token, object] => [
  token,
  {
    generateNext: {
      options: {temperature: 0},
      logits: {filter: {tokens: nexts, includeSelected: true}},
      totalLogitWeight: true,
    },
  },
]

/** log10 of each token's probability: its logit below the largest one, less the logarithm of the sum of all such powers. */
function likelihoods(output: Output | undefined, tokens: readonly Token[]): Map<Token, number> {
  const {logits, totalLogitWeight} = output?.next ?? {}
  if (!logits || totalLogitWeight === undefined) throw new Error('the model gave no logits')
  const largest = Math.max(...logits.values())
  return new Map(
    tokens.map((token) => [token, (logits.get(token)! - largest - Math.log(totalLogitWeight)) / Math.LN10]),
  )
}

/** The end of a word, if it is near. */
function endOfWord(text: string, at: number): number {
  const blank = text.slice(at, at + AFTER).search(/\s/)
  return Math.min(text.length, blank < 0 ? at : at + blank)
}
