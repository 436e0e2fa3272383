/** How documents are shared among threads, whatever these do. Their program is one that does as it is told. */
import {afterEach, expect, test} from 'vitest'
import type {Engine, LintJob, LintOutcome} from '../../src/lint/job.js'
import type {LintSettings} from '../../src/lint/linter.js'
import {Threads} from '../../src/lint/threads.js'

/** Answers with what it was given and how many came with it; `hang` and `throw` do so. */
const PROGRAM = `
export default ({inputs}) => inputs.map(({content, facts}) => {
  if (content === 'hang') for (;;);
  if (content === 'throw') throw new Error('out of words')
  return {path: facts.path, findings: [content, inputs.length]}
})`
const program = new URL(`data:text/javascript,${encodeURIComponent(PROGRAM)}`)
const settings = {rulesFolders: []} as unknown as LintSettings

let threads: Threads
afterEach(() => threads.close())
const start = (own?: Engine, budget = 1): Threads => {
  threads = new Threads({threads: 1, budget, own}, program)
  return threads
}

const job = (content: string, of = settings): LintJob => ({
  settings: of,
  input: {content, facts: {path: `${content.slice(0, 9)}.md`, format: 'markdown'}},
})
const said = (outcome: LintOutcome): unknown => ('error' in outcome ? outcome.error : outcome.findings)

/** Notes what this thread was given. */
class Own implements Engine {
  readonly given: string[] = []
  async lint({input}: LintJob): Promise<LintOutcome> {
    this.given.push(String(input.content))
    return {path: input.facts.path, findings: []}
  }
  async close(): Promise<void> {}
}

test('small documents go together, those of other settings or large ones by themselves', async () => {
  const pool = start()
  await pool.lint(job('first'))
  const large = 'x'.repeat(100_001)
  const others = {...settings}
  const jobs = [job('a'), job('b'), job('c', others), job(large), job('d'), job('e')]
  const outcomes = await Promise.all(jobs.map((one) => pool.lint(one)))
  expect(outcomes.map(said)).toEqual([
    ['a', 2],
    ['b', 2],
    ['c', 1],
    [large, 1],
    ['d', 2],
    ['e', 2],
  ])
})

test('a document that takes too long is told, and those that came with it are looked at', async () => {
  const pool = start()
  const outcomes = await Promise.all(['a', 'hang', 'b'].map((content) => pool.lint(job(content))))
  expect(outcomes.map(said)).toEqual([['a', 1], expect.stringContaining('longer than 1 s; see --budget'), ['b', 1]])
})

test('this thread joins in, but keeps off what could keep it busy', async () => {
  const own = new Own()
  const pool = start(own)
  const large = 'x'.repeat(100_001)
  const outcomes = await Promise.all([large, 'a', 'b'].map((content) => pool.lint(job(content))))
  expect(own.given).toEqual(['a', 'b'])
  expect(said(outcomes[0]!)).toEqual([large, 1])
})

test('what a thread cannot do fails, and it goes on', async () => {
  const pool = start()
  await expect(pool.lint(job('throw'))).rejects.toThrow('out of words')
  expect(said(await pool.lint(job('a')))).toEqual(['a', 1])
})
