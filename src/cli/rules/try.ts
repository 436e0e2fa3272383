/** `unspun rules try`: reads the corpus once, with a bar on a terminal, and prints what differs. */
import {withAdditions} from '../../additions.js'
import {documentsOf} from '../../batch/documents.js'
import {inputsOf} from '../../batch/inputs.js'
import {Comparison} from '../../reference/compare.js'
import {asJson, asText} from '../../reference/in-context.js'
import {readPack, stagesOf, withoutFiles, withPack} from '../../reference/pack.js'
import {complaintOf, ruleSetOf} from '../../rule-set.js'
import {visible} from '../../stage/visible.js'
import {additionsOf} from '../config/additions.js'
import {readConfig} from '../config.js'
import {cleanOptions, fieldsOf} from '../merged-options.js'
import {progressFor} from '../progress.js'
import type {RulesFlags} from '../rules.js'
import {coloursFor} from '../terminal.js'
import {visibleLines} from './entries.js'

export interface TryFlags extends RulesFlags {
  readonly corpus: readonly string[]
  readonly limit: number
  readonly json?: true
}

export async function tryRules(file: string, flags: TryFlags): Promise<void> {
  const {base} = await readConfig({file: flags.config})
  const pack = readPack([file])
  const {set, refused} = ruleSetOf(base.rulesFolders ?? [])
  for (const error of [...refused, ...pack.refused]) fail(visibleLines(complaintOf(error)))
  const old = withAdditions(withoutFiles(set, pack), additionsOf(base))
  const {stages: _, ruleSet: __, ...options} = cleanOptions({}, base)
  const comparison = new Comparison({
    old,
    now: withPack(old, pack),
    stages: stagesOf(pack),
    options,
    limit: flags.limit,
  })
  await readInto(comparison, flags.corpus, fieldsOf({}, base))
  const {isTTY, columns} = process.stdout
  process.stdout.write(
    flags.json ? asJson(comparison) : asText(comparison, isTTY ? columns : undefined, coloursFor(process.stdout)),
  )
}

async function readInto(
  comparison: Comparison,
  corpus: readonly string[],
  fields: ReturnType<typeof fieldsOf>,
): Promise<void> {
  const inputs = await inputsOf(corpus, undefined)
  const progress = progressFor('Trying', inputs, process.stderr)
  for await (const document of documentsOf(inputs, fields)) {
    if ('error' in document) fail(`unspun: ${visible(document.input.path)}: ${visible(document.error)}`)
    else comparison.add(document)
    progress.step('error' in document ? undefined : document)
  }
  progress.stop()
}

/** The rest goes on. */
function fail(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = 2
}
