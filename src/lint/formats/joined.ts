/** Small pieces of text as few large ones: a document says little, and to hand it on takes longer than to make it. */
import type {Printer} from './printer.js'

/** What comes within this after the last piece waits for more, ms: nobody sees it, and a run has many documents in it. */
const SOON = 50
/** So much is not kept waiting, UTF-16 units. */
const ENOUGH = 65_536

/** A printer that joins; the first piece goes out at once, and none waits for long, whatever comes of the run. */
export function joined({print, finish}: Printer): Printer {
  let waiting = ''
  let printedAt = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | undefined
  /** What the timer printed; whoever prints or finishes next is told how it went. */
  let printed: Promise<void> | undefined
  const printAll = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const text = waiting
    waiting = ''
    printedAt = performance.now()
    await print(text)
  }
  const printLater = (): void => {
    printed = printAll()
    printed.catch(() => {})
  }
  return {
    async print(text) {
      if (text === '') return
      waiting += text
      await printed
      if (waiting.length >= ENOUGH || performance.now() - printedAt >= SOON) await printAll()
      else timer ??= setTimeout(printLater, SOON)
    },
    async finish() {
      await printed
      await printAll()
      await finish()
    },
  }
}
