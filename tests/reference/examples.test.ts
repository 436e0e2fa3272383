/** Every fault in code has examples, and the real stage does with each of them what it says. */
import {expect, test} from 'vitest'
import type {RuleId} from '../../src/draft/index.js'
import {LINT_FAULTS} from '../../src/lint/faults.js'
import {stages} from '../../src/pipeline.js'
import {illustrations} from '../../src/reference/illustrations.js'
import {exampleTrier} from '../../src/reference/try-example.js'

const faults = [...stages.flatMap((plugin) => plugin.stage.faults ?? []), ...Object.values(LINT_FAULTS)]
const shown = await illustrations()
const tried = exampleTrier()

test('every fault in code has a bad example and one that is left alone, and no other has any', () => {
  expect(Object.keys(shown).sort()).toEqual(faults.map(({id}) => id).sort())
  for (const [id, {examples}] of Object.entries(shown)) {
    expect(
      examples.some((one) => 'bad' in one),
      `${id} needs a bad example`,
    ).toBe(true)
    expect(
      examples.some((one) => 'leave' in one),
      `${id} needs a text that it leaves`,
    ).toBe(true)
  }
})

test.each(Object.keys(shown) as RuleId[])('%s does to its examples what they say', (id) => {
  const {outcome, examples} = shown[id]!
  expect(examples.map((example) => tried(id, outcome, example)).filter((fault) => fault !== undefined)).toEqual([])
})
