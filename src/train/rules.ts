/** Notes at build what the installed rules are and compiles their phrases, so that no start has to. */
import {writeFileSync} from 'node:fs'
import {type RecordedFile, writeRecord} from '../rules/build-record.js'
import {RuleScan} from '../rules/compile.js'
import {ruleFilesIn} from '../rules/files.js'
import {parseRules} from '../rules/parse-rules.js'
import {parseTable} from '../rules/parse-table.js'
import {installedRulesFolder, recordFile, scanFile} from '../rules/read.js'
import type {Rule} from '../rules/rule.js'

const files: Record<string, RecordedFile> = {}
const byStage = new Map<string, Rule[]>()

for (const file of ruleFilesIn(installedRulesFolder)) {
  const {name, shown, stage, title, extension, isModel, size: bytes} = file
  const text = isModel ? '' : file.bytes().toString('utf8')
  const isTable = extension === '.tsv'
  const read = isModel || isTable ? undefined : parseRules('', text, stage)
  const [error] = isTable ? parseTable(shown, text, title).refused : (read?.refused ?? [])
  if (error) throw new Error(`${shown}:${error.line}: ${error.message}`)
  files[name] = {bytes, digest: file.digest(), ...(read ? {rules: read.rules} : {})}
  if (read) byStage.set(stage, [...(byStage.get(stage) ?? []), ...read.rules])
}
for (const [stage, rules] of byStage) writeFileSync(scanFile(stage), new Uint8Array(RuleScan.compiled(rules)))
writeFileSync(recordFile, writeRecord(files))
