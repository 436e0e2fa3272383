/**
 * Chinese terms in English text: the first mention in full, the later ones short, all in one form of the house.
 *
 * What the author wrote around a term is parsed and printed anew; the author's own gloss is kept wherever it does not
 * contradict the house's, and what cannot be parsed is left alone.
 */
import {defineStage} from '../../stage/define-stage.js'
import {type ChineseScript, otherScript} from './conversion/script.js'
import {MENTION_FAULTS} from './mentions/faults.js'
import {Glossary} from './mentions/glossary.js'
import {mentionsIn} from './mentions/mentions.js'
import type {Style} from './mentions/style.js'
import {type Readings, unknownTerms} from './mentions/unknown.js'
import {TYPOGRAPHY_FAULTS} from './typography/faults.js'
import {typographyOf} from './typography/index.js'
import type {TypographyOptions} from './typography/options.js'

export interface TermsOptions {
  /** Default: `hanzi-first`. */
  readonly style?: Style
  /** Whether pinyin has its tone marks. Default: true. */
  readonly tones?: boolean
  /** Default: `keep`. */
  readonly chinese?: ChineseScript
  /** Words that keep their characters when others are converted. */
  readonly protect?: readonly string[]
  /** Default: what every house agrees on. */
  readonly typography?: TypographyOptions | 'off'
  /** How characters are read that the term base does not know; without it nothing is said of them. */
  readonly readings?: Readings
}

export const normaliseTerms = defineStage<TermsOptions>({
  name: 'terms',
  faults: [
    ...MENTION_FAULTS,
    {
      id: 'terms/other-script',
      message: 'Unexpected `{actual}`, expected `{expected}`',
      why: 'Another Chinese script was asked for.',
    },
    ...TYPOGRAPHY_FAULTS,
  ],
  prepare({style = 'hanzi-first', tones = true, chinese = 'keep', protect = [], typography = {}, readings}, rules) {
    const typographicFaults = typography === 'off' ? undefined : typographyOf(typography)
    const {tables, compiled} = rules()
    const glossary = new Glossary(tables, compiled)
    return function* (draft) {
      const hasHan = /\p{Script=Han}/u.test(draft.text)
      if (hasHan && chinese !== 'keep') yield* otherScript(draft, chinese, protect)
      if (hasHan && typographicFaults) yield* typographicFaults(draft)
      yield* mentionsIn(draft, glossary, {style, tones, hasHan})
      if (hasHan && readings) yield* unknownTerms(draft, glossary, readings)
    }
  },
})
