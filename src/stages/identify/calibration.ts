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
/** With less than this a guess is not believed, whatever franc says: it is not asked either. */
export const HOPELESS = 40

/** From which lead on; how often right where franc agrees, where it does not, and of both together. */
const DOUBTFUL: ReadonlyArray<readonly [lead: number, agreed: number, alone: number, unasked: number]> = [
  [0, 0.42, 0.32, 0.34],
  [10, 0.47, 0.47, 0.47],
  [20, 0.65, 0.5, 0.55],
  [40, 0.8, 0.69, 0.73],
  [60, 0.83, 0.75, 0.78],
  [80, 0.89, 0.81, 0.84],
  [100, 0.95, 0.9, 0.92],
  [130, 0.97, 0.945, 0.96],
  [160, 0.988, 0.974, 0.982],
]
/** The same where nothing is left to be doubted. */
const CLEAR: ReadonlyArray<readonly [lead: number, right: number]> = [
  [SETTLED, 0.991],
  [250, 0.996],
  [300, 0.998],
  [400, 0.999],
]

/** 0–1. `agrees` is undefined where franc was not asked. */
export function confidenceOf(lead: number, agrees: boolean | undefined): number {
  if (lead >= SETTLED) return CLEAR.findLast((row) => lead >= row[0])![1]
  const row = DOUBTFUL.findLast((one) => lead >= one[0])!
  return agrees === undefined ? row[3] : agrees ? row[1] : row[2]
}
