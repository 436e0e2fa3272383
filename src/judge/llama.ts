/** A judge that runs a GGUF model in a thread of its own and waits for what it says. */
import {createHash} from 'node:crypto'
import {existsSync} from 'node:fs'
import path from 'node:path'
import {MessageChannel, type MessagePort, receiveMessageOnPort, Worker} from 'node:worker_threads'
import type {Judge, Question} from '../stages/unspin/judged.js'
import {AFTER, MOST_BEFORE} from './llama-reader.js'
import type {Reply, Request} from './protocol.js'

/** Answers that are kept; a document is asked about anew in each round of the pipeline. */
const MOST_KEPT = 20_000

/** Milliseconds for the places of one document. */
const LONGEST_WAIT = 3_600_000

export class LlamaJudge implements Judge {
  readonly name: string
  readonly #worker: Worker
  readonly #port: MessagePort
  readonly #awake: Int32Array
  readonly #kept = new Map<string, readonly number[]>()

  /** Loads a model. Throws when the file is not there, is no model, or `node-llama-cpp` is not installed. */
  constructor(file: string) {
    if (!existsSync(file)) throw new Error(`Unexpected model ${file}: there is no such file`)
    this.name = path.basename(file)
    const {port1, port2} = new MessageChannel()
    const signal = new SharedArrayBuffer(4)
    this.#port = port1
    this.#awake = new Int32Array(signal)
    this.#worker = new Worker(new URL('./llama-worker.js', import.meta.url), {
      workerData: {file: path.resolve(file), port: port2, signal},
      transferList: [port2],
    })
    this.#worker.unref()
    // The model must be given back before the process ends: native code does not like to be cut off.
    process.once('beforeExit', () => this.close())
    this.#wait()
  }

  read(text: string, questions: readonly Question[]): readonly (readonly number[])[] {
    const keys = questions.map((question) => keyOf(text, question))
    const isNew = (i: number): boolean => !this.#kept.has(keys[i]!)
    const request: Request = {text, questions: questions.filter((_, i) => isNew(i))}
    const fresh = request.questions.length > 0 ? this.#ask(request) : []
    const answers = questions.map((_, i) => this.#kept.get(keys[i]!) ?? fresh.shift()!)
    if (this.#kept.size + keys.length > MOST_KEPT) this.#kept.clear()
    for (const [i, key] of keys.entries()) this.#kept.set(key, answers[i]!)
    return answers
  }

  /** Ends the thread; done of itself when the process has nothing left to do. */
  close(): void {
    this.#worker.ref()
    this.#worker.postMessage('close')
  }

  #ask(request: Request): (readonly number[])[] {
    this.#port.postMessage(request)
    return this.#wait()
  }

  #wait(): number[][] {
    if (Atomics.wait(this.#awake, 0, 0, LONGEST_WAIT) === 'timed-out') {
      throw new Error(`The model ${this.name} has not answered for an hour`)
    }
    Atomics.store(this.#awake, 0, 0)
    const reply = receiveMessageOnPort(this.#port)?.message as Reply
    if ('answers' in reply) return reply.answers
    if (/Cannot find (?:package|module)/.test(reply.failure)) {
      throw new Error('The ranker llama needs the package node-llama-cpp: npm install node-llama-cpp')
    }
    throw new Error(`Unexpected model ${this.name}: ${reply.failure}`)
  }
}

/** The same for the same question in the same text, as far as the model reads it. */
function keyOf(text: string, {start, end, wordings}: Question): string {
  const before = text.slice(Math.max(0, start - MOST_BEFORE), start)
  const about = [start, before, ...wordings, text.slice(end, end + 10 * AFTER)]
  return createHash('sha256').update(about.join('\0')).digest('base64')
}
