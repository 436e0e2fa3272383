/**
 * Rules that somebody is writing: a folder as `rules/` is one, a folder of one stage, or single files. Beside the installed
 * ones a file stands for that of the same stage and name, as an edited copy of it does.
 */
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {stages} from '../pipeline.js'
import {parseRules} from '../rules/parse-rules.js'
import {parseTable} from '../rules/parse-table.js'
import {readRules} from '../rules/read.js'
import type {Rule, RuleError, RuleSet, Table} from '../rules/rule.js'
import {UsageError} from '../usage-error.js'

/** What was read, and nothing of the installed rules. */
export type Pack = RuleSet

const STAGES: readonly string[] = stages.map((plugin) => plugin.stage.name)
const RULE_FILE = /\.(?:yml|yaml|tsv)$/

/**
 * Reads all paths as one pack.
 *
 * @throws UsageError for a path that does not exist, holds no rules, or does not show its stage.
 */
export function readPack(paths: readonly string[]): Pack {
  const packs = paths.map(readPath)
  const pack = packs.slice(1).reduce(joined, packs[0]!)
  if (pack.rules.length + pack.tables.length + pack.refused.length > 0) return pack
  throw new UsageError(`No rules in ${paths.join(', ')}, expected STAGE/NAME.yml or .tsv below a folder`)
}

function readPath(given: string): Pack {
  if (!existsSync(given)) throw new UsageError(`No such file or folder: ${given}`)
  if (!statSync(given).isDirectory()) return readFile(given)
  const names = readdirSync(given).sort()
  const files = names.filter((name) => RULE_FILE.test(name)).map((name) => readFile(path.join(given, name)))
  return files.reduce(joined, readRules([given]))
}

function readFile(file: string): Pack {
  const text = readFileSync(file, 'utf8')
  const shown = path.relative(process.cwd(), file)
  const stage = stageOfFile(file, text)
  const empty: Pack = {
    rules: [],
    tables: [],
    models: {get: () => undefined},
    refused: [],
    digest: `${shown}\0${text.length}`,
  }
  if (/\.ya?ml$/.test(file)) return {...empty, ...parseRules(shown, text, stage)}
  if (!file.endsWith('.tsv')) throw new UsageError(`Unexpected file ${file}, expected rules (.yml) or a table (.tsv)`)
  const {table, refused} = parseTable(shown, text, `${stage}/${path.basename(file, '.tsv')}`)
  return {...empty, tables: [table], refused}
}

/** The folder says it; a rule file on a desk says it in its first id. */
function stageOfFile(file: string, text: string): string {
  const folder = path.basename(path.dirname(path.resolve(file)))
  const [, named = ''] = /^\s*-?\s*id:\s*([a-z]+)\//m.exec(text) ?? []
  const stage = [folder, named].find((name) => STAGES.includes(name))
  if (stage !== undefined) return stage
  throw new UsageError(`Which stage is ${file} for? Put it into a folder of that name: ${STAGES.join(', ')}`)
}

const joined = (a: Pack, b: Pack): Pack => ({
  rules: [...a.rules, ...b.rules],
  tables: [...a.tables, ...b.tables],
  models: {get: (name) => b.models.get(name) ?? a.models.get(name)},
  refused: [...a.refused, ...b.refused],
  digest: a.digest + b.digest,
  ...(a.compiled ? {compiled: a.compiled} : {}),
})

/** The installed rules with a pack beside them, without the files that it stands for. */
export function withPack(installed: RuleSet, pack: Pack): RuleSet {
  const replaced = new Set([...pack.rules.map(fileOf), ...pack.refused.map(fileOfPlace), ...pack.tables.map(tableFile)])
  return joined(
    {
      ...installed,
      rules: installed.rules.filter((rule) => !replaced.has(fileOf(rule))),
      tables: installed.tables.filter((table) => !replaced.has(tableFile(table))),
    },
    pack,
  )
}

/** A set without what was read from the very files of a pack: what somebody is trying may lie in its place already. */
export function withoutFiles(set: RuleSet, pack: Pack): RuleSet {
  const paths = new Set([...pack.rules.map(({origin}) => origin.path), ...pack.tables.map((table) => table.path)])
  return {
    ...set,
    rules: set.rules.filter(({origin}) => !paths.has(origin.path)),
    tables: set.tables.filter((table) => !paths.has(table.path)),
  }
}

/** The stages that a pack has a say in. */
export const stagesOf = ({rules, tables}: Pack): string[] => [
  ...new Set([...rules.map(({id}) => id), ...tables.map(({name}) => name)].map((name) => name.split('/')[0]!)),
]

const fileOf = ({id, origin}: Rule): string => `${id.split('/')[0]}/${path.basename(origin.path)}`
const tableFile = ({name}: Table): string => `${name}.tsv`
/** A rule that is refused has no id; its folder must do. */
const fileOfPlace = ({path: place}: RuleError): string => place.split(path.sep).slice(-2).join('/')
