/** How much a finding weighs: what unspun would do about it. The one place where the levels are named. */
import type {State} from '../draft/index.js'

/**
 * Gravest first: `safe` is sure enough to be repaired unasked, `proposed` has a repair that somebody should look at,
 * `reported` has none.
 */
export const LEVELS = ['safe', 'proposed', 'reported'] as const
export type Level = (typeof LEVELS)[number]

/** Of a finding that counts; undefined for one that another displaced or an author turned down. */
export function levelOf(state: State): Level | undefined {
  if (state === 'applied') return 'safe'
  return state === 'proposed' || state === 'reported' ? state : undefined
}

/** Whether a level is as grave as another, or graver. */
export const isAtLeast = (level: Level, least: Level): boolean => LEVELS.indexOf(level) <= LEVELS.indexOf(least)
