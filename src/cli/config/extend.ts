/**
 * From a file to its layers: first those of the files it extends, in their order, then its own.
 *
 * A file's paths are meant from where it lies, its globs from where the root lies: what a package says of `docs/**` it
 * says of the project that uses it.
 */
import {existsSync, statSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {additionsOf} from './additions.js'
import {ConfigError, type ConfigFault, fault, type Location, shownPath} from './faults.js'
import {CONFIG_NAMES} from './file-names.js'
import {matcherOf} from './globs.js'
import type {Layer} from './layers.js'
import type {Config, WrittenConfig} from './schema.js'
import {openSource, type Source} from './source.js'

export interface Pile {
  readonly layers: readonly Layer[]
  /** Globs of files that are never linted. */
  readonly ignores: readonly string[]
  /** Every file that was read, for whoever watches them: the root first. */
  readonly files: readonly string[]
}

/** More files than this are a tangle, and could double with each of them. */
const MOST_FILES = 100

/**
 * Reads a file and all that it extends.
 *
 * @throws ConfigError for a file that cannot be read, holds faults, or comes back to itself.
 */
export async function pileOf(root: string): Promise<Pile> {
  const pile = {layers: [] as Layer[], ignores: [] as string[], files: [] as string[]}
  await lay(root, {file: root}, [], pile)
  return pile
}

type Growing = {layers: Layer[]; ignores: string[]; files: string[]}

async function lay(file: string, from: Location, chain: readonly string[], pile: Growing): Promise<void> {
  if (chain.includes(file)) throw refusal(from, `Unexpected cycle: ${[...chain, file].map(shownPath).join(' → ')}`)
  if (pile.files.push(file) > MOST_FILES) throw refusal(from, `Unexpected file, expected at most ${MOST_FILES}`)
  const source = await openSource(file)
  const {validated} = await import('./validate.js')
  const result = validated(source)
  if ('faults' in result) throw new ConfigError(result.faults)
  for (const [i, name] of listOf(result.config.extends).entries()) {
    const at = source.locate(Array.isArray(result.config.extends) ? ['extends', i] : ['extends'], 'value')
    await lay(extended(name, file, at), at, [...chain, file], pile)
  }
  const layers = layersOf(source, result.config, chain.toReversed())
  const faults = layers.flatMap(missingTables)
  if (faults.length > 0) throw new ConfigError(faults)
  // What is wrong in a table is to be said before anything is done.
  for (const {values} of layers) additionsOf(values)
  pile.layers.push(...layers)
  pile.ignores.push(...listOf(result.config.ignores))
}

const refusal = (location: Location, message: string): ConfigError => new ConfigError([fault(location, message)])

const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T]

function layersOf(source: Source, config: WrittenConfig, extendedBy: readonly string[]): Layer[] {
  const {$schema, extends: _, ignores, overrides = [], ...own} = config
  const folder = path.dirname(source.file)
  const chosen = overrides.map(({files, excludedFiles, ...values}, i): Layer => {
    const [isIn, isOut] = [matcherOf(listOf(files)), matcherOf(listOf(excludedFiles))]
    const isFor = (file: string): boolean => isIn(file) && !isOut(file)
    return {values: withPaths(values, folder), source, at: ['overrides', i], extendedBy, isFor}
  })
  return [{values: withPaths(own, folder), source, at: [], extendedBy}, ...chosen]
}

/** Tables that are named and not there. */
const missingTables = ({values, source, at}: Layer): ConfigFault[] =>
  (['glossary', 'lexicon'] as const).flatMap((key) =>
    (values[key] ?? []).flatMap((entry, i) =>
      typeof entry !== 'string' || isFile(entry)
        ? []
        : [
            fault(
              source.locate([...at, key, i], 'value'),
              `Unexpected table, expected a file: ${shownPath(entry)} is not there`,
            ),
          ],
    ),
  )

/** Paths are meant from where the file lies. */
function withPaths(config: Config, folder: string): Config {
  const absolute = (file: string): string => path.resolve(folder, file)
  const tables = <T>(entries: readonly (string | T)[]): (string | T)[] =>
    entries.map((entry) => (typeof entry === 'string' ? absolute(entry) : entry))
  const {rulesFolders, glossary, lexicon, model, siteProfile, lint} = config
  return {
    ...config,
    ...(rulesFolders && {rulesFolders: rulesFolders.map(absolute)}),
    ...(glossary && {glossary: tables(glossary)}),
    ...(lexicon && {lexicon: tables(lexicon)}),
    ...(model !== undefined && {model: absolute(model)}),
    ...(siteProfile !== undefined && {siteProfile: absolute(siteProfile)}),
    ...(lint && {lint: withLintPaths(lint, absolute)}),
  }
}

function withLintPaths(lint: NonNullable<Config['lint']>, absolute: (file: string) => string): typeof lint {
  const {baseline, cache} = lint
  return {
    ...lint,
    ...(baseline !== undefined && {baseline: absolute(baseline)}),
    ...(typeof cache === 'string' && {cache: absolute(cache)}),
  }
}

/** The file that `extends` names. */
function extended(name: string, by: string, at: Location): string {
  const folder = path.dirname(by)
  if (/^\.{0,2}[/\\]/.test(name) || path.isAbsolute(name)) {
    const file = path.resolve(folder, name)
    if (isFile(file)) return file
    throw refusal(at, `Unexpected ${name}, expected a file: ${shownPath(file)} is not there`)
  }
  const found = inPackage(name, by)
  if (found !== undefined) return found
  const hint = isFile(path.resolve(folder, name))
    ? `./${name} for the file beside this one`
    : 'one that is installed, or ./FILE'
  throw refusal(at, `Unexpected package ${name}, expected ${hint}`)
}

/**
 * A file of a package, or its `unspun.config.*`, or its main file; looked for as Node does, upward from the file that
 * names it. Configurations are files, so what a package exports to programs does not matter.
 */
function inPackage(name: string, by: string): string | undefined {
  const {resolve} = createRequire(by)
  for (const modules of resolve.paths(name) ?? []) {
    const place = path.join(modules, name)
    const found = [place, ...CONFIG_NAMES.map((file) => path.join(place, file))].find(isFile)
    if (found !== undefined) return found
  }
  try {
    return resolve(name)
  } catch {
    return undefined
  }
}

const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile()
