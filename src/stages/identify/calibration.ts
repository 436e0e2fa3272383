/**
 * How often the best language is right, by how far it leads the second and whether franc agrees.
 *
 * The lead is a difference of logarithms, and one table does for single words and sentences alike; leads by n-gram or as
 * a share say less (area under the curve 0.94 against 0.91 and 0.89).
 */

/** From which lead on; right where franc agrees, right where it does not. */
const LEVELS: ReadonlyArray<readonly [lead: number, agreeing: number, alone: number]> = [
  [0, 0.42, 0.32],
  [10, 0.47, 0.47],
  [20, 0.65, 0.5],
  [40, 0.8, 0.69],
  [60, 0.83, 0.75],
  [80, 0.89, 0.81],
  [100, 0.95, 0.9],
  [130, 0.97, 0.945],
  [160, 0.988, 0.974],
  [200, 0.993, 0.988],
  [250, 0.996, 0.994],
  [300, 0.999, 0.994],
  [400, 0.999, 0.998],
]

/** A lead that no second opinion can shake. */
export const SETTLED = 200

/** 0–1. Where franc was not asked, `agrees` is undefined. */
export function confidenceOf(lead: number, agrees: boolean | undefined): number {
  const level = LEVELS.findLast(([least]) => lead >= least) ?? LEVELS[0]!
  const [, agreeing, alone] = level
  return agrees === undefined ? (agreeing + alone) / 2 : agrees ? agreeing : alone
}
