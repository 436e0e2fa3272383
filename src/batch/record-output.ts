/** Where records go: the lines of an input into one file, their reports into another beside it. */
import type {Report} from '../report/report.js'
import type {Document} from './documents.js'
import type {Input} from './inputs.js'
import type {OutputStream} from './output-stream.js'

/** The field of a record that says what was done with it. */
export const REPORT_FIELD = 'unspun'

export interface RecordStreams {
  readonly records: OutputStream
  /** Undefined when nobody wants them. */
  readonly reports: OutputStream | undefined
}

/** One input after the other: what is written for another ends the one before. */
export class RecordOutput {
  readonly #open: (input: Input) => Promise<RecordStreams>
  readonly #textField: string
  readonly #begun = new Set<Input>()
  #current: {readonly input: Input; readonly streams: RecordStreams} | undefined

  /** `open` is asked once for each input. */
  constructor(open: (input: Input) => Promise<RecordStreams>, textField: string) {
    this.#open = open
    this.#textField = textField
  }

  /**
   * Writes a record with its article, if it has one, and its report.
   *
   * @throws Error when that cannot be written; then nothing of this input is, and what comes of it later is left.
   */
  async add({input, record}: Document, report: Report, article: string): Promise<void> {
    const streams = await this.#streamsFor(input)
    if (!streams) return
    try {
      await streams.reports?.write(`${JSON.stringify(report)}\n`)
      if (record && report.rejected === undefined) {
        const fields = new Map<string, unknown>([
          [this.#textField, article],
          [REPORT_FIELD, essentialsOf(report)],
        ])
        await streams.records.write(`${record.with(fields)}\n`)
      }
    } catch (error) {
      await this.abort(input)
      throw error
    }
  }

  /** Ends what was begun. An input without a single record becomes an empty file, too. */
  async end(inputs: readonly Input[] = []): Promise<void> {
    for (const input of inputs) await this.#streamsFor(input)
    const current = this.#current
    this.#current = undefined
    await current?.streams.records.finish()
    await current?.streams.reports?.finish()
  }

  /** Leaves nothing of an input that turned out to be unreadable. */
  async abort(input: Input): Promise<void> {
    this.#begun.add(input)
    if (this.#current?.input !== input) return
    const {streams} = this.#current
    this.#current = undefined
    await streams.records.abort()
    await streams.reports?.abort()
  }

  async #streamsFor(input: Input): Promise<RecordStreams | undefined> {
    if (this.#current?.input === input) return this.#current.streams
    if (this.#begun.has(input)) return undefined
    await this.end()
    this.#begun.add(input)
    this.#current = {input, streams: await this.#open(input)}
    return this.#current.streams
  }
}

/** What a user of the records wants to know of each without its report: language, metadata, how many findings. */
function essentialsOf({version, language, metadata, counts}: Report): object {
  const sums: Record<string, number> = {}
  for (const states of Object.values(counts.byStage)) {
    for (const [state, n] of Object.entries(states)) sums[state] = (sums[state] ?? 0) + n
  }
  return {version, language: language?.tag ?? null, metadata, counts: sums}
}
