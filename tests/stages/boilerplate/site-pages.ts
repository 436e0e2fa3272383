/** Pages of a site that never was: articles of sentences that are put together, each different, and what the site puts around. */

const SUBJECTS = ['The ferry', 'Our mill', 'The old baker', 'A young surveyor', 'The parish council', 'The night train']
const VERBS = ['crossed', 'repaired', 'measured', 'forgot', 'painted', 'sold']
const OBJECTS = [
  'the northern bridge',
  'a box of clocks',
  'the flooded meadow',
  'seven copper kettles',
  'the map of the fen',
]
const ENDS = [
  'before the frost came',
  'without a word to anyone',
  'while the bells were ringing',
  'in the year of the comet',
]

const pick = (list: readonly string[], n: number): string => list[n % list.length]!

/** A sentence that no other number gives. */
export const sentence = (n: number): string =>
  `${pick(SUBJECTS, n)} ${pick(VERBS, n >> 1)} ${pick(OBJECTS, n >> 2)} ${pick(ENDS, n >> 3)}, as ${word(n)} wrote to ${word(n * 7 + 1)}.`

/** A name for a number. */
export const word = (n: number): string => `M${n.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)}`

/** A paragraph of three sentences: a long line of prose. */
export const paragraph = (n: number): string => [3 * n, 3 * n + 1, 3 * n + 2].map(sentence).join(' ')

export const MENU = ['Harbour Gazette', 'Town', 'Country', 'Letters to the editor', 'Subscribe by post']
export const FOOTER = ['Printed at the quay', 'About the Gazette', 'How to reach us', 'Terms of reading']
export const NOTICE =
  'The Gazette keeps a note of the pages that you open, so that it can bring you the ones you left unread; whoever does not want that tells the clerk at the counter.'

export interface PageOptions {
  readonly title?: string
  readonly body: readonly string[]
}

/** A page of the Gazette. */
export const page = ({title = '', body}: PageOptions): string =>
  `${[...MENU, title, ...body, ...FOOTER.slice(0, 2), NOTICE, ...FOOTER.slice(2)].filter((line) => line !== '').join('\n\n')}\n`

/** An article of four paragraphs with a title; no other number gives any line of it. */
export const article = (n: number): readonly string[] => [1, 2, 3, 4].map((k) => paragraph(n * 10 + k))
