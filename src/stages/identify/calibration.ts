/**
 * How often the best language is right, by how far it leads the second and whether franc agrees.
 *
 * Measured on every second line of Lingua's test data (words, pairs and sentences in ten languages with Latin letters). The
 * lead is a difference of logarithms, and one table does for single words and sentences alike; the lead by n-gram or as
 * a share says less (area under the curve 0.94 against 0.91 and 0.89). `npm run eval:languages` compares what this claims
 * with what is right in the other lines.
 */

/** A lead that no second opinion can shake: franc is not asked. */
export const SETTLED = 200

/** From which lead on; how often right where franc agrees, and where it does not. */
const DOUBTFUL: ReadonlyArray<readonly [lead: number, agreed: number, alone: number]> = [
  [0, 0.42, 0.32],
  [10, 0.47, 0.47],
  [20, 0.65, 0.5],
  [40, 0.8, 0.69],
  [60, 0.83, 0.75],
  [80, 0.89, 0.81],
  [100, 0.95, 0.9],
  [130, 0.97, 0.945],
  [160, 0.988, 0.974],
]
/** The same where franc was not asked. */
const CLEAR: ReadonlyArray<readonly [lead: number, right: number]> = [
  [SETTLED, 0.991],
  [250, 0.996],
  [300, 0.998],
  [400, 0.999],
]

/** 0–1. `agrees` is undefined where franc was not asked. */
export function confidenceOf(lead: number, agrees: boolean | undefined): number {
  if (agrees === undefined) return CLEAR.findLast(([least]) => lead >= least)?.[1] ?? 0
  const [, agreed, alone] = DOUBTFUL.findLast(([least]) => lead >= least)!
  return agrees ? agreed : alone
}
