/** What a viewer shows of a finding: words for people, in which nothing of a document can pass for markup or steer. */
import {visible} from '../../stage/visible.js'
import type {LintFinding} from '../lint.js'

/** UTF-16 units. A replacement may be a whole page; nobody reads that in a remark, and viewers have their limits. */
const LONGEST = 4000

/** Message, why and what to do, a line each. */
export function said({message, why, advice}: LintFinding): string {
  const lines = [message, ...(why === undefined ? [] : [`Why: ${why}`]), `Do: ${advice}`]
  return clipped(lines.map(visible).join('\n'), LONGEST)
}

/** A text of at most so many UTF-16 units, with … where it was cut; never through a character. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** `1 finding`, `2 findings`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
