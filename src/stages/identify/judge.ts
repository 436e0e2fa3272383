/**
 * The language of a stretch of text, among those that were chosen: its script where that settles it, ELD's n-grams where
 * it does not, franc's second opinion where these leave doubt.
 */
import type {Draft, Language} from '../../draft/index.js'
import {chineseScript} from './chinese-script.js'
import type {Grams} from './gram-file.js'
import {isJapanese} from './japanese.js'
import {LANGUAGES} from './languages.js'
import {BY_SCRIPT, Panel} from './panel.js'
import type {Script} from './script.js'
import type {Block} from './script-counter.js'
import type {SmallWords} from './small-words.js'
import type {Stretch} from './stretch.js'

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

  constructor(chosen: readonly string[], grams: Grams, smallWords: SmallWords) {
    this.#chosen = chosen
    this.#grams = grams
    this.#smallWords = smallWords
    this.#isListed = this.#candidates('Latn').every((language) => smallWords.languages.includes(language))
  }

  /** Before another document. */
  begin(): void {
    for (const panel of this.#panels.values()) panel.begin()
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
    return this.#panel(script).judge(draft, stretch)
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
    const panel = this.#panels.get(script) ?? new Panel(script, this.#candidates(script), this.#grams)
    this.#panels.set(script, panel)
    return panel
  }
}
