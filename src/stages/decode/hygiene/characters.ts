/**
 * Characters that do not belong in the text of an article, one by one or in runs, and what they stood for. Here is who
 * judges which of them; a text is searched by a table of UTF-16 units, so that clean text of any script costs little.
 */
import type {Proposal} from '../../../draft/index.js'
import {windows1252} from '../sets/windows-1252.js'
import {ARABIC_FORMS, arabicForms} from './arabic-forms.js'
import {fakeBlank, fixedWidthSpace, noBreakSpace} from './blanks.js'
import {tags, variationSelector} from './hidden.js'
import {annotation, directionMark, invisible, joiner, softHyphen, zeroWidthSpace} from './invisible.js'
import {always, type Kind, type Run} from './run.js'
import {STYLED_RUN, styledLetters} from './styled-letters.js'
import {Surroundings} from './surroundings.js'
import {nextUncommon} from './uncommon.js'
import {fullWidth, presentationForm} from './width.js'

/** Runs of characters that do not belong, or may not; the first kind that fits judges. Each fits its first character. */
const KINDS: readonly Kind[] = [
  [/(?:\udb40[\udc00-\udc7f])+/y, tags],
  [/(?:[\ufe00-\ufe0f]|\udb40[\udd00-\uddef])+/y, variationSelector],
  [STYLED_RUN, styledLetters],
  [/[\ud800-\udbff][\udc00-\udfff]/y, () => []],
  [/[\ud800-\udfff]+/y, always('decode/lone-surrogate', 1, ({run}) => '\ufffd'.repeat(run.length))],
  [/\x1b\[[0-9;]{0,16}[A-Za-z]|\x1b|[\0-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]+/y, control],
  [/[\x80-\x9f]/y, always('decode/windows-1252-character', 0.9, ({run}) => windows1252(run))],
  [/[ \t]*\u00a0[ \t\u00a0]*/y, noBreakSpace],
  [/[\u2000-\u200a\u202f\u205f\u3000]+/y, fixedWidthSpace],
  [/[\u115f\u1160\u2800\u3164\uffa0]+/y, fakeBlank],
  [/\u00ad+(?:[ \t]*\r?\n[ \t]*(?=\p{Ll}))?/uy, softHyphen],
  [/\u200b+/y, zeroWidthSpace],
  [/[\u200c\u200d]+/y, joiner],
  [/\ufeff+/y, always('decode/byte-order-mark', 0.97, () => '')],
  [/[\u034f\u180e\u2060-\u2064\u206a-\u206f]+/y, invisible],
  [/\ufff9[^\ufff9-\ufffb\n]{0,100}\ufffa[^\ufff9-\ufffb\n]{0,100}\ufffb|[\ufff9-\ufffb]+/y, annotation],
  [
    /\u202e[^\n\p{L}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]{0,200}\p{L}[^\n\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]{0,200}\u202c?|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/uy,
    directionMark,
  ],
  [/[\u2028\u2029]/y, always('decode/line-separator', 0.95, () => '\n')],
  [/[\ufb00-\ufb06]/y, always('decode/latin-ligature', 0.97, ({run}) => run.normalize('NFKC'))],
  [/[\ufe10-\ufe19\ufe30-\ufe44\ufe47\ufe48\ufe50-\ufe6b]/y, presentationForm],
  [ARABIC_FORMS, arabicForms],
  [/[\uff01-\uff5e\uffe0\uffe1\uffe5\uffe6]+/y, fullWidth],
  [/\ufffd+/y, ({start, end}) => [{start, end, rule: 'decode/lost-character', expected: [], confidence: 1}]],
]

/** Proposals for single characters, in order and apart from each other; nothing for a text that has none of them. */
export function* characterFaults(text: string): Iterable<Proposal> {
  const around = new Surroundings(text)
  let done = 0
  for (let at = nextSuspect(text, 0); at >= 0; at = nextSuspect(text, done)) {
    const first = kindOf(text.charCodeAt(at))!
    // Blanks before a no-break space belong to its run.
    if (text[at] === '\u00a0') while (at > done && /[ \t]/.test(text[at - 1]!)) at--
    done = at + 1
    for (let kind = first; kind < KINDS.length; kind++) {
      const [pattern, judge] = KINDS[kind]!
      pattern.lastIndex = at
      const run = pattern.exec(text)?.[0]
      if (run === undefined) continue
      done = at + run.length
      yield* judge({text, run, start: at, end: done, around})
      break
    }
  }
}

/** Colours of a terminal, or single control characters: between two words these were a blank once, elsewhere nothing. */
function control(run: Run): Iterable<Proposal> {
  const isEscape = run.run.startsWith('\x1b[') && run.run.length > 2
  const rule = isEscape ? 'decode/terminal-escape' : 'decode/control-character'
  return always(rule, 0.98, isEscape ? () => '' : controlled)(run)
}

function controlled({text, run, start, end}: Run): string {
  return /[\v\f]/.test(run) && /\S/.test(text[start - 1] ?? ' ') && /\S/.test(text[end] ?? ' ') ? '\n' : ''
}

/** For every UTF-16 unit the first kind that begins with it, by 2; 1 for none, 0 before the unit was first met. */
const kinds = new Uint8Array(65536)
const NO_KIND = 1

/** The first of the kinds that a UTF-16 unit can begin. */
export function kindOf(unit: number): number | undefined {
  const known = kinds[unit]! || learn(unit)
  return known === NO_KIND ? undefined : known - 2
}

function learn(unit: number): number {
  const isHalf = unit >= 0xd800 && unit <= 0xdfff
  const char = String.fromCharCode(unit)
  const kind = isHalf ? 0 : KINDS.findIndex(([pattern]) => opens(pattern, char))
  kinds[unit] = kind + 2
  return kinds[unit]!
}

function opens(pattern: RegExp, char: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(char)
}

/** The next character with a word on it, or -1. */
function nextSuspect(text: string, from: number): number {
  for (let at = nextUncommon(text, from); at >= 0; at = nextUncommon(text, at + 1)) {
    const unit = text.charCodeAt(at)
    if ((kinds[unit]! || learn(unit)) !== NO_KIND) return at
  }
  return -1
}
