/**
 * One configuration file, opened: its values, and where each of them stands.
 *
 * The heavy readers are loaded when a file needs them: `yaml` for YAML and for the places of JSON, `jiti` for programs.
 */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {Document, Node, Pair} from 'yaml'
import {placesOf} from '../../draft/place.js'
import {frameOf, ruleError} from '../../rules/frame.js'
import {typingFault} from '../../rules/typing.js'
import {ConfigError, fault, type Location} from './faults.js'

/** The steps to a value: keys and indexes. */
export type KeyPath = readonly (string | number)[]

/** A file with its values, which nobody has looked at yet. */
export interface Source {
  readonly file: string
  readonly value: unknown
  /** Where the key of a value stands (the item, in a list), or the value itself; the file alone for a program. */
  locate(path: KeyPath, part: 'key' | 'value'): Location
}

/**
 * Reads a file by its extension.
 *
 * @throws ConfigError for one that cannot be read or does not parse.
 */
export async function openSource(file: string): Promise<Source> {
  const text = textOf(file)
  if (/\.[mc]?[jt]s$/.test(file)) return {file, value: await resultOf(file, text), locate: () => ({file})}
  const plain = file.endsWith('.json') ? plainJson(text) : undefined
  if (plain !== undefined) return located(file, text, plain)
  loaded ??= await import('yaml')
  const document = parsed(file, text)
  return located(file, text, plainValue(file, document), document)
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigError([fault({file}, `cannot be read: ${(error as Error).message}`)])
  }
}

/** What a program exports. Transpiled each time it is asked for: what Node has imported it never reads again. */
async function resultOf(file: string, text: string): Promise<unknown> {
  const {createJiti} = await import('jiti')
  const jiti = createJiti(file, {moduleCache: false})
  try {
    const exported = await jiti.evalModule(text, {filename: file, async: true, forceTranspile: true})
    return (exported as {default?: unknown}).default ?? exported
  } catch (error) {
    throw new ConfigError([fault({file}, `cannot be run: ${(error as Error).message}`)])
  }
}

/**
 * JSON without a fault, which needs no parser that knows places; undefined for what has one. A key that stands twice is a
 * fault, and `JSON.parse` keeps silent about it: then fewer keys come out than were written.
 */
function plainJson(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const strings = [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)]
  return strings.filter(([, colon]) => colon).length === keyCount(value) ? value : undefined
}

function keyCount(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) ? 0 : Object.keys(value).length
  return Object.values(value).reduce((sum: number, inner) => sum + keyCount(inner), own)
}

type Yaml = typeof import('yaml')
let loaded: Yaml | undefined
/** A place in JSON is asked for in the middle of a sentence, where nothing can be waited for. */
const yaml = (): Yaml => {
  loaded ??= createRequire(import.meta.url)('yaml') as Yaml
  return loaded
}

/** Keys as they are written in these files: names, and ids of rules. */
const KEYS = '[$a-zA-Z][a-zA-Z]*|[a-z]+/[a-z0-9-]+'

/** YAML reads JSON, too, and says where it is wrong. */
function parsed(file: string, text: string): Document {
  const typed = typingFault(text, KEYS)
  if (typed) throw new ConfigError([faultAt(file, text, typed.offset, typed.message)])
  let document: Document
  try {
    document = yaml().parseDocument(text)
  } catch (error) {
    // Brackets in brackets, deeper than the parser can follow.
    throw new ConfigError([fault({file}, `cannot be read: ${(error as Error).message}`)])
  }
  if (document.errors.length > 0) {
    throw new ConfigError(document.errors.map(({pos, message}) => faultAt(file, text, pos[0], plainly(message))))
  }
  return document
}

const plainly = (message: string): string =>
  `Unexpected YAML: ${message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')}`

/** Aliases that would grow into more than memory holds are refused by the parser. */
function plainValue(file: string, document: Document): unknown {
  try {
    return document.toJS()
  } catch (error) {
    throw new ConfigError([fault({file}, `cannot be read: ${(error as Error).message}`)])
  }
}

const faultAt = (file: string, text: string, offset: number, message: string) => {
  const {line, column, frame} = ruleError(file, text, offset, message)
  return fault({file, line, column, frame}, message)
}

function located(file: string, text: string, value: unknown, document?: Document): Source {
  let known = document
  const placeOf = placesOf(text)
  return {
    file,
    value,
    locate(path, part) {
      known ??= yaml().parseDocument(text)
      const {line, column} = placeOf(offsetIn(known, path, part) ?? 0)
      return {
        file,
        line,
        column,
        get frame() {
          return frameOf(text, line, column)
        },
      }
    },
  }
}

/** Where a key or value begins; the nearest thing around it that there is. */
function offsetIn(document: Document, path: KeyPath, part: 'key' | 'value'): number | undefined {
  const {isMap, isNode, isScalar} = yaml()
  if (path.length > 0 && part === 'key') {
    const parent = document.getIn(path.slice(0, -1), true)
    const isOfPair = (pair: Pair): boolean => isScalar(pair.key) && String(pair.key.value) === String(path.at(-1))
    const pair = isMap(parent) ? parent.items.find(isOfPair) : undefined
    if (isNode(pair?.key)) return pair.key.range?.[0]
  }
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true)
  if (isNode(node)) return (node as Node).range?.[0]
  return path.length === 0 ? undefined : offsetIn(document, path.slice(0, -1), part)
}
