import {normaliseTerms as bare} from '../stages/terms/index.js'
import {readings} from './readings.js'
import {withRules} from './with-rules.js'

export const normaliseTerms = withRules(bare, () => ({readings}))
export default normaliseTerms
