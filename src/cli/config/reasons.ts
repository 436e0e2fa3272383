/** What applies to a file and why: each setting with the place that decided it. */
import type {Configuration} from './configuration.js'
import {DEFAULTS} from './defaults.js'
import type {Location} from './faults.js'
import {isAdding, isMerged, type Layer} from './layers.js'

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
  for (const [key, value] of decisionsIn(DEFAULTS)) reasons.set(key, {key, value, origin: undefined})
  for (const layer of layers) addLayer(reasons, layer)
  return [...reasons.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

function addLayer(reasons: Map<string, Reason>, layer: Layer): void {
  for (const [key, value, path] of decisionsIn(layer.values)) {
    if (isAdding(key)) {
      // Numbered on from those of the layers below.
      for (const [i, item] of (value as unknown[]).entries()) {
        const count = [...reasons.keys()].filter((other) => other.startsWith(`${key}.`)).length
        reasons.set(`${key}.${count}`, {key: `${key}.${count}`, value: item, origin: originOf(layer, [...path, i])})
      }
      continue
    }
    // One word for a whole group takes the place of its points, and the points of the word.
    const [group] = path as [string]
    for (const other of reasons.keys()) {
      if (path.length === 1 ? other.startsWith(`${key}.`) : other === group) reasons.delete(other)
    }
    reasons.set(key, {key, value, origin: originOf(layer, path)})
  }
}

type Decision = readonly [key: string, value: unknown, path: readonly (string | number)[]]

/** The decisions of a layer: of a group, each of its entries. */
const decisionsIn = (config: object): Decision[] =>
  Object.entries(config).flatMap(([key, value]): Decision[] => {
    if (value === undefined) return []
    if (!isMerged(key, value)) return [[key, value, [key]]]
    return Object.entries(value).map(([name, inner]) => [`${key}.${name}`, inner, [key, name]])
  })

function originOf({source, at, extendedBy}: Layer, path: readonly (string | number)[]): Origin {
  const {file, line, column} = source.locate([...at, ...path], 'key')
  return {
    file,
    ...(line === undefined ? {} : {line}),
    ...(column === undefined ? {} : {column}),
    ...(typeof at[1] === 'number' ? {override: at[1]} : {}),
    extendedBy,
  }
}
