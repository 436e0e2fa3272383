/** Ours and franc, as functions from a text to a language. */
import {franc} from 'franc'
import type {Language} from '../../../src/draft/index.js'
import {Draft} from '../../../src/draft/index.js'
import {installedRules} from '../../../src/rules/read.js'
import {rulesOf} from '../../../src/rules/rule.js'
import {blocksOf} from '../../../src/stages/identify/blocks.js'
import {readGrams} from '../../../src/stages/identify/gram-file.js'
import {identify} from '../../../src/stages/identify/index.js'
import {LanguageJudge} from '../../../src/stages/identify/judge.js'
import {chosenLanguages} from '../../../src/stages/identify/languages.js'
import {SmallWords} from '../../../src/stages/identify/small-words.js'
import {SIXTEEN} from './texts.js'

const rules = rulesOf(installedRules(), 'identify')
const find = identify.stage.prepare({}, () => rules)

export const draftOf = (text: string): Draft =>
  new Draft(text, {
    parse: () => {
      throw new Error('Unexpected look at the tree')
    },
  })

/** A draft that has gone through the stage. */
export function identified(text: string): Draft {
  const draft = draftOf(text)
  find(draft)
  return draft
}

/** ISO 639-1 without the script: what the stage answers for the document, or `und`. */
export const answer = (text: string): string => bare(identified(text).language?.tag ?? 'und')

const smallWords = new SmallWords(rules.tables, SIXTEEN)
const judge = new LanguageJudge(chosenLanguages(), readGrams(rules.models.get('identify/languages.grams')!), smallWords)

/** The best guess for the first line of a text, however unsure. */
export function bestGuess(text: string): Language | undefined {
  const draft = draftOf(text)
  const [block] = blocksOf(draft, smallWords)
  judge.begin()
  return block && judge.judgeBlock(draft, block)
}

export const bare = (tag: string): string => tag.split('-', 1)[0]!

/** ISO 639-1 to franc's 639-3, of the sixteen. */
const FRANC: Readonly<Record<string, string>> = {
  eng: 'en',
  cmn: 'zh',
  jpn: 'ja',
  kor: 'ko',
  vie: 'vi',
  tha: 'th',
  rus: 'ru',
  arb: 'ar',
  fra: 'fr',
  deu: 'de',
  spa: 'es',
  por: 'pt',
  ita: 'it',
  nld: 'nl',
  ind: 'id',
  tur: 'tr',
}

export const FRANC_CODES: readonly string[] = Object.keys(FRANC)

/** franc alone, among the sixteen. */
export const francAlone = (text: string): string => FRANC[franc(text, {only: [...FRANC_CODES], minLength: 1})] ?? 'und'
