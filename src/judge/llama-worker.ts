/**
 * The thread in which a language model runs, so that the pipeline can wait for it: stages are synchronous, the model is not.
 *
 * Answers each request on its port, then wakes whoever waits. Runs without network: nothing is downloaded or built.
 */
import {writeSync} from 'node:fs'
import {isatty} from 'node:tty'
import {parentPort, workerData} from 'node:worker_threads'
import {Reader} from './llama-reader.js'
import type {Reply, Request, Setting} from './protocol.js'

const STANDARD_ERROR = 2

const {file, port, signal} = workerData as Setting
const awake = new Int32Array(signal)

function reply(message: Reply): void {
  port.postMessage(message)
  Atomics.store(awake, 0, 1)
  Atomics.notify(awake, 0)
}

/** Progress, straight to the terminal: whoever waits cannot draw. */
function show(done: number, all: number): void {
  if (!isatty(STANDARD_ERROR)) return
  writeSync(STANDARD_ERROR, done < all ? `\rreading: place ${done} of ${all}` : '\r\u001b[K')
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

try {
  const reader = await Reader.open(file)
  port.on('message', async (request: Request) => {
    try {
      reply({answers: await reader.read(request, (done) => show(done, request.questions.length))})
    } catch (error) {
      reply({failure: reasonOf(error)})
    }
  })
  parentPort!.once('message', async () => {
    await reader.close()
    port.close()
  })
  reply({answers: []})
} catch (error) {
  reply({failure: reasonOf(error)})
}
