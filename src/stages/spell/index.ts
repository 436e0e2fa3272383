/**
 * What is still misspelt. Reports, seldom repairs. retext-spell's dictionaries stand behind a fence: only words of English
 * passages, no names, nothing in capitals, no part of an address. Of the words that neither they nor the document
 * explain, those are reported that read well with one slip put right; the others are names, until somebody asks for them.
 */
import {defineStage} from '../../stage/define-stage.js'
import type {UnknownNames} from './choices.js'
import {Memory} from './memory.js'
import type {Dictionary} from './speller.js'
import {verdicts} from './verdicts.js'
import {Vocabulary} from './vocabulary.js'

export interface SpellOptions {
  /** What importing `dictionary-en` gives, or another Hunspell dictionary. */
  readonly dictionary?: Dictionary
  /** What importing `dictionary-en-gb` gives; without it British words may be reported. */
  readonly british?: Dictionary
  /** The bytes of `rules/unspin/english.ngrams`: how often words are met, and beside which. */
  readonly model?: ArrayBuffer
  /** What becomes of unknown words that are no slips. Default `quiet`. */
  readonly unknownNames?: UnknownNames
}

export const spell = defineStage<SpellOptions>({
  name: 'spell',
  languages: ['en'],
  faults: [
    {
      id: 'spell/unknown-word',
      message: 'Unexpected unknown word `{actual}`',
      why: 'No dictionary knows it, the document does not explain it, and one slip put right makes it a word that fits.',
    },
    {
      id: 'spell/run-together',
      message: 'Unexpected word `{actual}`, expected {expected}',
      why: 'No dictionary knows it, and with a blank it is two words that fit.',
    },
    {
      id: 'spell/split-word',
      message: 'Unexpected words `{actual}`, expected {expected}',
      why: 'They are halves of one word, which reads far better there.',
    },
    {
      id: 'spell/unknown-name',
      message: 'Unexpected unknown name or term `{actual}`',
      why: 'No dictionary knows it, and no word that one slip would make it fits there.',
    },
  ],
  prepare({dictionary, british, model, unknownNames = 'quiet'}, rules) {
    if (!dictionary || !model) {
      throw new Error(
        "spell needs a dictionary and a language model, expected `.use(spell, {dictionary, model})`, or the plugin from 'unspun/spell'",
      )
    }
    const vocabulary = new Vocabulary({dictionary, british, model}, rules().tables)
    const memory = new Memory(vocabulary)
    return (draft) => verdicts(draft, memory, vocabulary, unknownNames === 'report')
  },
})
