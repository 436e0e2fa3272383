/**
 * The configuration of a run: one file, found upward, with what it extends.
 *
 * A run without a file pays for the search alone: everything that reads and checks files is loaded with the first one.
 */
import {existsSync, statSync} from 'node:fs'
import path from 'node:path'
import {Configuration} from './config/configuration.js'
import {CONFIG_NAMES} from './config/file-names.js'

/** Where to begin: at a file that was named, or in a folder and upward from there. */
export interface ConfigPlace {
  /** Default: the working folder. */
  readonly from?: string | undefined
  readonly file?: string | undefined
}

const found = new Map<string, Promise<Configuration>>()
const opened = new Map<string, Promise<Configuration>>()

/**
 * The configuration for a folder, read once; an empty one when there is no file.
 *
 * @throws ConfigError for a file that cannot be read or holds what no configuration may.
 */
export function readConfig({from = process.cwd(), file}: ConfigPlace = {}): Promise<Configuration> {
  if (file !== undefined) return open(path.resolve(file))
  const folder = path.resolve(from)
  const known = found.get(folder) ?? search(folder)
  found.set(folder, known)
  return known
}

/** Forgets what was read: for whoever runs on while files change. */
export function forgetConfigs(): void {
  found.clear()
  opened.clear()
}

async function search(folder: string): Promise<Configuration> {
  for (let at = folder; ; at = path.dirname(at)) {
    const file = CONFIG_NAMES.map((name) => path.join(at, name)).find(isFile)
    if (file !== undefined) return open(file)
    if (at === path.dirname(at)) return EMPTY
  }
}

const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile()

const EMPTY = new Configuration({file: undefined, files: [], layers: [], isIgnored: undefined})

function open(file: string): Promise<Configuration> {
  const known = opened.get(file) ?? read(file)
  opened.set(file, known)
  return known
}

async function read(file: string): Promise<Configuration> {
  const {pileOf} = await import('./config/extend.js')
  const {matcherOf} = await import('./config/globs.js')
  const {layers, ignores, files} = await pileOf(file)
  return new Configuration({file, files, layers, isIgnored: ignores.length > 0 ? matcherOf(ignores) : undefined})
}
