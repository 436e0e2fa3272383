/** What is wrong with a configuration: all of it at once, each fault with its place and a way to mend it. */
import path from 'node:path'
import type * as v from 'valibot'
import {nearest} from '../../matching/edit-distance.js'
import type {RuleError} from '../../rules/rule.js'
import {visible} from '../../stage/visible.js'
import {UsageError} from '../../usage-error.js'

/** Where in a configuration something stands: of a program only its file is known. */
export interface Location {
  readonly file: string
  /** From 1, in UTF-16 code units. */
  readonly line?: number
  readonly column?: number
  /** The lines around the place, with a mark under it. */
  readonly frame?: string
}

export interface ConfigFault extends Location {
  readonly message: string
}

/** More faults than this are one mistake made many times. */
const MOST_FAULTS = 10

/** A configuration that nothing can be run with. */
export class ConfigError extends UsageError {
  /** Every fault that was found, for an editor to show in place. */
  readonly faults: readonly ConfigFault[]

  constructor(faults: readonly ConfigFault[]) {
    const rest = faults.length - MOST_FAULTS
    const told = faults.slice(0, MOST_FAULTS).map(textOf)
    super([...told, ...(rest > 0 ? [`… and ${rest} more`] : [])].join('\n'))
    this.faults = faults
  }
}

export const fault = (location: Location, message: string): ConfigFault => {
  const {file, line, column} = location
  const place = {file, ...(line !== undefined && {line}), ...(column !== undefined && {column}), message}
  // Drawn for the few that are shown: a file may hold a hundred thousand faults.
  return Object.defineProperty(place, 'frame', {get: () => location.frame, enumerable: true})
}

/** A row of a table that a configuration names. */
export const tableFault = ({path: file, line, column, frame, message}: RuleError): ConfigFault => ({
  file,
  line,
  column,
  frame,
  message,
})

/** Relative to the working folder where that is shorter, with forward slashes. */
export function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file)
  const isBelow = relative !== '' && !relative.startsWith('..')
  return (isBelow ? relative : file).split(path.sep).join('/')
}

/** A place as it is printed: `unspun.config.yaml:3:5`. */
export const shownPlace = ({file, line, column}: Location): string =>
  [visible(shownPath(file)), line, column].filter((part) => part !== undefined).join(':')

function textOf({message, frame, ...location}: ConfigFault): string {
  const said = `${shownPlace(location)} ${visible(message)}`
  return frame === undefined ? said : `${said}\n${frame.split('\n').map(visible).join('\n')}`
}

type Issue = v.BaseIssue<unknown>
type Step = string | number

/** The steps from the top of a file to what an issue speaks of. */
export const stepsTo = (issue: Issue): Step[] => (issue.path ?? []).map(({key}) => key as Step)

export const isUnknownKey = (issue: Issue): boolean => issue.type === 'strict_object' && issue.expected === 'never'

export const isMissingKey = (issue: Issue): boolean => issue.type === 'strict_object' && issue.received === 'undefined'

/**
 * Of a value that may be one of several kinds, what is wrong with it as the kind that fits best: the one whose fault lies
 * deepest, for `{trem: 内卷}` is a term with a wrong key and not a file name.
 */
export function innermost(issue: Issue): readonly Issue[] {
  if (issue.type !== 'union' || !issue.issues) return [issue]
  const deepest = Math.max(...issue.issues.map((inner) => inner.path?.length ?? 0))
  if (deepest === 0) return [issue]
  const prefix = issue.path ?? []
  return issue.issues
    .filter((inner) => inner.path?.length === deepest)
    .map((inner) => ({...inner, path: [...prefix, ...inner.path!]}) as Issue)
    .flatMap(innermost)
}

/** What to say of an issue; `known` are the keys that may stand where it is. */
export function messageFor(issue: Issue, known: readonly string[]): string {
  const steps = stepsTo(issue)
  const name = steps.join('.')
  if (isUnknownKey(issue)) {
    const near = nearest(String(steps.at(-1)), known)
    return `Unexpected key ${name}, expected ${near ?? `one of ${known.join(', ')}`}`
  }
  if (isMissingKey(issue)) {
    return `Unexpected ${steps.slice(0, -1).join('.') || 'configuration'} without ${steps.at(-1)}, expected it`
  }
  return `Unexpected ${issue.received} for ${name || 'the configuration'}, expected ${expectation(issue)}`
}

/** Kinds of issue whose messages stand in the schema and say what was expected. */
const OURS: ReadonlySet<string> = new Set(['regex', 'non_empty', 'check'])

/** Of many choices the one that was meant, if it can be told. */
function expectation(issue: Issue): string {
  if (OURS.has(issue.type)) return issue.message
  const choices = Array.from((issue.expected ?? '').matchAll(/"([^"]+)"/g), ([, choice]) => choice!)
  const near = typeof issue.input === 'string' ? nearest(issue.input, choices) : undefined
  if (near !== undefined) return `"${near}"`
  const alternatives = (issue.expected ?? 'Object').replace(/^\((.*)\)$/, '$1').split(' | ')
  const named = alternatives.map((one) => ({Object: 'an object', Array: 'a list', string: 'a text'})[one] ?? one)
  return named.length > 2 ? `one of ${named.join(', ')}` : named.join(' or ')
}
