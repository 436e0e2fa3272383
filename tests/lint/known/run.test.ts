/** Documents of before and of now in one run: which outcome is whose, also where some could not be looked at. */
import {expect, test} from 'vitest'
import type {Input} from '../../../src/batch/inputs.js'
import type {LintOutcome} from '../../../src/lint/job.js'
import {Known} from '../../../src/lint/known/run.js'
import type {LintInput} from '../../../src/lint/linter.js'
import {lint} from './repository.js'

const SLOT = 'The mill cost billions of {dollars} to build.\n'

const input = (path: string): Input => ({path}) as Input

async function* read(found: readonly Input[] | undefined): AsyncIterable<LintInput> {
  // What cannot be read is told elsewhere, and gives no document.
  for (const {path} of found ?? []) if (path !== 'unreadable.md') yield {content: SLOT, facts: {path}}
}

test('outcomes are told apart by the order of the documents', async () => {
  let isClosed = false
  const known = new Known(
    {
      before: ['slow.md', 'unreadable.md', 'old.md'].map(input),
      now: ['new.md', 'copy.md'].map(input),
      placeNow: (place) => (place === 'old.md' ? 'new.md' : place),
      isUnchanged: () => false,
      notice: 'what to know',
      close: () => {
        isClosed = true
      },
    },
    undefined,
  )
  async function* outcomes(): AsyncIterable<LintOutcome> {
    for await (const {facts, content} of known.documents(known.now, read)) {
      yield facts.path === 'slow.md' ? {path: facts.path, error: 'took too long'} : lint(facts.path, content)
    }
  }
  const found: string[] = []
  for await (const outcome of known.newOf(outcomes())) {
    found.push(`${outcome.path} ${'error' in outcome ? outcome.error : outcome.findings.length}`)
  }
  expect(found).toEqual(['slow.md took too long', 'new.md 0', 'copy.md 1'])
  expect(known.notices()).toEqual(['what to know'])
  expect(isClosed).toBe(true)
})
