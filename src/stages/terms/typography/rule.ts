import type {Proposal} from '../../../draft/index.js'
import type {CharacterSets} from './characters.js'
import type {View} from './view.js'

/** One rule of typography: where it looks, and what it would change there. */
export interface TypographyRule {
  /** The characters that it is asked about. */
  readonly looksAt: CharacterSets
  /** The change at one of them, if there is one. Looks no further than a few characters around, or at the line. */
  readonly find: (view: View, at: number) => Proposal | undefined
}

/** What an option asks for is as sure as the request. */
export const ASKED = 0.95
