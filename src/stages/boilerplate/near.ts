/** The prose around a block: that of its neighbours, and all before and after it. */
import type {Look} from './look.js'

export interface Near {
  readonly tokensBefore: Float64Array
  readonly proseBefore: Float64Array
  /** Prose on either side, fading with distance in blocks. */
  readonly left: Float64Array
  readonly right: Float64Array
  /** Share of prose in the tokens of the blocks around, `n` on either side. */
  within(i: number, n: number): number
}

/** What is left of a block's weight one block further on. */
const FADING = 0.75

/** How much prose stands around each block. */
export function nearOf(looks: readonly Look[], isProse: readonly boolean[]): Near {
  const count = looks.length
  const tokensBefore = new Float64Array(count + 1)
  const proseBefore = new Float64Array(count + 1)
  for (let i = 0; i < count; i++) {
    tokensBefore[i + 1] = tokensBefore[i]! + looks[i]!.tokens
    proseBefore[i + 1] = proseBefore[i]! + (isProse[i] ? looks[i]!.tokens : 0)
  }
  const [left, right] = [new Float64Array(count), new Float64Array(count)]
  for (let i = 1; i < count; i++)
    left[i] = (left[i - 1]! + (isProse[i - 1] ? Math.log1p(looks[i - 1]!.tokens) : 0)) * FADING
  for (let i = count - 2; i >= 0; i--)
    right[i] = (right[i + 1]! + (isProse[i + 1] ? Math.log1p(looks[i + 1]!.tokens) : 0)) * FADING
  return {
    tokensBefore,
    proseBefore,
    left,
    right,
    within(i, n) {
      const [from, to] = [Math.max(0, i - n), Math.min(count, i + n + 1)]
      return (proseBefore[to]! - proseBefore[from]!) / Math.max(1, tokensBefore[to]! - tokensBefore[from]!)
    },
  }
}
