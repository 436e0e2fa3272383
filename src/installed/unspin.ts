import {unspin as bare} from '../stages/unspin/index.js'
import {withRules} from './with-rules.js'

export const unspin = withRules(bare)
export default unspin
