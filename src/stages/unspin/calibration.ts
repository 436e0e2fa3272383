/**
 * How often a choice is right, by the share the ranker gives it: strictly, only the very word that stood there counts.
 *
 * Measured by `npm run eval -- calibration` on the tuning articles, spun by the test spinner (one word in ten, one in
 * five), and on the spun texts written for this project: 2,250 choices.
 */

/** Share and how often such choices were right, rising in both. */
const MEASURED: ReadonlyArray<readonly [share: number, right: number]> = [
  [0, 0.2],
  [0.25, 0.27],
  [0.35, 0.41],
  [0.45, 0.47],
  [0.55, 0.54],
  [0.65, 0.61],
  [0.75, 0.65],
  [0.85, 0.75],
  [0.95, 0.84],
  [1, 0.9],
]

/** 0–1, between the measured points on a straight line. */
export function calibrated(share: number): number {
  const above = MEASURED.findIndex(([p]) => p >= share)
  if (above <= 0) return MEASURED[0]![1]
  const [p0, r0] = MEASURED[above - 1]!
  const [p1, r1] = MEASURED[above]!
  return Number((r0 + ((share - p0) / (p1 - p0)) * (r1 - r0)).toFixed(2))
}
