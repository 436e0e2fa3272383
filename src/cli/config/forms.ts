/** What can be an entry of the lexicon. */
import {wordsOf} from '../../draft/words.js'
import {LONGEST_ORIGINAL} from '../../stages/unspin/lexicon.js'
import {idsOf} from '../../stages/unspin/model-tokens.js'

export const FORM = `1 to ${LONGEST_ORIGINAL} words`

/** Whether a text has words, and no more of them than the lexicon holds for one form. */
export const isForm = (text: string): boolean =>
  wordsOf(text).count <= LONGEST_ORIGINAL && idsOf(text).length > 0 && idsOf(text).length <= LONGEST_ORIGINAL
