/** The first room: what went wrong between bytes and characters. Correct text of any script passes untouched. */
import {defineStage} from '../../stage/define-stage.js'
import {CHARACTER_FAULTS} from './hygiene/character-faults.js'
import {hygiene} from './hygiene/hygiene.js'
import {inventory} from './hygiene/inventory.js'
import {quoteFaults} from './hygiene/quotes.js'
import {mojibake} from './mojibake/mojibake.js'

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
    ...CHARACTER_FAULTS,
  ],
  prepare: () =>
    function* (draft) {
      const held = inventory(draft.text)
      yield* hygiene(draft, held)
      const misread = [...mojibake(draft, held)]
      yield* misread
      // Quotation marks are counted once all of them can be read.
      if (misread.length === 0) yield* quoteFaults(draft, held)
    },
})
