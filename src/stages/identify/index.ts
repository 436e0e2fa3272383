/**
 * The language and script of every stretch of the document, and of the whole. It proposes nothing:
 * what it learns decides which other rooms have a say where. It says `und` rather than guess.
 */
import type {Language, Passage, Run} from '../../draft/index.js'
import type {Models} from '../../rules/rule.js'
import {defineStage} from '../../stage/define-stage.js'
import {blocksOf} from './blocks.js'
import {withMinority} from './chinese-script.js'
import {type Grams, readGrams} from './gram-file.js'
import {LanguageJudge} from './judge.js'
import {chosenLanguages} from './languages.js'
import {mainsOf} from './mains.js'
import {runsOf} from './runs.js'
import type {Block} from './script-counter.js'
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
      for (const one of passages) one.language = withMinority(one.language, draft.text, [one])
      draft.passages = passages
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

/** A passage that may still grow. */
interface Growing extends Passage {
  end: number
  language: Language
  runs?: Run[]
}

/** Equal neighbours become one. */
function passagesOf(
  blocks: readonly Block[],
  settled: readonly Language[],
  runsIn: (block: Block) => readonly Run[],
): Growing[] {
  const passages: Growing[] = []
  let last: Growing | undefined
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    const language = settled[i]!
    if (last?.language.tag === language.tag) last.end = block.end
    else {
      last = {start: block.start, end: block.end, language}
      passages.push(last)
    }
    for (const run of runsIn(block)) {
      last.runs ??= []
      last.runs.push(run)
    }
  }
  return passages
}
