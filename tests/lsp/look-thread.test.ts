/** What the thread does when documents are slow, change quickly, or end it. Its program is one that does as it is told. */
import {afterAll, expect, test} from 'vitest'
import type {Question} from '../../src/lsp/look.js'
import {LookThread} from '../../src/lsp/look-thread.js'

/** Answers with the text that it was given and how many questions it has answered; `hang` and `die` do so. */
const PROGRAM = `
import {parentPort} from 'node:worker_threads'
let answered = 0
parentPort.on('message', ({id, question: {text}}) => {
  if (text === 'hang') for (;;);
  if (text === 'die') process.exit(1)
  if (text === 'throw') throw new Error('out of words')
  parentPort.postMessage({id, look: {complaints: [text, String(++answered)]}})
})`
const program = new URL(`data:text/javascript,${encodeURIComponent(PROGRAM)}`)
const thread = new LookThread(program, 400)
afterAll(() => thread.end())

const asked = (text: string): Question => ({
  file: '/site/a.md',
  language: 'markdown',
  text,
  folder: '/site',
  config: undefined,
  asksDictionary: false,
})
const look = async (uri: string, text: string) => (await thread.look(uri, asked(text)))?.complaints

test('of a document that waits only the latest version is looked at', async () => {
  const first = look('a', 'first')
  const versions = ['second', 'third', 'fourth'].map((text) => look('b', text))
  expect(await first).toEqual(['first', '1'])
  expect(await Promise.all(versions)).toEqual([undefined, undefined, ['fourth', '2']])
})

test('what was taken back is not looked at', async () => {
  const first = look('a', 'first')
  const closed = look('b', 'closed')
  thread.drop('b')
  expect(await closed).toBeUndefined()
  expect(await first).toEqual(['first', '3'])
})

test.each([
  ['hang', 'took longer than 0.4 seconds'],
  ['die', 'ended'],
  ['throw', 'failed: out of words'],
])('a document that makes it %s is named, and the next one is looked at', async (text, what) => {
  const slow = look('a', text)
  const next = look('b', 'next')
  expect(await slow).toEqual([`/site/a.md was not checked: looking at it ${what}`])
  expect(await next).toEqual(['next', '1'])
})

test('a restart drops the look under way, keeps who waits, and begins anew', async () => {
  const dropped = look('a', 'hang')
  const kept = look('b', 'kept')
  thread.restart()
  expect(await dropped).toBeUndefined()
  expect(await kept).toEqual(['kept', '1'])
})
