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
  readonly #script: number
  readonly #languages: readonly string[]
  readonly #scorer: GramScorer
  readonly #franc: SecondOpinion
  #questions = MOST_QUESTIONS

  constructor(script: Exclude<Script, 'Zyyy'>, languages: readonly string[], grams: Grams) {
    this.#script = SCRIPTS.indexOf(script)
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
  judge(draft: Draft, stretch: Stretch): Pick<Language, 'tag' | 'confidence'> | undefined {
    const {text} = draft
    const scorer = this.#scorer
    scorer.begin()
    visitWords(draft, stretch, this.#script, (start, end) => {
      scorer.add(text, start, end)
      return !scorer.isFull
    })
    const {best, lead, stranger} = leaderOf(scorer.scores, this.#languages.length)
    if (stranger >= STRANGE) return {tag: 'und', confidence: confidenceOf(stranger, undefined)}
    const tag = this.#languages[best]!
    if (this.#languages.length === 1) return {tag, confidence: BY_SCRIPT}
    if (scorer.known === 0) return undefined
    const isOpen = lead >= HOPELESS && lead < SETTLED && this.#questions-- > 0
    if (!isOpen) return {tag, confidence: confidenceOf(lead, undefined)}
    return {tag, confidence: confidenceOf(lead, this.#askFranc(draft, stretch) === tag)}
  }

  #askFranc(draft: Draft, stretch: Stretch): string | undefined {
    let text = ''
    visitWords(draft, stretch, this.#script, (start, end) => {
      text += `${draft.text.slice(start, end)} `
      return text.length < FRANC_LENGTH
    })
    return this.#franc.on(text)
  }
}

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
