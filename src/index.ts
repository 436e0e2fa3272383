/** The public door: exports only. */
export {
  type Cleaned,
  type Cleaner,
  type CleanOptions,
  catalogueFor,
  clean,
  createCleaner,
  type DocumentFacts,
} from './clean.js'
export {compose, Draft, replay} from './draft/index.js'
export {stripBoilerplate} from './installed/boilerplate.js'
export {decode} from './installed/decode.js'
export {identify} from './installed/identify.js'
export {stripResidue} from './installed/residue.js'
export {spell} from './installed/spell.js'
export {normaliseTerms} from './installed/terms.js'
export {unspin} from './installed/unspin.js'
export {reportOf} from './report/report.js'
export {installedRules, readRules} from './rules/read.js'
export {defineStage} from './stage/define-stage.js'
export {policyOf} from './stage/policy.js'
export {carried as draftOf, retextDraft} from './stage/retext-draft.js'
export type * from './types.js'
