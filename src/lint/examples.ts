/** What the faults look like that lint itself finds: in documents, and in what was written to turn findings down. */
import type {FaultExample, Illustration, Illustrations} from '../stage/example.js'

/** The text stays, whatever is said of it. */
const found = (text: string): FaultExample => ({bad: text, good: text})

const reported = (...examples: FaultExample[]): Illustration => ({outcome: 'reported', examples})

const FOLLOWED =
  'Write it so:\n\n<!-- unspun ignore-next residue/empty-slot: shows a template -->\nDear {{first_name}}, the lock is open again.\n'

export const EXAMPLES: Illustrations = {
  'lint/rejected-document': reported(found('\n\n'), {leave: 'The lock is shut.\n'}),
  'lint/unknown-directive': reported(found('<!-- unspun ignroe-next: a slip -->\nThe lock is shut.\n'), {
    leave: FOLLOWED,
  }),
  'lint/unknown-rule': reported(
    found('<!-- unspun ignore-next residue/empty-slit: shows a template -->\nDear {{first_name}}, the lock is open.\n'),
    {leave: FOLLOWED},
  ),
  'lint/missing-reason': reported(
    found('<!-- unspun ignore-next residue/empty-slot -->\nDear {{first_name}}, the lock is open again.\n'),
    {leave: FOLLOWED},
  ),
  'lint/unused-ignore': reported(
    found('<!-- unspun ignore-next residue/empty-slot: shows a template -->\nDear reader, the lock is open again.\n'),
    {leave: FOLLOWED},
  ),
}
