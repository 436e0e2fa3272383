/** What spun text looks like, and English translated word for word. The gate judges whole texts, so they are not short. */
import type {Illustrations} from '../../stage/example.js'

const SPUN =
  'I had purchased the most cost-effective ticket, and beside me sat a music trainer and her younger son. Nobody stated a lot at first. Then the conductor came by to take our breakfast orders, and it grew to become clear that there was just one egg remaining on the train. By the time we had agreed who should have it, we were pals.'
const RESTORED =
  'I had bought the most cost-effective ticket, and beside me sat a music teacher and her young son. Nobody said a lot at first. Then the conductor came by to take our breakfast orders, and it became clear that there was just one egg remaining on the train. By the time we had agreed who should have it, we were friends.'
/** One sentence proves nothing, however spun. */
const SENTENCE = 'The corporate unveiled a brand new mannequin in Could 2025.'

const TRANSLATED =
  'The company insists on self-research. The new forces of car-making fear the lack of cores. It is a dimension reduction strike, netizens said.'
const EDITED =
  'The company insists on in-house R&D. The EV start-ups fear the chip shortage. It is a crushing advantage, netizens said.'

export const EXAMPLES: Illustrations = {
  'unspin/spun-text': {
    outcome: 'reported',
    examples: [{bad: SPUN, good: RESTORED}, {leave: RESTORED}, {leave: SENTENCE}],
  },
  'unspin/spun-wording': {
    outcome: 'varies',
    examples: [{bad: SPUN, good: RESTORED}, {leave: RESTORED}, {leave: SENTENCE}],
  },
  'unspin/translated-wording': {
    outcome: 'proposed',
    examples: [
      {bad: TRANSLATED, good: EDITED},
      {leave: 'Analysts blame the lack of cores in the new processors for the slow start of the season.'},
    ],
  },
}
