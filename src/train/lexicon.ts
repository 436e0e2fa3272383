/**
 * Compiles the tables of `rules/unspin` into `rules/unspin/spun.lexicon`, as `npm run build` does: compiling takes a
 * second, reading what was compiled a few milliseconds. The file names its sources; where they have changed since, or
 * somebody adds a table, the stage compiles them itself.
 */
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {NgramModel} from '../matching/ngram-model.js'
import {installedRulesFolder, readRules} from '../rules/read.js'
import {rulesOf} from '../rules/rule.js'
import {compileLexicon} from '../stages/unspin/compile-lexicon.js'
import {packLexicon} from '../stages/unspin/lexicon.js'

const {tables, models} = rulesOf(readRules(), 'unspin')
const arrays = compileLexicon(tables, NgramModel.readVerified(models.get('unspin/english.ngrams')!))
const bytes = new Uint8Array(packLexicon(arrays))
writeFileSync(path.join(installedRulesFolder, 'unspin', 'spun.lexicon'), bytes)
