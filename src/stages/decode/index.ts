/** The first room: what went wrong between bytes and characters. Correct text of any script passes untouched. */
import {defineStage} from '../../stage/define-stage.js'
import {CHARACTER_FAULTS} from './character-faults.js'
import {characterFaults} from './characters.js'
import {decomposed} from './composition.js'
import {FOREIGN_LETTERS, inventory, MARKS, SUSPECTS} from './inventory.js'
import {mixedScript} from './mixed-script.js'
import {mojibake} from './mojibake.js'
import {quoteFaults} from './quotes.js'
import {stackedMarks} from './stacked-marks.js'

export const decode = defineStage({
  name: 'decode',
  faults: [
    {
      id: 'decode/mojibake',
      message: 'Unexpected `{actual}`, expected `{expected}`',
      why: 'The bytes of this text were once read with the wrong character set.',
    },
    ...CHARACTER_FAULTS,
  ],
  prepare: () =>
    function* (draft) {
      const held = inventory(draft.text)
      if (held & SUSPECTS) yield* characterFaults(draft.text)
      if (held & MARKS) yield* decomposed(draft.text)
      if (held & MARKS) yield* stackedMarks(draft.text)
      if (held & FOREIGN_LETTERS) yield* mixedScript(draft)
      yield* quoteFaults(draft)
      yield* mojibake(draft)
    },
})
