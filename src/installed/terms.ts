import {normaliseTerms as bare} from '../stages/terms/index.js'
import {withRules} from './with-rules.js'

export const normaliseTerms = withRules(bare)
export default normaliseTerms
