/** What each fault that the program itself finds in residue looks like; the others stand in rule files. */
import type {Illustrations} from '../../stage/example.js'

export const EXAMPLES: Illustrations = {
  'residue/unfilled-slot': {
    outcome: 'varies',
    examples: [
      {
        bad: 'They spent millions of {dollars} on <canals> in the end.',
        good: 'They spent millions of dollars on canals in the end.',
      },
      {leave: 'Let S = {a, b} be given, and \\textbf{dollars} is bold.'},
      {leave: 'Press <kbd>Enter</kbd><br> to <b>stop</b> it.'},
    ],
  },
  'residue/empty-slot': {
    outcome: 'reported',
    examples: [
      {
        bad: 'Dear {{first_name}}, the lock is open again for all of you.',
        good: 'Dear {{first_name}}, the lock is open again for all of you.',
      },
      {leave: 'Dear Ann, the lock is open again for {a, b} and all of you.'},
    ],
  },
  'residue/unresolved-spintax': {
    outcome: 'applied',
    examples: [
      {bad: 'It was a {big|large|huge} barge.', good: 'It was a big barge.'},
      {leave: 'Let S = {a, b} and T = {"a": 1} be given.'},
    ],
  },
  'residue/character-reference': {
    outcome: 'applied',
    examples: [
      {bad: 'Fish &amp; chips at the lock keeper&#8217;s', good: 'Fish & chips at the lock keeper’s'},
      {leave: 'AT&T; and R&D; stay.'},
    ],
  },
  'residue/shortcode': {
    outcome: 'applied',
    examples: [
      {bad: 'The lock is shut.\n[gallery ids="1,2"]\nThe barge waits.', good: 'The lock is shut.\nThe barge waits.'},
      {leave: 'See [the lock](https://example.org) and [note].'},
    ],
  },
  'residue/blank-before-mark': {
    outcome: 'applied',
    examples: [
      {bad: 'The lock shut , and opened . Then it broke .', good: 'The lock shut, and opened. Then it broke.'},
      {leave: 'It fell to .5 ... and then .NET came.'},
      {leave: 'Il a dit : « oui » ! Vraiment ? Le moulin tourne et nous le voyons.'},
    ],
  },
  'residue/lone-list-marker': {
    outcome: 'applied',
    examples: [
      {
        bad: 'Two things:\n-\nThe lock.\n-\nThe barge.\n',
        good: 'Two things:\n- The lock.\n- The barge.\n',
      },
      {leave: 'He left.\n\n*\n\nShe stayed.\n'},
    ],
  },
}
