/**
 * The language and script of every stretch of the document, and of the whole. It proposes nothing:
 * what it learns decides which other rooms have a say where. It says `und` rather than guess.
 */
import {
  type Draft,
  findOverlap,
  type Language,
  type Lines,
  type Passage,
  type Words,
  wordAt,
} from '../../draft/index.js'
import {defineStage} from '../../stage/define-stage.js'
import {chineseScript} from './chinese-script.js'
import {LatinJudge} from './latin.js'
import {type Script, scriptOf} from './script.js'

export interface IdentifyOptions {
  /** ISO 639-1 codes of the Latin-script languages to choose among. Default: twelve. */
  readonly languages?: readonly string[]
}

export const identify = defineStage<IdentifyOptions>({
  name: 'identify',
  prepare({languages}, rules) {
    const judge = new LatinJudge(rules().tables, languages)
    return (draft) => {
      const blocks = blocksOf(draft.lines(), draft.text).map((block) => judged(draft, block, judge))
      draft.language = mainLanguage(blocks)
      draft.passages = joined(blocks, draft.language)
      return []
    }
  },
})

const UNDETERMINED: Language = {tag: 'und', script: 'Zyyy', confidence: 0}

interface Block {
  readonly start: number
  readonly end: number
  language?: Language | undefined
  script: Script
  /** In words. */
  weight: number
}

/** Lines, with those joined that a fixed width has broken: no empty line between, and the next goes on in small letters. */
function blocksOf(lines: Lines, text: string): Block[] {
  const blocks: Block[] = []
  for (let i = 0; i < lines.count; i++) {
    const [start, end] = [lines.starts[i]!, lines.ends[i]!]
    const last = blocks.at(-1)
    const goesOn = last && start - last.end <= 2 && /\p{Ll}/u.test(text[start] ?? '')
    if (goesOn) blocks[blocks.length - 1] = {...last, end}
    else if (text.slice(start, Math.min(end, start + 200)).trim() !== '' || end - start > 200) {
      blocks.push({start, end, script: 'Zyyy', weight: 0})
    }
  }
  return blocks
}

function judged(draft: Draft, block: Block, judge: LatinJudge): Block {
  const {text} = draft
  const shields = draft.protected()
  const {script, weight} = scriptOf(text, block.start, block.end)
  const words = draft.words()
  const skip = (i: number): boolean =>
    shields.length > 0 && findOverlap(shields, {start: words.starts[i]!, end: words.ends[i]!}) !== undefined
  return {...block, script, weight, language: languageOf(text, block, script, words, judge, skip)}
}

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

function languageOf(
  text: string,
  block: Block,
  script: Script,
  words: Words,
  judge: LatinJudge,
  skip: (token: number) => boolean,
): Language | undefined {
  if (script === 'Latn') {
    const guess = judge.judge(words, wordAt(words, block.start), wordAt(words, block.end), skip)
    return guess && {...guess, script}
  }
  if (script === 'Hani') {
    const variety = chineseScript(text.slice(block.start, block.end))
    return {tag: variety ? `zh-${variety}` : 'zh', script: variety ?? 'Hani', confidence: 0.97}
  }
  const tag = BY_SCRIPT[script]
  return tag === undefined ? undefined : {tag, script, confidence: 0.95}
}

/** The language with most words behind it. */
function mainLanguage(blocks: readonly Block[]): Language | undefined {
  const weights = new Map<string, number>()
  let total = 0
  for (const {language, weight} of blocks) {
    if (!language) continue
    weights.set(language.tag, (weights.get(language.tag) ?? 0) + weight)
    total += weight
  }
  const [tag, most] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? []
  const found = blocks.find(({language}) => language?.tag === tag)?.language
  return found && {...found, confidence: Number(((most ?? 0) / total).toFixed(2))}
}

/** Blocks that say nothing of their own take the document's language where the script allows; equal neighbours become one. */
function joined(blocks: readonly Block[], main: Language | undefined): Passage[] {
  const passages: Passage[] = []
  for (const block of blocks) {
    const fits = main && (block.script === main.script || block.script === 'Zyyy' || isChinese(block, main))
    const language = block.language ?? (fits ? main : {...UNDETERMINED, script: block.script})
    const last = passages.at(-1)
    if (last?.language.tag === language.tag) passages[passages.length - 1] = {...last, end: block.end}
    else passages.push({start: block.start, end: block.end, language})
  }
  return passages
}

const isChinese = (block: Block, main: Language): boolean => block.script === 'Hani' && main.tag.startsWith('zh')
