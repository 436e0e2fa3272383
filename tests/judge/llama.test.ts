/**
 * A real language model as judge. Runs where `UNSPUN_MODEL` names a GGUF file and `node-llama-cpp` is installed;
 * skipped elsewhere, and says so.
 */
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {createCleaner} from '../../src/index.js'
import type {LlamaJudge} from '../../src/judge/llama.js'
import {parseMarked, score} from '../eval/score.js'

const root = path.resolve(import.meta.dirname, '../..')
const file = process.env['UNSPUN_MODEL'] ?? ''
const isThere = file !== '' && existsSync(file) && existsSync(path.join(root, 'node_modules/node-llama-cpp'))
if (!isThere) process.stdout.write('SKIPPED: no language model; UNSPUN_MODEL=FILE.gguf and node-llama-cpp are needed\n')

describe.runIf(isThere)('a language model', async () => {
  // From dist: the thread it runs in is a program of its own.
  const built = path.join(root, 'dist/judge/llama.js')
  const judge: LlamaJudge | undefined = isThere ? new (await import(built)).LlamaJudge(file) : undefined
  afterAll(() => judge?.close())
  const marked = parseMarked(readFileSync(path.join(root, 'tests/spun/finance-rainy-day.marked.txt'), 'utf8'))

  test('finds a wording likelier where it belongs', () => {
    const text = 'The car maker showed a new mannequin at the motor fair. It has a bigger battery.'
    const start = text.indexOf('mannequin')
    const question = {start, end: start + 9, wordings: ['mannequin', 'model', 'parliament']}
    const [[mannequin, model, parliament]] = judge!.read(text, [question]) as [[number, number, number]]
    expect(model).toBeGreaterThan(mannequin + 1)
    expect(mannequin).toBeGreaterThan(parliament)
    expect(judge!.read(text, [question, question])).toEqual([
      [mannequin, model, parliament],
      [mannequin, model, parliament],
    ])
  })

  test('restores more than the default ranker, as surely, and the same each time', {timeout: 600_000}, () => {
    const judged = createCleaner({stages: ['unspin'], judge: judge!})
    const [first, again] = [judged(marked.spun), judged(marked.spun)]
    expect(again.report.text).toBe(first.report.text)
    const [more, less] = [judged, createCleaner({stages: ['unspin']})].map((cleaner) =>
      score(marked, cleaner(marked.spun).report.revisions),
    )
    expect(more!.restored).toBeGreaterThan(less!.restored)
    expect(more!.wrong + more!.spurious).toBeLessThan(more!.restored / 3)
  })
})
