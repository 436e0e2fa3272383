/** What is found in mentions of Chinese terms, for whoever reads a finding. */
import type {Fault} from '../../../stage/fault.js'

export const MENTION_FAULTS: readonly Fault[] = [
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
]
