/** What applies to which file: the layers of a configuration that match it, as one. */
import path from 'node:path'
import {nearest} from '../../matching/edit-distance.js'
import {ConfigError, type ConfigFault, fault} from './faults.js'
import type {Matches} from './globs.js'
import {type Layer, merged} from './layers.js'
import {isRuleId} from './rule-names.js'
import type {Config} from './schema.js'

/** What holds for a file, and for every other one with the same key: they can share a linter. */
export interface Settings {
  /** The same for equal settings, also in another process. */
  readonly key: string
  readonly config: Config
}

interface Parts {
  /** The root; undefined where there is no configuration. */
  readonly file: string | undefined
  /** Every file that was read. */
  readonly files: readonly string[]
  readonly layers: readonly Layer[]
  /** Undefined where nothing is ignored. */
  readonly isIgnored: Matches | undefined
}

export class Configuration {
  readonly file: string | undefined
  readonly files: readonly string[]
  readonly layers: readonly Layer[]
  /** What holds for the run, and for files without an override. */
  readonly base: Config
  readonly #folder: string
  readonly #isIgnored: Matches | undefined
  readonly #hasOverrides: boolean
  /** By which of the layers match. */
  readonly #settings = new Map<string, Settings>()

  constructor({file, files, layers, isIgnored}: Parts) {
    this.file = file
    this.files = files
    this.layers = layers
    this.#isIgnored = isIgnored
    this.#hasOverrides = layers.some(({isFor}) => isFor)
    this.#folder = file === undefined ? process.cwd() : path.dirname(file)
    this.base = merged(layers.filter(({isFor}) => !isFor))
  }

  /** The layers that apply to a file, lowest first. A path is meant from the working folder. */
  layersFor(file: string): readonly Layer[] {
    if (!this.#hasOverrides) return this.layers
    const relative = this.#relative(file)
    return this.layers.filter(({isFor}) => !isFor || isFor(relative))
  }

  /** What applies to a file. Files that match the same overrides get the same object. */
  settingsFor(file: string): Settings {
    const layers = this.layersFor(file)
    const which = layers.map((layer) => this.layers.indexOf(layer)).join(' ')
    const settings = this.#settings.get(which) ?? settingsOf(merged(layers))
    this.#settings.set(which, settings)
    return settings
  }

  /** Whether a file is never to be linted. */
  isIgnored(file: string): boolean {
    return this.#isIgnored?.(this.#relative(file)) ?? false
  }

  /** Whether any single rule is named, so that the rules must be known to check it. */
  get namesRules(): boolean {
    return this.layers.some((layer) => rulesOf(layer).length > 0)
  }

  /**
   * Refuses ids of rules that there are not. Asked when the rule set has been read, before any document.
   *
   * @throws ConfigError with every such id, its place and the nearest that there is.
   */
  refuseUnknownRules(known: Iterable<string>): void {
    const named = this.layers.flatMap((layer) => rulesOf(layer).map((id) => ({layer, id})))
    if (named.length === 0) return
    const ids = [...known]
    const faults = named
      .filter(({id}) => !ids.includes(id))
      .map(
        ({layer: {source, at}, id}): ConfigFault => fault(source.locate([...at, 'rules', id], 'key'), strange(id, ids)),
      )
    if (faults.length > 0) throw new ConfigError(faults)
  }

  #relative(file: string): string {
    return path.relative(this.#folder, path.resolve(file)).split(path.sep).join('/')
  }
}

const rulesOf = ({values}: Layer): string[] => Object.keys(values.rules ?? {}).filter(isRuleId)

function strange(id: string, known: readonly string[]): string {
  const near = nearest(id, known)
  return `Unexpected rule ${id}, expected ${near ?? 'one that unspun rules list shows'}`
}

const settingsOf = (config: Config): Settings => ({key: JSON.stringify(sorted(config)), config})

/** With keys in one order, so that equal settings have equal keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
