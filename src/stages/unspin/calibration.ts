/**
 * How often a choice is right, by the share the ranker gives it: strictly, only the very word that stood there counts.
 *
 * Measured by `npm run eval -- calibration` on the tuning articles, spun by the test spinner (one word in ten, one in
 * five), and on the spun texts written for this project: 2,160 choices.
 */

/** Share and how often such choices were right, rising in both. */
export type Calibration = ReadonlyArray<readonly [share: number, right: number]>

/** Of the default ranker. */
export const MEASURED: Calibration = [
  [0, 0.2],
  [0.25, 0.26],
  [0.35, 0.38],
  [0.45, 0.46],
  [0.55, 0.52],
  [0.65, 0.61],
  [0.75, 0.66],
  [0.85, 0.75],
  [0.95, 0.83],
  [1, 0.88],
]

/** Of the ranker that asks a judge, SmolLM2-135M: 768 choices in twenty tuning articles with one word in five spun. */
export const MEASURED_JUDGED: Calibration = [
  [0, 0.2],
  [0.25, 0.35],
  [0.45, 0.53],
  [0.55, 0.61],
  [0.65, 0.7],
  [0.75, 0.77],
  [0.85, 0.85],
  [0.95, 0.91],
  [1, 0.94],
]

/** 0–1, between the measured points on a straight line. */
export function calibrated(share: number, measured: Calibration): number {
  const above = measured.findIndex(([p]) => p >= share)
  if (above <= 0) return measured[0]![1]
  const [p0, r0] = measured[above - 1]!
  const [p1, r1] = measured[above]!
  return Number((r0 + ((share - p0) / (p1 - p0)) * (r1 - r0)).toFixed(2))
}
