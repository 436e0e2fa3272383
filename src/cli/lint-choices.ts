/** What a configuration chooses for `lint`, where no flag says otherwise: so that a team need not repeat its flags. */
import type {Target} from '../lint/formats/reporters.js'
import type {Level} from '../lint/level.js'
import type {LintChoices} from './config/schema.js'
import {parseTarget} from './reporting.js'

/** The flags that a configuration can stand in for. */
interface ChosenFlags {
  readonly failOn?: Level
  readonly format?: readonly Target[]
  readonly maxFindings?: number
  readonly baseline?: string | false
}

/** @throws UsageError for a format that there is not. */
export function withChoices<F extends ChosenFlags>(flags: F, choices: LintChoices = {}): F & {readonly failOn: Level} {
  const {failOn = 'reported', format, maxFindings, baseline} = choices
  const chosen = {
    failOn,
    ...(format !== undefined && {format: [format].flat().map(parseTarget)}),
    ...(maxFindings !== undefined && {maxFindings}),
    ...(baseline !== undefined && {baseline}),
  }
  const said = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined)) as F
  return {...chosen, ...said}
}
