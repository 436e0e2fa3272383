import dictionary from 'dictionary-en'
import british from 'dictionary-en-gb'
import {installedRules} from '../rules/read.js'
import {spell as bare} from '../stages/spell/index.js'
import {withRules} from './with-rules.js'

export const spell = withRules(bare, () => ({
  dictionary,
  british,
  model: installedRules().models.get('unspin/english.ngrams')!,
}))
export default spell
