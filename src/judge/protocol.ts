/** What the two threads of a judge tell each other. */
import type {MessagePort} from 'node:worker_threads'
import type {Question} from '../stages/unspin/judged.js'

export interface Setting {
  /** The model, GGUF. */
  readonly file: string
  readonly port: MessagePort
  /** Four bytes, shared: 1 when a reply lies in the port. */
  readonly signal: SharedArrayBuffer
}

export interface Request {
  readonly text: string
  readonly questions: readonly Question[]
}

/** log10 for each wording of each question, or why there is no answer. */
export type Reply = {readonly answers: number[][]} | {readonly failure: string}
