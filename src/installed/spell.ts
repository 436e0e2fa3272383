import {installedRules} from '../rules/read.js'
import {spell as bare} from '../stages/spell/index.js'
import {dictionaries} from './dictionaries.js'
import {withRules} from './with-rules.js'

export const spell = withRules(bare, () => ({
  ...dictionaries,
  model: installedRules().models.get('unspin/english.ngrams')!,
}))
export default spell
