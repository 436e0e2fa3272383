/**
 * ELD and franc, for the languages of one script. The list of the chosen is closed, but those that were not chosen are
 * read along: a Polish page is better left open than called Dutch.
 */
import type {Draft, Language} from '../../draft/index.js'
import {confidenceOf, HOPELESS, SETTLED} from './calibration.js'
import type {Grams} from './gram-file.js'
import {GramScorer} from './gram-scorer.js'
import {LANGUAGES} from './languages.js'
import {SCRIPTS, type Script} from './script.js'
import {FRANC_LENGTH, SecondOpinion} from './second-opinion.js'
import {type Stretch, visitWords} from './stretch.js'

/** What a script says that has one language: measured, 99.6–100 % of single words. */
export const BY_SCRIPT = 0.99

/**
 * By how much a language that was not chosen has to lead: none of 5,000 sentences and 5,000 word pairs in chosen languages
 * is lost by it, and 98 % of the sentences in other ones with Latin letters are found.
 */
const STRANGE = 200

/** How often franc is asked about one document: thousands of short lines would take it seconds, and say the same. */
const MOST_QUESTIONS = 200

export class Panel {
  readonly #script: Script
  /** Of the script, as words are asked for theirs. */
  readonly #index: number
  readonly #languages: readonly string[]
  readonly #scorer: GramScorer
  readonly #franc: SecondOpinion
  #questions = MOST_QUESTIONS

  constructor(script: Exclude<Script, 'Zyyy'>, languages: readonly string[], grams: Grams) {
    this.#script = script
    this.#index = SCRIPTS.indexOf(script)
    this.#languages = languages
    const known = languages.map(inGrams)
    const strangers = LANGUAGES[script].map(inGrams).filter((language) => !known.includes(language))
    this.#scorer = new GramScorer(grams, [...known, ...new Set(strangers)])
    this.#franc = new SecondOpinion(script, languages)
  }

  /** Before another document. */
  begin(): void {
    this.#questions = MOST_QUESTIONS
  }

  /** The best guess; `und` for a language that was not chosen; undefined where no n-gram is known. */
  judge(draft: Draft, stretch: Stretch): Language | undefined {
    const {text} = draft
    const scorer = this.#scorer
    scorer.begin()
    visitWords(draft, stretch, this.#index, (start, end) => {
      scorer.add(text, start, end)
      return !scorer.isFull
    })
    const {best, most, lead, stranger} = leaderOf(scorer.scores, this.#languages.length)
    if (stranger >= STRANGE) return this.#said('und', confidenceOf(stranger, undefined))
    const tag = this.#languages[best]!
    if (this.#languages.length === 1) return this.#said(tag, BY_SCRIPT)
    if (most === 0 && stranger === 0) return undefined
    const isOpen = lead >= HOPELESS && lead < SETTLED && this.#questions-- > 0
    if (!isOpen) return this.#said(tag, confidenceOf(lead, undefined))
    return this.#said(tag, confidenceOf(lead, this.#askFranc(draft, stretch) === tag))
  }

  #said(tag: string, confidence: number): Language {
    return {tag, confidence, script: this.#script}
  }

  #askFranc(draft: Draft, stretch: Stretch): string | undefined {
    let text = ''
    visitWords(draft, stretch, this.#index, (start, end) => {
      text += `${draft.text.slice(start, end)} `
      return text.length < FRANC_LENGTH
    })
    return this.#franc.on(text)
  }
}

/** ELD knows Malay, which Indonesian is closest to. */
const inGrams = (language: string): string => (language === 'id' ? 'ms' : language)

interface Leader {
  /** The best of the chosen languages, what speaks for it, and how far it leads the second of them. */
  readonly best: number
  readonly most: number
  readonly lead: number
  /** How far one of the others leads it. */
  readonly stranger: number
}

/** Of the scores of some languages, of which the first `chosen` were chosen. */
function leaderOf(scores: Float64Array, chosen: number): Leader {
  let best = 0
  let most = 0
  let second = 0
  let others = 0
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!
    if (i >= chosen) others = Math.max(others, score)
    else if (score > most) {
      second = most
      most = score
      best = i
    } else if (score > second) second = score
  }
  return {best, most, lead: most - second, stranger: others - most}
}
