/** What applies to a file and why: each setting with the place that decided it. */
import type {Configuration} from './configuration.js'
import {DEFAULTS} from './defaults.js'
import type {Location} from './faults.js'
import {isAdding, isMerged, type Layer} from './layers.js'
import type {KeyPath} from './source.js'

/** Where a value was decided: a place in a file, or nowhere. */
export interface Origin extends Pick<Location, 'line' | 'column'> {
  readonly file: string
  /** The number of the override, from 0. */
  readonly override?: number
  /** The files by which this one was extended, the root last. */
  readonly extendedBy: readonly string[]
}

export interface Reason {
  /** `style`, `rules.residue/unfilled-slot`, `words.2`. */
  readonly key: string
  readonly value: unknown
  /** Undefined for what nobody decided. */
  readonly origin: Origin | undefined
}

/** Every setting for a file, or for those without overrides, in the order of names. */
export function reasonsFor(configuration: Configuration, file: string | undefined): Reason[] {
  const layers = file === undefined ? configuration.layers.filter(({isFor}) => !isFor) : configuration.layersFor(file)
  const reasons = new Map<string, Reason>()
  const counts = new Map<string, number>()
  for (const [key, value] of decisionsIn(DEFAULTS)) reasons.set(key, {key, value, origin: undefined})
  for (const layer of layers) addLayer(reasons, counts, layer)
  return [...reasons.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

function addLayer(reasons: Map<string, Reason>, counts: Map<string, number>, layer: Layer): void {
  const decide = (key: string, value: unknown, path: KeyPath): void => {
    reasons.set(key, {key, value, origin: originOf(layer, path)})
  }
  for (const [key, value, path] of decisionsIn(layer.values)) {
    if (isAdding(key)) {
      // Numbered on from those of the layers below.
      const count = counts.get(key) ?? 0
      for (const [i, item] of (value as unknown[]).entries()) decide(`${key}.${count + i}`, item, [key, i])
      counts.set(key, count + (value as unknown[]).length)
      continue
    }
    // One word for a whole group takes the place of its points, and the points of the word.
    for (const other of reasons.keys()) {
      if (path.length === 1 ? other.startsWith(`${key}.`) : other === path[0]) reasons.delete(other)
    }
    decide(key, value, path)
  }
}

type Decision = readonly [key: string, value: unknown, path: KeyPath]

/** The decisions of a layer: of a group, each of its entries. */
const decisionsIn = (config: object): Decision[] =>
  Object.entries(config).flatMap(([key, value]): Decision[] => {
    if (value === undefined) return []
    if (!isMerged(key, value)) return [[key, value, [key]]]
    return Object.entries(value).map(([name, inner]) => [`${key}.${name}`, inner, [key, name]])
  })

function originOf({source, at, extendedBy}: Layer, path: KeyPath): Origin {
  const {file, line, column} = source.locate([...at, ...path], 'key')
  return {
    file,
    ...(line === undefined ? {} : {line}),
    ...(column === undefined ? {} : {column}),
    ...(typeof at[1] === 'number' ? {override: at[1]} : {}),
    extendedBy,
  }
}
