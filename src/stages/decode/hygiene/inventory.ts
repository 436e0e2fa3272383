/**
 * What a text holds that some rule looks for, in one look at its characters. A clean English text is done with it; to ask
 * every rule would take six times as long.
 */
import {kindOf} from './characters.js'
import {SECOND_HALF} from './composition.js'
import {scriptOf} from './look-alikes.js'
import {nextUncommon} from './uncommon.js'

/** Bits of an inventory. */
export const SUSPECTS = 1
/** Marks that compose with the letter before them, or flood it. */
export const MARKS = 2
/** Letters of an alphabet that shares shapes with Latin. */
export const FOREIGN_LETTERS = 4
/** English quotation marks that are not straight. */
export const CURLY_QUOTES = 8
/** Quotation marks of other customs. */
export const OTHER_QUOTES = 16
/** Anything outside ASCII but the quotation marks, dashes and ellipses of English. */
export const BEYOND_TYPOGRAPHY = 32
/** Two characters side by side that are no printable ASCII. */
export const NEIGHBOURS = 64
const KNOWN = 128

const ALL = 255

/** Bits of every UTF-16 unit, learnt when first met. */
const bits = new Uint8Array(65536)

export function inventory(text: string): number {
  let found = 0
  let last = -2
  for (let at = nextUncommon(text, 0); at >= 0 && found !== ALL; at = nextUncommon(text, at + 1)) {
    const unit = text.charCodeAt(at)
    found |= bits[unit]! || learn(unit)
    if (at === last + 1) found |= NEIGHBOURS
    last = at
  }
  return found
}

function learn(unit: number): number {
  const char = String.fromCharCode(unit)
  const script = scriptOf(char)
  const isMark = SECOND_HALF.test(char) || (/\p{Mn}/u.test(char) && /\p{Script=Inherited}/u.test(char))
  bits[unit] =
    KNOWN |
    (kindOf(unit) === undefined ? 0 : SUSPECTS) |
    (isMark ? MARKS : 0) |
    (script === undefined || script === 'latin' ? 0 : FOREIGN_LETTERS) |
    (/[“”]/.test(char) ? CURLY_QUOTES : 0) |
    (/[„‟«»]/.test(char) ? OTHER_QUOTES : 0) |
    (/[^\0-\x7f‘’“”–—…]/.test(char) ? BEYOND_TYPOGRAPHY : 0)
  return bits[unit]!
}
