import {stripResidue as bare} from '../stages/residue/index.js'
import {withRules} from './with-rules.js'

export const stripResidue = withRules(bare)
export default stripResidue
