/** The first room: what went wrong between bytes and characters. Correct text of any script passes untouched. */
import {defineStage} from '../../stage/define-stage.js'
import {characterFaults} from './characters.js'
import {mojibake} from './mojibake.js'

export const decode = defineStage({
  name: 'decode',
  faults: [
    {
      id: 'decode/mojibake',
      message: 'Unexpected `{actual}`, expected `{expected}`',
      why: 'The bytes of this text were once read with the wrong character set.',
    },
    {
      id: 'decode/lost-bytes',
      message: 'Unexpected `{actual}`',
      why: 'It was read with the wrong character set, and bytes of it were lost on the way: only the source has it all.',
    },
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
      id: 'decode/windows-1252-character',
      message: 'Unexpected `{actual}`, expected `{expected}`',
      why: 'A windows-1252 byte was taken for a control character of Latin-1.',
    },
    {
      id: 'decode/invisible-character',
      message: 'Unexpected invisible character `{actual}`',
      why: 'Nobody sees it, and searching, comparing and spell-checking fail on it.',
    },
    {
      id: 'decode/idle-direction-mark',
      message: 'Unexpected direction mark `{actual}`',
      why: 'There is no right-to-left text here that it could steer.',
    },
    {
      id: 'decode/no-break-space',
      message: 'Unexpected no-break space',
      why: 'Layout of the page it was scraped from; nothing here must be kept on one line.',
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
      id: 'decode/full-width-letter',
      message: 'Unexpected `{actual}`, expected `{expected}`',
      why: 'Full-width letters belong among Chinese or Japanese ones.',
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
  ],
  prepare: () =>
    function* (draft) {
      yield* characterFaults(draft.text)
      yield* mojibake(draft)
    },
})
