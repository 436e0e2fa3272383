/** Mentions of Chinese terms on the grid. The eval tells more: `npm run eval:terms`. */
import {describe, expect, test} from 'vitest'
import {FORMS} from '../eval/terms/grid.js'
import {type Scored, type Share, scores, shares} from '../eval/terms/score.js'

/** Floors only rise; see CONTRIBUTING.md. */
const FLOOR = 0.998
const FORM_FLOOR = 0.99
const SEEN_FLOOR = 0.998
/** Every so many of the cases, so that the gate takes seconds. */
const STEP = 11
const FEWEST = 5000

/** A share of the cases, alike for every form and half. */
function some(): Scored[] {
  let count = -1
  return [...scores(() => (++count + Math.floor(count / Object.keys(FORMS).length)) % STEP === 0)]
}

const only = (all: ReadonlyMap<string, Share>): Share => [...all.values()][0]!

describe('the grid', () => {
  const all = some()
  const halves = shares(all, ({isHeldOut}) => (isHeldOut ? 'held out' : 'seen'))

  test('is large enough, and has every form', () => {
    expect(all.length).toBeGreaterThanOrEqual(FEWEST)
    expect(shares(all, ({form}) => form).size).toBe(Object.keys(FORMS).length)
  })

  test.each([
    ['held out', FLOOR],
    ['seen', SEEN_FLOOR],
  ])('%s: exact in at least %f', (half, floor) => {
    const {cases, exact} = halves.get(half)!
    process.stdout.write(`${half}: ${exact} of ${cases}\n`)
    expect(exact / cases).toBeGreaterThanOrEqual(floor)
  })

  test('every form', () => {
    const low = [...shares(all, ({form}) => form)].filter(([, {cases, exact}]) => exact / cases < FORM_FLOOR)
    expect(low).toEqual([])
  })

  test('nothing changes outside the mention, and nothing changes twice', () => {
    const {outside, unstable} = only(shares(all, () => 'all'))
    expect({outside, unstable}).toEqual({outside: 0, unstable: 0})
  })
})
