/** Every type that a program using unspun may want to name. */
export type {Cleaned, Cleaner, CleanOptions, DocumentFacts} from './clean.js'
export type {WrittenConfig as Config} from './cli/config/schema.js'
export type {Directive} from './control/directive.js'
export type {Directives, Unused} from './control/directives.js'
export type {
  Decidable,
  Decide,
  Decision,
  Edit,
  Finding,
  Format,
  Language,
  Metadata,
  Passage,
  Policy,
  Proposal,
  ProtectedSpan,
  Revision,
  RuleId,
  Run,
  SiteMemory,
  Span,
  StageName,
  State,
  Words,
} from './draft/index.js'
export type {Count, Digest, LanguageShare, Report, SourceDigest} from './report/report.js'
export type {Example, Rule, RuleError, RuleSet, Table} from './rules/rule.js'
export type {Find, Stage, StagePlugin, StageRules, StageSettings} from './stage/define-stage.js'
export type {Fault} from './stage/fault.js'
export type {PolicyOptions, RuleSetting} from './stage/policy.js'
export type {RetextDraftOptions} from './stage/retext-draft.js'
export type {ChineseScript, Style} from './stages/terms/choices.js'
export type {TypographyOptions} from './stages/terms/typography/options.js'
