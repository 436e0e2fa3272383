/** A bar with documents, bytes and time left, on a terminal; nothing on a pipe. */
import progress from 'cli-progress'
import type {Document} from '../batch/documents.js'
import type {Input} from '../batch/inputs.js'

export interface Progress {
  /** A document has been dealt with; undefined for an input that could not be read. */
  step(document: Document | undefined): void
  stop(): void
}

const SILENT: Progress = {step() {}, stop() {}}
/** A run shorter than this is over before a bar is read. */
const WORTH_A_BAR_BYTES = 2_000_000

/** @param task - What is done, before the bar. */
export function progressFor(task: string, inputs: readonly Input[], stream: NodeJS.WriteStream): Progress {
  const total = inputs.reduce((sum, {bytes}) => sum + bytes, 0)
  if (!stream.isTTY || total < WORTH_A_BAR_BYTES) return SILENT
  const bar = new progress.SingleBar({
    stream,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
    format: `${task} {bar} {percentage} % · {documents} documents · {megabytes} MB · {eta_formatted} left`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  })
  let documents = 0
  let bytes = 0
  const payload = () => ({documents, megabytes: (bytes / 1e6).toFixed(1)})
  bar.start(total, 0, payload())
  return {
    step(document) {
      documents++
      bytes += document?.bytesRead ?? 0
      bar.update(bytes, payload())
    },
    stop: () => bar.stop(),
  }
}
