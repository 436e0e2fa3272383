/** What each fault of spelling looks like. */
import type {Illustrations} from '../../stage/example.js'

export const EXAMPLES: Illustrations = {
  'spell/unknown-word': {
    outcome: 'reported',
    examples: [
      {
        bad: 'The barge was recieved with joy by the people of the town.',
        good: 'The barge was recieved with joy by the people of the town.',
      },
      {leave: 'Whilst the tyres lay on the kerb, the colour of the water was analysed by the travellers.'},
      {leave: 'The splinterbrux of the town was quongled by all of its people.'},
    ],
  },
  'spell/run-together': {
    outcome: 'proposed',
    examples: [
      {
        bad: 'They lived inthe town for a long time, and went home.',
        good: 'They lived in the town for a long time, and went home.',
      },
      {leave: 'The teakettle stood on the hearthrug, and the microgreenhouse was unfillable.'},
    ],
  },
  'spell/split-word': {
    outcome: 'proposed',
    examples: [
      {
        bad: 'They went with out a word to the other side of the river.',
        good: 'They went without a word to the other side of the river.',
      },
      {leave: 'He went in to the house, and may be out every day for some time.'},
    ],
  },
  'spell/unknown-name': {
    outcome: 'reported',
    examples: [
      {
        options: {unknownNames: 'report'},
        bad: 'The splinterbrux of the town was shut by all of its people.',
        good: 'The splinterbrux of the town was shut by all of its people.',
      },
      {options: {unknownNames: 'report'}, leave: 'We met the keeper of the lock by the river, and he was glad.'},
    ],
  },
}
