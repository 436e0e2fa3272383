/** Documents in this very thread: a thread of its own would take longer to start than a few documents take. */
import type {Engine, LintJob} from './job.js'
import {createLinter, type Linter, type LintSettings} from './linter.js'

/** A linter for each way to look, made when the first document needs it. */
export class Linters {
  readonly #linters = new Map<string, Promise<Linter>>()
  /** In one thread the same settings are mostly the same object; those that were handed over never are. */
  #last: {readonly settings: LintSettings; readonly linter: Promise<Linter>} | undefined

  for(settings: LintSettings): Promise<Linter> {
    if (this.#last?.settings !== settings) this.#last = {settings, linter: this.#find(settings)}
    return this.#last.linter
  }

  #find(settings: LintSettings): Promise<Linter> {
    const {options, ...others} = settings
    const {judge, ...plain} = options
    const key = JSON.stringify([plain, judge?.name, others])
    const linter = this.#linters.get(key) ?? linterFor(settings)
    this.#linters.set(key, linter)
    return linter
  }
}

/** Repairs take a parser of Markdown, which nobody else waits for. */
async function linterFor(settings: LintSettings): Promise<Linter> {
  return settings.fixes ? (await import('./fixer.js')).createFixer(settings, settings.fixes) : createLinter(settings)
}

export function inProcess(): Engine {
  const linters = new Linters()
  return {
    lint: async ({input, settings}: LintJob) => (await linters.for(settings)).lint(input),
    close: async () => {},
  }
}
