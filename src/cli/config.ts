/** `unspun.config.{json,yaml,js,ts}`, found upward from the working folder. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {createJiti} from 'jiti'
import {type Loader, lilconfig} from 'lilconfig'
import * as v from 'valibot'
import {parseDocument} from 'yaml'
import {UsageError} from '../batch/inputs.js'
import {nearest} from '../matching/edit-distance.js'
import {ruleError} from '../rules/frame.js'
import {TYPOGRAPHY_CHOICES} from '../stages/terms/typography/options.js'
import {type Config, configSchema} from './options.js'

const EXTENSIONS = ['json', 'yaml', 'yml', 'js', 'mjs', 'ts', 'mts']

const loadYaml: Loader = (file, content) => {
  const document = parseDocument(content)
  const [error] = document.errors
  if (error) {
    const {line, column, frame} = ruleError(file, content, error.pos[0], '')
    throw new UsageError(`${file}:${line}:${column} ${error.message.split('\n')[0]}\n${frame}`)
  }
  return document.toJS()
}

const loadModule: Loader = (file) => createJiti(import.meta.url).import(file, {default: true})

/** YAML reads JSON and says where it is wrong. */
const loaders = Object.fromEntries(EXTENSIONS.map((e) => [`.${e}`, /^(?:json|ya?ml)$/.test(e) ? loadYaml : loadModule]))

/**
 * The configuration, with the paths in it made absolute; empty when there is no file. It is searched upward from a
 * folder.
 *
 * @throws UsageError for a file that cannot be read or holds what no configuration may.
 */
export async function readConfig(file: string | undefined, from: string = process.cwd()): Promise<Config> {
  const explorer = lilconfig('unspun', {
    searchPlaces: EXTENSIONS.map((e) => `unspun.config.${e}`),
    loaders,
    stopDir: '/',
  })
  const found = await (file === undefined ? explorer.search(from) : load(explorer, file))
  if (!found || found.isEmpty) return {}
  const parsed = v.safeParse(configSchema, found.config)
  if (!parsed.success) throw new UsageError(complaint(found.filepath, parsed.issues[0]))
  return withPaths(parsed.output, path.dirname(found.filepath))
}

/** Paths are meant from where the file lies. */
function withPaths({rulesFolders, model, profile, ...rest}: Config, folder: string): Config {
  const absolute = (file: string): string => path.resolve(folder, file)
  return {
    ...rest,
    ...(rulesFolders === undefined ? {} : {rulesFolders: rulesFolders.map(absolute)}),
    ...(model === undefined ? {} : {model: absolute(model)}),
    ...(profile === undefined ? {} : {profile: absolute(profile)}),
  }
}

async function load(explorer: ReturnType<typeof lilconfig>, file: string) {
  try {
    readFileSync(file)
  } catch (error) {
    throw new UsageError(`Configuration ${file} cannot be read: ${(error as Error).message}`)
  }
  return explorer.load(path.resolve(file))
}

function complaint(file: string, issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({key}) => String(key))
  const known = Object.keys(keys[0] === 'typography' ? TYPOGRAPHY_CHOICES : configSchema.entries)
  if (issue.expected === 'never') {
    const near = nearest(keys.at(-1)!, known)
    return `${file}: Unexpected key ${keys.join('.')}, expected ${near ?? `one of ${known.join(', ')}`}`
  }
  return `${file}: Unexpected ${issue.received} for ${keys.join('.') || 'the configuration'}, expected ${issue.expected ?? 'an object'}`
}
