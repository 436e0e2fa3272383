/** Where on the reference pages a rule stands. Light, so that a report can link to it. */
import type {RuleId} from '../draft/index.js'

/** The page of a stage, below `rules/reference`. */
export const pageOf = (stage: string): string => `${stage}.md`

/** Page and anchor of a rule, below `rules/reference`: `residue.md#unfilled-slot`. The heading there is the rule's name alone. */
export function anchorOf(id: RuleId): string {
  const slash = id.indexOf('/')
  return `${pageOf(id.slice(0, slash))}#${id.slice(slash + 1)}`
}
