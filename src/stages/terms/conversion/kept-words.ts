/**
 * What a conversion leaves alone: titles, names, and the words that somebody listed.
 *
 * Most names need no protection, because OpenCC's tables know them (范仲淹, 于右任). What they cannot know is a family name
 * before a form of address, where the character by itself stands for two Traditional ones and the wrong one is commoner.
 */

/** Titles of books, songs and laws stay as they were published. */
const TITLE = '《[^《》\\r\\n]{1,60}》|〈[^〈〉\\r\\n]{1,60}〉'

/** Family names that are the same in both scripts, though as a word their character has another Traditional form. */
const FAMILY_NAME = '[范于后涂种游余干]'

/** A word before the name, or none: in 由于先生 and 对于先生 no family name stands before 先生. */
const BEFORE_NAME = '(?<![\\p{Script=Han}--[和与與及跟请請问問见見]])'

const ADDRESS =
  '(?:先生|女士|小姐|太太|夫人|教授|博士|老师|老師|医生|醫生|律师|律師|导演|導演|主任|校长|校長|总经理|總經理)'

/** One pattern for all that keeps its characters. */
export function keptWords(listed: readonly string[]): RegExp {
  const words = listed.filter((word) => word !== '').sort((a, b) => b.length - a.length)
  const name = `${BEFORE_NAME}${FAMILY_NAME}(?=${ADDRESS})`
  return new RegExp([...words.map(escaped), TITLE, name].join('|'), 'gv')
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/&!#%,:;<=>@`~-]/g, '\\$&')
