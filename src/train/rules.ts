/** Notes at build what the installed rules are and compiles their phrases and the dictionaries, so that no start has to. */
import {writeFileSync} from 'node:fs'
import {dictionaries, digestOf} from '../installed/dictionaries.js'
import {type RecordedFile, writeRecord} from '../rules/build-record.js'
import {RuleScan} from '../rules/compile.js'
import {type RuleFile, ruleFilesIn} from '../rules/files.js'
import {parseRules} from '../rules/parse-rules.js'
import {parseTable} from '../rules/parse-table.js'
import {compiledFile, installedRulesFolder, readRules, recordFile} from '../rules/read.js'
import {type RuleError, rulesOf} from '../rules/rule.js'
import {Glossary} from '../stages/terms/mentions/glossary.js'
import {Translated} from '../stages/unspin/translated.js'
import {compiledForms} from './forms.js'

const files = ruleFilesIn(installedRulesFolder)
writeFileSync(recordFile, writeRecord(Object.fromEntries(files.map((file) => [file.name, recorded(file)]))))

const set = readRules()
for (const stage of ['boilerplate', 'residue']) write(stage, RuleScan.compiled(rulesOf(set, stage).rules))
write('terms', Glossary.compiled(rulesOf(set, 'terms').tables))
write('unspin', Translated.compiled(rulesOf(set, 'unspin').tables))

for (const dictionary of Object.values(dictionaries)) {
  writeFileSync(dictionary.file, new Uint8Array(compiledForms(dictionary, digestOf(dictionary))))
}

function write(stage: string, compiled: ArrayBuffer): void {
  writeFileSync(compiledFile(stage), new Uint8Array(compiled))
}

/** @throws Error for a rule or a line that is refused. */
function recorded(file: RuleFile): RecordedFile {
  const known = {bytes: file.size, digest: file.digest()}
  if (file.isModel) return known
  const text = file.bytes().toString('utf8')
  if (file.extension === '.tsv') {
    const {table, refused} = parseTable(file.shown, text, file.title)
    assertSound(file, refused)
    return {...known, columns: table.columns}
  }
  const {rules, refused} = parseRules('', text, file.stage)
  assertSound(file, refused)
  return {...known, rules}
}

function assertSound({shown}: RuleFile, [error]: readonly RuleError[]): void {
  if (error) throw new Error(`${shown}:${error.line}: ${error.message}`)
}
