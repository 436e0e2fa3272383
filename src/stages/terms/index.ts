/**
 * Chinese terms in English text: the first mention in full, the later ones short, all in one form of the house.
 *
 * What the author wrote around a term is parsed and printed anew; the author's own gloss is kept wherever it does not
 * contradict the house's, and what cannot be parsed is left alone.
 */
import {defineStage} from '../../stage/define-stage.js'
import {Glossary} from './glossary.js'
import {mentionsIn} from './mentions.js'
import {type ChineseScript, otherScript} from './script.js'
import type {Style} from './style.js'
import {type Readings, unknownTerms} from './unknown.js'

export interface TermsOptions {
  /** Default: `hanzi-first`. */
  readonly style?: Style
  /** Whether pinyin has its tone marks. Default: true. */
  readonly tones?: boolean
  /** Default: `keep`. */
  readonly chinese?: ChineseScript
  /** How characters are read that the term base does not know; without it nothing is said of them. */
  readonly readings?: Readings
}

export const normaliseTerms = defineStage<TermsOptions>({
  name: 'terms',
  faults: [
    {
      id: 'terms/unexplained-term',
      message: 'Unexpected term without its explanation, expected `{expected}`',
      why: 'At its first mention a Chinese term carries its pinyin and a gloss.',
    },
    {
      id: 'terms/irregular-mention',
      message: 'Unexpected `{actual}`, expected `{expected}`',
      why: 'All mentions of Chinese terms have one form.',
    },
    {
      id: 'terms/repeated-gloss',
      message: 'Unexpected second explanation `{actual}`',
      why: 'A term is explained once; later mentions stand alone.',
    },
    {
      id: 'terms/contradicting-gloss',
      message: 'Unexpected gloss `{actual}`',
      why: 'It has nothing in common with what the term base says. An editor must decide; the text stays as it is.',
    },
    {
      id: 'terms/contradicting-pinyin',
      message: 'Unexpected pinyin `{actual}`, expected `{expected}`',
      why: 'The characters are read otherwise.',
    },
    {
      id: 'terms/unknown-term',
      message: 'Unexpected Chinese without explanation `{actual}`',
      why: 'The term base does not know it. It is kept; the note proposes its pinyin, and a gloss is not invented.',
    },
    {
      id: 'terms/other-script',
      message: 'Unexpected `{actual}`, expected `{expected}`',
      why: 'Another Chinese script was asked for.',
    },
  ],
  prepare({style = 'hanzi-first', tones = true, chinese = 'keep', readings}, rules) {
    const glossary = new Glossary(rules().tables)
    return function* (draft) {
      const hasHan = /\p{Script=Han}/u.test(draft.text)
      if (hasHan && chinese !== 'keep') yield* otherScript(draft, chinese)
      yield* mentionsIn(draft, glossary, {style, tones})
      if (hasHan && readings) yield* unknownTerms(draft, glossary, readings)
    }
  },
})
