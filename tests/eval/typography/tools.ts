/** Ours and the peers, each from a text to a text. Peers are measured where they are installed. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {type CleanOptions, createCleaner} from '../../../src/index.js'
import {PACKAGES} from './texts.js'

export interface Tool {
  readonly name: string
  readonly run: (text: string) => string
}

const cleanedBy = (options: CleanOptions): ((text: string) => string) => {
  const cleaner = createCleaner({stages: ['identify', 'terms'], style: 'none', ...options})
  return (text) => cleaner(text).report.text
}

/** As installed, and with the one disputed point that the peers decide without being asked. */
export const OURS: readonly Tool[] = [
  {name: 'unspun', run: cleanedBy({})},
  {name: 'unspun, spacing: add', run: cleanedBy({typography: {spacing: 'add'}})},
]

interface Peer {
  readonly package: string
  readonly from: (module: never) => (text: string) => string
}

const PEERS: readonly Peer[] = [
  {package: 'autocorrect-node', from: (module: {format: Tool['run']}) => module.format},
  {
    package: 'pangu',
    from: (module: {default: {spacingText: Tool['run']}}) => (text) => module.default.spacingText(text),
  },
  {
    package: 'zhlint',
    from: (module: {run: (text: string, options: object) => {result: string}}) => (text) =>
      quietly(text, () => module.run(text, {rules: {preset: 'default'}}).result),
  },
]

/** The peers that are installed, and the names of the others. */
export async function peers(): Promise<{tools: readonly Tool[]; missing: readonly string[]}> {
  const tools: Tool[] = []
  const missing: string[] = []
  for (const {package: name, from} of PEERS) {
    try {
      const module = (await import(name)) as never
      tools.push({name: `${name} ${versionOf(name)}`, run: from(module)})
    } catch {
      missing.push(name)
    }
  }
  return {tools, missing}
}

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(path.join(PACKAGES, name, 'package.json'), 'utf8')) as {version: string}).version

/** Without the warnings that it prints; where it throws, the text stays as it was. */
function quietly(text: string, run: () => string): string {
  const {error, warn, log} = console
  Object.assign(console, {error: () => {}, warn: () => {}, log: () => {}})
  try {
    return run()
  } catch {
    return text
  } finally {
    Object.assign(console, {error, warn, log})
  }
}
