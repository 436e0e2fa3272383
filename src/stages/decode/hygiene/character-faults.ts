/** What is said of characters that do not belong. */
import type {Fault} from '../../../stage/fault.js'

export const CHARACTER_FAULTS: readonly Fault[] = [
  {
    id: 'decode/byte-order-mark',
    message: 'Unexpected byte order mark',
    why: 'It served to tell the encoding of a file and is no part of the text.',
  },
  {
    id: 'decode/control-character',
    message: 'Unexpected control character `{actual}`',
    why: 'It steers devices and shows nothing; it comes from a broken export or a hostile source.',
  },
  {
    id: 'decode/terminal-escape',
    message: 'Unexpected order to a terminal `{actual}`',
    why: 'It coloured the output of a program that was copied with its colours.',
  },
  {
    id: 'decode/windows-1252-character',
    message: 'Unexpected `{actual}`, expected `{expected}`',
    why: 'A windows-1252 byte was taken for a control character of Latin-1.',
  },
  {
    id: 'decode/zero-width-space',
    message: 'Unexpected zero-width space',
    why: 'It allows a line break where none belongs, and searching and spell-checking take it for the end of a word.',
  },
  {
    id: 'decode/soft-hyphen',
    message: 'Unexpected soft hyphen',
    why: 'It says where a word may be broken; searching, comparing and spell-checking stumble over it.',
  },
  {
    id: 'decode/idle-joiner',
    message: 'Unexpected joiner `{actual}`',
    why: 'It joins or parts the letters of Arabic and Indic scripts and emoji, and there are none here.',
  },
  {
    id: 'decode/invisible-character',
    message: 'Unexpected invisible character `{actual}`',
    why: 'Nobody sees it, and searching, comparing and spell-checking fail on it.',
  },
  {
    id: 'decode/interlinear-annotation',
    message: 'Unexpected annotation marks, expected `{expected}`',
    why: 'Programs use these marks among themselves; in a text they run the annotation into what it annotates.',
  },
  {
    id: 'decode/idle-variation-selector',
    message: 'Unexpected variation selector `{actual}`',
    why: 'It chooses the form of the character before it, which has but one.',
  },
  {
    id: 'decode/hidden-text',
    message: 'Unexpected text that nobody can see',
    why: 'Invisible characters spell a message, to mark who copied the text or to give orders to a program that reads it.',
  },
  {
    id: 'decode/idle-direction-mark',
    message: 'Unexpected direction mark `{actual}`',
    why: 'There is no right-to-left text here that it could steer.',
  },
  {
    id: 'decode/reversed-text',
    message: 'Unexpected `{actual}`, written backwards, expected `{expected}`',
    why: 'A mark turns the direction of these letters, so that what is seen is not what is stored and cannot be found.',
  },
  {
    id: 'decode/no-break-space',
    message: 'Unexpected no-break space',
    why: 'Layout of the page it was scraped from; nothing here must be kept on one line.',
  },
  {
    id: 'decode/fixed-width-space',
    message: 'Unexpected `{actual}`, expected a plain space',
    why: 'A space of fixed width stands between two plain words, where only layout can want it.',
  },
  {
    id: 'decode/fake-blank',
    message: 'Unexpected `{actual}`, expected a plain space or nothing',
    why: 'A letter or pattern that prints as nothing, used to get past filters that trim blanks.',
  },
  {
    id: 'decode/line-separator',
    message: 'Unexpected `{actual}`, expected a line break',
    why: 'Few programs take U+2028 and U+2029 for the line breaks that they are.',
  },
  {
    id: 'decode/latin-ligature',
    message: 'Unexpected ligature `{actual}`, expected `{expected}`',
    why: 'Typesetting that was copied out of a printed page.',
  },
  {
    id: 'decode/presentation-form',
    message: 'Unexpected `{actual}`, expected `{expected}`',
    why: 'A form for vertical or small print, met outside of it.',
  },
  {
    id: 'decode/arabic-presentation-form',
    message: 'Unexpected shaped letters `{actual}`, expected plain ones `{expected}`',
    why: 'The characters carry the shape of the letters, as in a printed page; searching knows the plain letters only.',
  },
  {
    id: 'decode/full-width-letter',
    message: 'Unexpected `{actual}`, expected `{expected}`',
    why: 'Full-width letters belong among Chinese or Japanese ones.',
  },
  {
    id: 'decode/styled-letter',
    message: 'Unexpected `{actual}`, expected `{expected}`',
    why: 'Signs of mathematics or circled letters stand for a word; searching finds none and a screen reader spells them.',
  },
  {
    id: 'decode/mixed-script-word',
    message: 'Unexpected letters of another script in `{actual}`, expected `{expected}`',
    why: 'They look right and are not: the word cannot be found, which is what spinners and spammers want of it.',
  },
  {
    id: 'decode/mixed-script-address',
    message: 'Unexpected letters of another script in the address of `{actual}`',
    why: 'It looks like another address and leads elsewhere, which is how pages are counterfeited; only its owner knows.',
  },
  {
    id: 'decode/decomposed-character',
    message: 'Unexpected `{actual}` in pieces, expected it whole',
    why: 'A letter and its accent stand as two characters where one is usual, so searching misses the word.',
  },
  {
    id: 'decode/stacked-marks',
    message: 'Unexpected flood of accents, expected `{expected}`',
    why: 'No writing sets so many marks on one letter.',
  },
  {
    id: 'decode/unbalanced-quote',
    message: 'Unexpected `{actual}` without its other half',
    why: 'The paragraph has one quotation mark too many, so where the quotation begins or ends is open.',
  },
  {
    id: 'decode/mixed-quotes',
    message: 'Unexpected pair of unlike quotation marks in `{actual}`',
    why: 'One is typographic and the other is not.',
  },
  {
    id: 'decode/lone-surrogate',
    message: 'Unexpected half of a character',
    why: 'Text cut in the middle of a character; no file can hold it.',
  },
  {
    id: 'decode/lost-character',
    message: 'Unexpected replacement character',
    why: 'A character was lost before this text came here; the source may still have it.',
  },
]
