import type {Cleaned} from '../clean.js'
import type {RuleId} from '../draft/index.js'
import type {Fault} from '../stage/fault.js'

export interface PageSummary {
  readonly path: string
  readonly page: string
}
export const pageSummary = ({report}: Cleaned, page: string): PageSummary => ({path: report.path, page})
export const documentPage = (_cleaned: Cleaned, _catalogue: ReadonlyMap<RuleId, Fault>): string => ''
export const indexPage = (_pages: readonly PageSummary[]): string => ''
