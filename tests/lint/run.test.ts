/** The order of a run, and how much of it is held at a time. */
import {expect, test} from 'vitest'
import type {Engine, LintJob, LintOutcome} from '../../src/lint/job.js'
import type {LintSettings} from '../../src/lint/linter.js'
import {lintAll} from '../../src/lint/run.js'

const settings = {rulesFolders: []} as unknown as LintSettings
const job = (path: string, size: number): LintJob => ({
  settings,
  input: {content: 'x'.repeat(size), facts: {path, format: 'text'}},
})

/** Ends with a document when it is told to, and knows how many were under way at most. */
class Slow implements Engine {
  readonly ends: ((error?: Error) => void)[] = []
  underway = 0
  most = 0
  isClosed = false
  lint({input}: LintJob): Promise<LintOutcome> {
    this.most = Math.max(this.most, ++this.underway)
    return new Promise((resolve, reject) => {
      this.ends.push((error) => {
        this.underway--
        if (error) reject(error)
        else resolve({path: input.facts.path, findings: []})
      })
    })
  }
  async close(): Promise<void> {
    this.isClosed = true
  }
}

async function* jobs(count: number, size: number): AsyncIterable<LintJob> {
  for (let i = 0; i < count; i++) yield job(String(i), size)
}

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1))

/** Paths in the order of the outcomes; of those under way the last always ends first. */
async function pathsOf(engine: Slow, count: number, size: number, isSerial = false): Promise<string[]> {
  const options = {startEngine: async () => engine, isSerial, cache: undefined, program: ''}
  const paths: string[] = []
  const all = (async () => {
    for await (const {path} of lintAll(jobs(count, size), options)) paths.push(path)
  })()
  while (paths.length < count) {
    await later()
    for (const end of engine.ends.splice(0).reverse()) end()
  }
  await all
  return paths
}

const upTo = (count: number): string[] => Array.from({length: count}, (_, i) => String(i))

test('outcomes come in the order of the documents, whichever is done with first', async () => {
  const engine = new Slow()
  expect(await pathsOf(engine, 600, 10)).toEqual(upTo(600))
  expect(engine.most).toBe(256)
  expect(engine.isClosed).toBe(true)
})

test('large documents are not held by the hundred', async () => {
  const engine = new Slow()
  expect(await pathsOf(engine, 20, 3_000_000)).toEqual(upTo(20))
  expect(engine.most).toBe(6)
})

test('an engine that is serial is given one after the other', async () => {
  const engine = new Slow()
  expect(await pathsOf(engine, 5, 10, true)).toEqual(upTo(5))
  expect(engine.most).toBe(1)
})

test('an outcome that fails ends the run at its turn, and the engine is closed', async () => {
  const engine = new Slow()
  const options = {startEngine: async () => engine, isSerial: false, cache: undefined, program: ''}
  const paths: string[] = []
  const all = (async () => {
    for await (const {path} of lintAll(jobs(3, 10), options)) paths.push(path)
  })()
  await later()
  const [first, second, third] = engine.ends
  second!(new Error('out of words'))
  third!(new Error('these, too'))
  await later()
  first!()
  await expect(all).rejects.toThrow('out of words')
  expect(paths).toEqual(['0'])
  expect(engine.isClosed).toBe(true)
})
