import {identify as bare} from '../stages/identify/index.js'
import {withRules} from './with-rules.js'

export const identify = withRules(bare)
export default identify
