import {stripBoilerplate as bare} from '../stages/boilerplate/index.js'
import {withRules} from './with-rules.js'

export const stripBoilerplate = withRules(bare)
export default stripBoilerplate
