/** What a thread of `threads.ts` runs. */
import {Linters} from './in-process.js'
import type {LintJob} from './job.js'
import type {LintResult} from './lint.js'

const linters = new Linters()

export default async ({input, settings}: LintJob): Promise<LintResult> => (await linters.for(settings)).lint(input)
