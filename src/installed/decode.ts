import {decode as bare} from '../stages/decode/index.js'
import {withRules} from './with-rules.js'

export const decode = withRules(bare)
export default decode
