/** The thread that looks at documents for the language server. Answers one question after the other, each by its id. */
import {parentPort} from 'node:worker_threads'
import type {Look, Question} from './look.js'
import {createLooker} from './looker.js'

export interface Asked {
  readonly id: number
  readonly question: Question
}

export interface Answered {
  readonly id: number
  readonly look: Look
}

const look = createLooker()

parentPort!.on('message', async ({id, question}: Asked) => {
  parentPort!.postMessage({id, look: await look(question)} satisfies Answered)
})
