/**
 * The language of a stretch of text, among those that were chosen: its script where that settles it, ELD's n-grams where
 * it does not, franc's second opinion where these leave doubt.
 */
import {type Draft, GLUED, gapBefore, kindOf, type Language, WORD, type Words} from '../../draft/index.js'
import type {Block} from './blocks.js'
import {confidenceOf, SETTLED} from './calibration.js'
import {chineseScript} from './chinese-script.js'
import type {Grams} from './gram-file.js'
import {GramScorer} from './gram-scorer.js'
import {isJapanese} from './japanese.js'
import {LANGUAGES} from './languages.js'
import {isNoise} from './noise.js'
import {SCRIPTS, type Script, scriptIndex} from './script.js'
import {FRANC_LENGTH, SecondOpinion} from './second-opinion.js'
import type {SmallWords} from './small-words.js'

/**
 * By how much a language that was not chosen has to lead: none of 10,000 sentences and 10,000 word pairs in chosen languages
 * is lost by it, and 98 % of sentences in twenty others are found.
 */
const STRANGE = 200

/** How often franc is asked about one document: thousands of short lines would take it seconds, and say the same. */
const MOST_QUESTIONS = 200

/** Tokens `first` to `last` of a draft. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly first: number
  readonly last: number
  readonly script: Script
}

/** What a script says that has one language: measured, 99.6–100 % of single words. */
const BY_SCRIPT = 0.99
const BY_SMALL_WORDS = 0.999
/** Where one character decides between Simplified and Traditional: right in 2,828 of 2,836 lines, but one line in ten has one. */
const ONE_CHARACTER = 0.97

export class LanguageJudge {
  readonly #chosen: readonly string[]
  readonly #grams: Grams
  readonly #smallWords: SmallWords
  /** Whether the small words of every language in Latin letters are listed; else one could pass for its neighbour. */
  readonly #isListed: boolean
  readonly #panels = new Map<Script, Panel>()
  readonly #patience = {questions: MOST_QUESTIONS}

  constructor(chosen: readonly string[], grams: Grams, smallWords: SmallWords) {
    this.#chosen = chosen
    this.#grams = grams
    this.#smallWords = smallWords
    this.#isListed = this.#candidates('Latn').every((language) => smallWords.languages.includes(language))
  }

  /** Before another document. */
  begin(): void {
    this.#patience.questions = MOST_QUESTIONS
  }

  /** As `judge`; running text in Latin letters is known by its small words alone. */
  judgeBlock(draft: Draft, block: Block): Language | undefined {
    const {script, small, weight} = block
    const tag = script === 'Latn' && this.#isListed ? this.#smallWords.settle(small, weight) : undefined
    return tag === undefined ? this.judge(draft, block) : {tag, script, confidence: BY_SMALL_WORDS}
  }

  /** The best guess, however unsure; `und` where it is in a language that was not chosen; undefined without words. */
  judge(draft: Draft, stretch: Stretch): Language | undefined {
    const {script, start, end} = stretch
    if (script === 'Zyyy') return undefined
    if (script === 'Hani') return this.#eastAsian(draft.text, start, end)
    if (LANGUAGES[script].length === 1) return {tag: LANGUAGES[script][0]!, script, confidence: BY_SCRIPT}
    const found = this.#panel(script).judge(draft, stretch)
    return found && {...found, script}
  }

  /** The chosen languages of a script; all it has, where none was chosen, as none of them can then be meant to be left out. */
  #candidates(script: Exclude<Script, 'Zyyy'>): readonly string[] {
    const known = LANGUAGES[script]
    const chosen = known.filter((language) => this.#chosen.includes(language))
    return chosen.length > 0 ? chosen : known
  }

  #eastAsian(text: string, start: number, end: number): Language {
    if (!this.#candidates('Hani').includes('zh') || isJapanese(text, start, end)) {
      return {tag: 'ja', script: 'Kana', confidence: 0.95}
    }
    const {script, simplified, traditional} = chineseScript(text, start, end)
    const confidence = Math.abs(simplified - traditional) === 1 ? ONE_CHARACTER : BY_SCRIPT
    return {tag: script ? `zh-${script}` : 'zh', script: script ?? 'Hani', confidence}
  }

  #panel(script: Exclude<Script, 'Zyyy'>): Panel {
    const panel = this.#panels.get(script) ?? new Panel(script, this.#candidates(script), this.#grams, this.#patience)
    this.#panels.set(script, panel)
    return panel
  }
}

/**
 * ELD and franc, for the languages of one script. The list of the chosen is closed, but those that were not chosen are
 * read along: a Polish page is better left open than called Dutch.
 */
class Panel {
  readonly #script: number
  readonly #languages: readonly string[]
  readonly #scorer: GramScorer
  readonly #franc: SecondOpinion
  readonly #patience: {questions: number}

  constructor(
    script: Exclude<Script, 'Zyyy'>,
    languages: readonly string[],
    grams: Grams,
    patience: {questions: number},
  ) {
    this.#script = SCRIPTS.indexOf(script)
    this.#languages = languages
    const known = languages.map(inGrams)
    const strangers = LANGUAGES[script].map(inGrams).filter((language) => !known.includes(language))
    this.#scorer = new GramScorer(grams, [...known, ...new Set(strangers)])
    this.#franc = new SecondOpinion(languages)
    this.#patience = patience
  }

  judge(draft: Draft, stretch: Stretch): Pick<Language, 'tag' | 'confidence'> | undefined {
    const {text} = draft
    const scorer = this.#scorer
    scorer.begin()
    visitWords(draft.words(), stretch, this.#script, (start, end) => {
      scorer.add(text, start, end)
      return !scorer.isFull
    })
    const {best, lead, stranger} = leaderOf(scorer.scores, this.#languages.length)
    if (stranger >= STRANGE) return {tag: 'und', confidence: confidenceOf(stranger, undefined)}
    const tag = this.#languages[best]!
    if (this.#languages.length === 1) return {tag, confidence: BY_SCRIPT}
    if (scorer.known === 0) return undefined
    if (lead >= SETTLED || this.#patience.questions-- <= 0) return {tag, confidence: confidenceOf(lead, undefined)}
    return {tag, confidence: confidenceOf(lead, this.#askFranc(draft, stretch) === tag)}
  }

  #askFranc(draft: Draft, stretch: Stretch): string | undefined {
    let text = ''
    visitWords(draft.words(), stretch, this.#script, (start, end) => {
      text += `${draft.text.slice(start, end)} `
      return text.length < FRANC_LENGTH
    })
    return this.#franc.on(text)
  }
}

/** The words of a stretch in letters of one script that may be in a language, with their possessives, until told to stop. */
function visitWords(
  words: Words,
  {first, last}: Stretch,
  script: number,
  visit: (start: number, end: number) => boolean,
): void {
  const {text, starts, ends} = words
  for (let i = first; i < last; i++) {
    if (kindOf(words, i) !== WORD || scriptIndex(text.charCodeAt(starts[i]!)) !== script || isNoise(words, i)) continue
    const start = starts[i]!
    if (i + 1 < last && isPossessive(words, i + 1)) i++
    if (!visit(start, ends[i]!)) return
  }
}

const APOSTROPHES = new Set([0x27, 0x2019])

const isPossessive = (words: Words, i: number): boolean =>
  kindOf(words, i) === WORD && gapBefore(words, i) === GLUED && APOSTROPHES.has(words.text.charCodeAt(words.starts[i]!))

/** ELD knows Malay, which Indonesian is closest to. */
const inGrams = (language: string): string => (language === 'id' ? 'ms' : language)

/** The best of the first `chosen` languages, how far it leads the second of them, and how far one of the others leads it. */
function leaderOf(scores: Float64Array, chosen: number): {best: number; lead: number; stranger: number} {
  let best = 0
  let [most, second, others] = [0, 0, 0]
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!
    if (i >= chosen) others = Math.max(others, score)
    else if (score > most) {
      second = most
      most = score
      best = i
    } else if (score > second) second = score
  }
  return {best, lead: most - second, stranger: others - most}
}
