import type {Fault} from '../../../stage/fault.js'

const EXPECTED = 'Unexpected `{actual}`, expected `{expected}`'
const HOUSE = 'The house was asked for one way of writing it.'

export const TYPOGRAPHY_FAULTS: readonly Fault[] = [
  {
    id: 'terms/stray-blank',
    message: 'Unexpected blank beside a full-width mark',
    why: 'A full-width mark brings its own blank.',
  },
  {id: 'terms/half-width-mark', message: EXPECTED, why: 'Between Chinese characters marks are full-width.'},
  {id: 'terms/full-width-letter', message: EXPECTED, why: 'Latin letters and digits are half-width in Chinese, too.'},
  {id: 'terms/repeated-mark', message: EXPECTED, why: 'One mark is enough.'},
  {
    id: 'terms/inner-blank',
    message: 'Unexpected blank within a Chinese sentence',
    why: 'Chinese has no blanks between words; joined lines leave one.',
  },
  {
    id: 'terms/missing-blank',
    message: 'Unexpected Chinese and Latin letters without a blank between',
    why: 'English puts a blank around Chinese words; in Chinese it was asked for.',
  },
  {
    id: 'terms/surplus-blank',
    message: 'Unexpected blank, expected `{expected}`',
    why: 'English puts one blank around Chinese words; in Chinese none was asked for.',
  },
  {id: 'terms/half-width-bracket', message: EXPECTED, why: HOUSE},
  {id: 'terms/full-width-bracket', message: EXPECTED, why: HOUSE},
  {id: 'terms/foreign-quote', message: EXPECTED, why: HOUSE},
  {id: 'terms/short-ellipsis', message: EXPECTED, why: HOUSE},
  {id: 'terms/short-dash', message: EXPECTED, why: HOUSE},
  {id: 'terms/foreign-dot', message: EXPECTED, why: HOUSE},
]
