import type {Proposal} from '../../../draft/index.js'

/** What is found in a line; offsets in UTF-16 units of the line. How sure it is depends on the document. */
export type Fault = Omit<Proposal, 'confidence'>
