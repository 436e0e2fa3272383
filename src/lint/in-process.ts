/** Documents in this very thread: a thread of its own would take longer to start than a few documents take. */
import type {Engine, LintJob} from './job.js'
import {createLinter, type Linter, type LintSettings} from './linter.js'

/** A linter for each way to look, made when the first document needs it. */
export class Linters {
  readonly #linters = new Map<string, Linter>()

  for(settings: LintSettings): Linter {
    const {options, ...rest} = settings
    const {judge, ...plain} = options
    const key = JSON.stringify([plain, judge?.name, rest])
    const linter = this.#linters.get(key) ?? createLinter(settings)
    this.#linters.set(key, linter)
    return linter
  }
}

export function inProcess(): Engine {
  const linters = new Linters()
  return {
    lint: async ({input, settings}: LintJob) => linters.for(settings).lint(input),
    close: async () => {},
  }
}
