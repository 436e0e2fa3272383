/**
 * A configuration is a pile of layers: what it extends, the file itself, its overrides. The later lies over the earlier,
 * key by key; rules, points of typography and choices of lint one by one; lists of additions add up.
 */
import type {Config} from './schema.js'
import type {KeyPath, Source} from './source.js'

export interface Layer {
  /** With absolute paths. */
  readonly values: Config
  readonly source: Source
  /** Where in its file the values are: at the top, or in one of its overrides. */
  readonly at: KeyPath
  /** The files that extend this one: the next first, the root last. */
  readonly extendedBy: readonly string[]
  /** The files that it is for, by their path from the root's folder; undefined for all. */
  readonly isFor?: (relativePath: string) => boolean
}

type Key = keyof Config

/** Lists that a team adds to, in whatever file: taking from them would need a word for it. */
const ADDING: readonly Key[] = ['words', 'glossary', 'lexicon', 'rulesFolders']
/** Where each entry is a decision of its own. */
const MERGED: readonly Key[] = ['rules', 'typography', 'lint']

export const isAdding = (key: string): boolean => (ADDING as readonly string[]).includes(key)
export const isMerged = (key: string, value: unknown): value is Readonly<Record<string, unknown>> =>
  (MERGED as readonly string[]).includes(key) && typeof value === 'object'

/** All layers as one. */
export function merged(layers: readonly Layer[]): Config {
  const config: Record<string, unknown> = {}
  for (const {values} of layers) {
    for (const [key, value] of Object.entries(values)) {
      if (value !== undefined) config[key] = combined(key, config[key], value)
    }
  }
  return config as Config
}

function combined(key: string, earlier: unknown, later: unknown): unknown {
  if (isAdding(key)) return [...((earlier as unknown[] | undefined) ?? []), ...(later as unknown[])]
  // A house that switched typography off and later decides one point has switched it on again.
  if (isMerged(key, earlier) && isMerged(key, later)) return {...earlier, ...later}
  return later
}
