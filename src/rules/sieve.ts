/**
 * What a regex lets through at a glance: a table walked along a line, character by character, until it is plain that no
 * match can come of it. Most lines are turned down at their second character; their regex need not even be compiled.
 */

/** States that end the walk: nothing can match any more, or only the regex itself can tell. */
export const DEAD = 0
export const OPEN = 1
/** The first of the states that have a row. */
export const START = 2
/** As many as two or three words of a long list need; four thousand turn down hardly more. */
export const MOST_STATES = 1024

/** The columns of a row: where the text ends, what stands beyond ASCII, and then the classes of ASCII's characters. */
export const AT_END = 0
export const BEYOND = 1
export const FIRST_CLASS = 2

/** Before the rows: how wide they are, and the column of each character of ASCII. */
export const ASCII = 128
export const HEAD = 1 + ASCII

/** Whether a table lets a part of a line through: always when its regex matches there, seldom otherwise. */
export function letsThrough(table: Uint16Array, text: string, start: number, end: number): boolean {
  const width = table[0]!
  let row = HEAD
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    const state = table[row + (unit < ASCII ? table[1 + unit]! : BEYOND)]!
    if (state < START) return state === OPEN
    // Two units that are one character.
    if ((unit & 0xfc00) === 0xd800 && text.codePointAt(at)! > 0xffff) at++
    row = HEAD + (state - START) * width
  }
  return table[row + AT_END] === OPEN
}
