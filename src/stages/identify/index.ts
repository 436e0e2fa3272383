/**
 * The language and script of every stretch of the document, and of the whole. It proposes nothing:
 * what it learns decides which other rooms have a say where. It says `und` rather than guess.
 */
import type {Language, Passage, Run} from '../../draft/index.js'
import type {Models} from '../../rules/rule.js'
import {defineStage} from '../../stage/define-stage.js'
import {type Block, blocksOf} from './blocks.js'
import {withMinority} from './chinese-script.js'
import {type Grams, readGrams} from './gram-file.js'
import {LanguageJudge} from './judge.js'
import {chosenLanguages} from './languages.js'
import {mainsOf} from './mains.js'
import {runsOf} from './runs.js'
import {settle} from './settle.js'
import {SmallWords} from './small-words.js'

export interface IdentifyOptions {
  /** ISO 639-1 codes of the languages to choose among. Default: the sixteen of `DEFAULT_LANGUAGES`. */
  readonly languages?: readonly string[]
}

export const identify = defineStage<IdentifyOptions>({
  name: 'identify',
  prepare({languages}, rules) {
    const chosen = chosenLanguages(languages)
    const {tables, models} = rules()
    const smallWords = new SmallWords(tables, chosen)
    const judge = new LanguageJudge(chosen, gramsOf(models), smallWords)
    return (draft) => {
      judge.begin()
      const blocks = blocksOf(draft, smallWords)
      const found = blocks.map((block) => judge.judgeBlock(draft, block))
      const mains = mainsOf(draft, blocks, found, judge)
      const settled = blocks.map((block, i) => settle(block, found[i], mains, smallWords))
      const passages = passagesOf(blocks, settled, (block) => runsOf(draft, block, judge, mains))
      const chinese = passages.filter(({language}) => language.tag.startsWith('zh'))
      draft.language = mains.document && withMinority(mains.document, draft.text, chinese)
      draft.passages = passages.map((one) => ({...one, language: withMinority(one.language, draft.text, [one])}))
      return []
    }
  },
})

function gramsOf(models: Models): Grams {
  const file = models.get('identify/languages.grams')
  if (file) return readGrams(file)
  throw new Error(
    'identify needs n-grams of languages, expected identify/languages.grams among the rules: npm run build',
  )
}

/** Equal neighbours become one. */
function passagesOf(
  blocks: readonly Block[],
  settled: readonly Language[],
  runsIn: (block: Block) => readonly Run[],
): Passage[] {
  const passages: (Run & {end: number; readonly runs: Run[]})[] = []
  for (const [i, block] of blocks.entries()) {
    const language = settled[i]!
    const last = passages.at(-1)
    if (last?.language.tag === language.tag) {
      last.end = block.end
      last.runs.push(...runsIn(block))
    } else passages.push({start: block.start, end: block.end, language, runs: [...runsIn(block)]})
  }
  return passages.map(({runs, ...passage}) => (runs.length > 0 ? {...passage, runs} : passage))
}
