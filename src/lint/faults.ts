/** The rules of lint itself, beside those of the stages: documents that are none, and directives that do not do what they say. */
import {catalogueFor} from '../clean.js'
import type {RuleId} from '../draft/index.js'
import type {RuleSet} from '../rules/rule.js'
import type {Fault} from '../stage/fault.js'

/** No directive silences them: what is wrong with the silencing must be heard. */
export const LINT_FAULTS = {
  rejectedDocument: {
    id: 'lint/rejected-document',
    message: 'Unexpected document, expected text: {actual}',
    why: 'Nothing in it can be checked.',
  },
  unknownDirective: {
    id: 'lint/unknown-directive',
    message: 'Unexpected directive `{actual}`',
    why: 'A comment that begins with `unspun` is taken for a directive; this one cannot be followed.',
  },
  unknownRule: {
    id: 'lint/unknown-rule',
    message: 'Unexpected rule `{actual}`, expected the name of a rule or a stage',
    why: 'A name that no rule and no stage has turns nothing down.',
  },
  missingReason: {
    id: 'lint/missing-reason',
    message: 'Unexpected directive `{actual}`, expected a colon and a reason at its end',
    why: 'Whoever reads it next has to know whether it still holds.',
  },
  unusedIgnore: {
    id: 'lint/unused-ignore',
    message: 'Unexpected `{actual}`, nothing is found there that it would turn down',
    why: 'It would silence what somebody writes there later.',
  },
} as const satisfies Record<string, Fault>

/** Everything that can be said of a finding of lint, by rule. */
export function lintCatalogue(rules: RuleSet): ReadonlyMap<RuleId, Fault> {
  const own = Object.values(LINT_FAULTS).map((fault) => [fault.id, fault] as const)
  return new Map<RuleId, Fault>([...catalogueFor(rules), ...own])
}
