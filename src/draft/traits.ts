/** What a token is: kind, gap before it and letter case, which share a byte. */

/** Kinds, in bits 0–1. */
export const WORD = 0
export const NUMBER = 1
export const MARK = 2
export const HAN = 3

/** What stands before a token: nothing, blanks, one line break, an empty line (or the start of the text); in bits 2–3. */
export const GLUED = 0
export const SPACED = 1
export const NEW_LINE = 2
export const NEW_PARAGRAPH = 3

/** How a word is written, in bits 4–5. */
export const LOWER = 0
export const TITLE = 1
export const UPPER = 2
export const MIXED = 3

export const traitOf = (kind: number, gap: number, letterCase: number): number => kind | (gap << 2) | (letterCase << 4)
