/** What a thread of `threads.ts` runs. */
import {Linters} from './in-process.js'
import type {LintResult} from './lint.js'
import type {LintInput, LintSettings} from './linter.js'

/** Documents that are looked at in the same way. Without any the linter is made ready for those that will come. */
export interface Batch {
  readonly settings: LintSettings
  readonly inputs: readonly LintInput[]
}

const linters = new Linters()

export default async ({inputs, settings}: Batch): Promise<LintResult[]> => {
  const linter = await linters.for(settings)
  return inputs.map((input) => linter.lint(input))
}
