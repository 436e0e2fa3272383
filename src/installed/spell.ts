import dictionary from 'dictionary-en'
import {spell as bare} from '../stages/spell/index.js'
import {withRules} from './with-rules.js'

export const spell = withRules(bare, () => ({dictionary}))
export default spell
