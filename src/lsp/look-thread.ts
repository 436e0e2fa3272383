/**
 * Looks at documents in a thread of its own, so that a slow one never keeps the protocol waiting.
 *
 * One document is looked at at a time; of those that wait each is asked for in its latest version only. A thread that
 * answers too late is ended, and a new one takes its place. A new thread is also how everything is read anew:
 * configurations, rules, and modules that Node would not import twice.
 */
import {Worker} from 'node:worker_threads'
import {blindLook, type Look, type Question} from './look.js'
import type {Answered} from './look-worker.js'

/** The first look of a thread reads rules and dictionaries, 1.6 s of work; the largest documents take as long again. */
const LONGEST_LOOK_MS = 60_000

interface Waiting {
  readonly question: Question
  answer(look: Look | undefined): void
}

export class LookThread {
  readonly #program: URL
  readonly #longest: number
  #worker: Worker | undefined
  /** By document, in the order asked. */
  readonly #waiting = new Map<string, Waiting>()
  #asked: (Waiting & {readonly id: number; readonly timer: NodeJS.Timeout}) | undefined
  #questions = 0

  /** @param longest - Milliseconds that a look may take. */
  constructor(program = new URL('./look-worker.js', import.meta.url), longest = LONGEST_LOOK_MS) {
    this.#program = program
    this.#longest = longest
  }

  /** Undefined when a later version of the document was asked for before this one was looked at. */
  look(uri: string, question: Question): Promise<Look | undefined> {
    this.drop(uri)
    return new Promise((answer) => {
      this.#waiting.set(uri, {question, answer})
      this.#next()
    })
  }

  /** Takes back what was asked about a document, if nobody looks at it yet. */
  drop(uri: string): void {
    this.#waiting.get(uri)?.answer(undefined)
    this.#waiting.delete(uri)
  }

  /** Answers nobody any more. */
  end(): void {
    this.#waiting.clear()
    this.restart()
  }

  /** Reads configurations and rules anew. Who waits for a look goes on waiting, but for the one under way. */
  restart(): void {
    this.#end()
    this.#settle(undefined)
  }

  /** A thread that ended by itself is not ended again. */
  #end(): void {
    this.#worker?.removeAllListeners()
    void this.#worker?.terminate()
    this.#worker = undefined
  }

  #next(): void {
    const [next] = this.#waiting
    if (this.#asked || !next) return
    const [uri, waiting] = next
    this.#waiting.delete(uri)
    this.#worker ??= this.#started()
    const id = ++this.#questions
    const timer = setTimeout(() => this.#fail(`took longer than ${this.#longest / 1000} seconds`), this.#longest)
    this.#asked = {...waiting, id, timer}
    this.#worker.postMessage({id, question: waiting.question})
  }

  #started(): Worker {
    // Standard output belongs to the protocol; what a configuration or library prints goes to the client's log.
    const worker = new Worker(this.#program, {stdout: true})
    worker.stdout.pipe(process.stderr, {end: false})
    worker.on('message', ({id, look}: Answered) => {
      if (this.#asked?.id === id) this.#settle(look)
    })
    worker.on('error', ({message}) => this.#fail(`failed: ${message}`))
    worker.on('exit', () => this.#fail('ended'))
    worker.unref()
    return worker
  }

  #fail(what: string): void {
    this.#end()
    const name = this.#asked?.question.file ?? 'a document without a name'
    this.#settle(blindLook(`${name} was not checked: looking at it ${what}`))
  }

  #settle(look: Look | undefined): void {
    const asked = this.#asked
    this.#asked = undefined
    if (asked) {
      clearTimeout(asked.timer)
      asked.answer(look)
    }
    this.#next()
  }
}
