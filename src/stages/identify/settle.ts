/**
 * What a block is taken to be in: what it says itself where it is sure, else what its document says. Headings, lists and
 * names look like anything; who would be in another language than the rest must be surer, and speak it.
 */
import type {Language} from '../../draft/index.js'
import {type Mains, SURE} from './mains.js'
import type {Script} from './script.js'
import type {Block} from './script-counter.js'
import type {SmallWords} from './small-words.js'

/** To differ from the document. */
const SURE_TO_DIFFER = 0.98
/** Small words without which a stretch is names and catchwords, in languages whose small words are listed. */
const FEWEST_SMALL = 2
/** A sentence may do without them (every other Turkish one does); it is then known by its length and small letters. */
const BEYOND_DOUBT = 0.996
const FEWEST_WORDS = 4
const SMALL_LETTERS = 0.6
/** Words of Chinese characters without kana, which no heading of a Japanese text has. */
const LONG_FOR_JAPANESE = 8

const undetermined = (script: Script): Language => ({tag: 'und', script, confidence: 0})

export function settle(block: Block, guess: Language | undefined, mains: Mains, smallWords: SmallWords): Language {
  const {script} = block
  if (block.isMixed && mains.document && isLatinOrChinese(mains.document)) return mains.document
  const main = script === 'Zyyy' ? mains.document : mains.of(script)
  if (!guess) return main ?? undetermined(script)
  if (main && (main.tag === guess.tag || !differs(block, guess, main, smallWords))) return main
  return guess.tag !== 'und' && guess.confidence >= SURE ? guess : undetermined(script)
}

const isLatinOrChinese = ({script}: Language): boolean => /^(?:Latn|Han[ist]|Kana)$/.test(script)

/** Whether a block is in another language than its document. */
function differs(block: Block, guess: Language, main: Language, smallWords: SmallWords): boolean {
  if (block.script === 'Hani') {
    if (main.tag === 'ja') return block.weight >= LONG_FOR_JAPANESE
    return guess.tag !== 'zh' && guess.confidence >= SURE_TO_DIFFER
  }
  return guess.confidence >= SURE_TO_DIFFER && (speaks(block, guess.tag, smallWords) || isProse(block, guess))
}

/** Has small words of a language; if they are not listed, nobody can say. */
function speaks({small}: Block, tag: string, {languages}: SmallWords): boolean {
  if (tag === 'und') return false
  const listed = languages.indexOf(tag)
  return listed < 0 || small[listed]! >= FEWEST_SMALL
}

/** Names and titles are written with capitals. */
const isProse = ({words, lower}: Block, {confidence}: Language): boolean =>
  confidence >= BEYOND_DOUBT && words >= FEWEST_WORDS && lower >= SMALL_LETTERS * words
