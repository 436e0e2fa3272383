/**
 * The language and script of every stretch of the document, and of the whole. It proposes nothing:
 * what it learns decides which other rooms have a say where. It says `und` rather than guess.
 */
import type {Draft, Language, Passage} from '../../draft/index.js'
import {defineStage} from '../../stage/define-stage.js'
import {type Block, blocksOf} from './blocks.js'
import {chineseScript} from './chinese-script.js'
import {LatinJudge} from './latin.js'
import type {Script} from './script.js'

export interface IdentifyOptions {
  /** ISO 639-1 codes of the Latin-script languages to choose among. Default: twelve. */
  readonly languages?: readonly string[]
}

export const identify = defineStage<IdentifyOptions>({
  name: 'identify',
  prepare({languages}, rules) {
    const judge = new LatinJudge(rules().tables, languages)
    return (draft) => {
      const blocks = blocksOf(draft, judge.frequentBits, judge.tags.length)
      const found = blocks.map((block) => languageOf(draft, block, judge))
      draft.language = mainLanguage(blocks, found)
      draft.passages = passagesOf(blocks, found, draft.language)
      return []
    }
  },
})

const UNDETERMINED: Language = {tag: 'und', script: 'Zyyy', confidence: 0}

/** Scripts that settle the language, among those the detector knows. */
const BY_SCRIPT: Readonly<Partial<Record<Script, string>>> = {
  Kana: 'ja',
  Hang: 'ko',
  Thai: 'th',
  Cyrl: 'ru',
  Arab: 'ar',
  Hebr: 'he',
  Grek: 'el',
  Deva: 'hi',
}

function languageOf(draft: Draft, block: Block, judge: LatinJudge): Language | undefined {
  const {script} = block
  if (script === 'Latn') {
    const guess = judge.judge(block, draft.words())
    return guess && {...guess, script}
  }
  if (script === 'Hani') {
    const variety = chineseScript(draft.text.slice(block.start, block.end))
    return {tag: variety ? `zh-${variety}` : 'zh', script: variety ?? 'Hani', confidence: 0.97}
  }
  const tag = BY_SCRIPT[script]
  return tag === undefined ? undefined : {tag, script, confidence: 0.95}
}

/** The language with most words behind it. */
function mainLanguage(blocks: readonly Block[], found: ReadonlyArray<Language | undefined>): Language | undefined {
  const weights = new Map<string, number>()
  let total = 0
  for (const [i, language] of found.entries()) {
    if (!language) continue
    weights.set(language.tag, (weights.get(language.tag) ?? 0) + blocks[i]!.weight)
    total += blocks[i]!.weight
  }
  const [tag, most] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? []
  const main = found.find((language) => language?.tag === tag)
  return main && {...main, confidence: Number(((most ?? 0) / total).toFixed(2))}
}

/** Blocks that say nothing of their own take the document's language where the script allows; equal neighbours become one. */
function passagesOf(
  blocks: readonly Block[],
  found: ReadonlyArray<Language | undefined>,
  main: Language | undefined,
): Passage[] {
  const passages: Passage[] = []
  for (const [i, {start, end, script}] of blocks.entries()) {
    const inherited = main && (script === main.script || script === 'Zyyy') ? main : {...UNDETERMINED, script}
    const language = found[i] ?? inherited
    const last = passages.at(-1)
    if (last?.language.tag === language.tag) passages[passages.length - 1] = {...last, end}
    else passages.push({start, end, language})
  }
  return passages
}
