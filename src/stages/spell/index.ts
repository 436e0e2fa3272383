/**
 * What is still misspelt. Reports, seldom repairs. retext-spell's dictionary stands behind a fence: only words of English
 * passages, no names, nothing in capitals, no part of an address; and each word form is asked for once.
 */
import type {Draft, Proposal} from '../../draft/index.js'
import {defineStage} from '../../stage/define-stage.js'
import {suspects} from './fence.js'
import {type Dictionary, Speller} from './speller.js'

export interface SpellOptions {
  /** What importing `dictionary-en` gives, or another Hunspell dictionary. */
  readonly dictionary?: Dictionary
}

export const spell = defineStage<SpellOptions>({
  name: 'spell',
  languages: ['en'],
  faults: [
    {
      id: 'spell/unknown-word',
      message: 'Unexpected unknown word `{actual}`',
      why: 'Neither the dictionary knows it nor does the document use it as a name.',
    },
  ],
  prepare({dictionary}, rules) {
    if (!dictionary) {
      throw new Error(
        "spell needs a dictionary, expected `.use(spell, {dictionary})`, or the plugin from 'unspun/spell'",
      )
    }
    const speller = new Speller(dictionary, rules().tables)
    return (draft) => proposals(draft, speller)
  },
})

function* proposals(draft: Draft, speller: Speller): Iterable<Proposal> {
  for (const {start, end, count} of suspects(draft, speller)) {
    const note = count > 1 ? {note: `${count} times in this document`} : {}
    yield {start, end, rule: 'spell/unknown-word', expected: [], confidence: 0.5, ...note}
  }
}
