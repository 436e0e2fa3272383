/** A project in a folder of its own, and its configuration read as commands read it. */
import {mkdirSync, mkdtempSync, realpathSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {Configuration} from '../../../src/cli/config/configuration.js'
import {ConfigError} from '../../../src/cli/config/faults.js'
import {readConfig} from '../../../src/cli/config.js'

/** A folder with these files; answers with the path of any of them. */
export function project(files: Readonly<Record<string, string>>): (name?: string) => string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'unspun-config-')))
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(file, content)
  }
  return (name = '.') => path.join(folder, name)
}

/** The configuration of a project whose root is this YAML. */
export const configured = (yaml: string, files: Readonly<Record<string, string>> = {}): Promise<Configuration> =>
  readConfig({file: project({'unspun.config.yaml': yaml, ...files})('unspun.config.yaml')})

/** What is said of a configuration that is refused: the text as printed, and the faults. */
export async function refusal(read: Promise<unknown>): Promise<ConfigError> {
  const error = await read.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ConfigError)) throw new Error(`Unexpected ${error}, expected a ConfigError`)
  return error
}

/** Faults without their files: `3:5 message`. */
export const said = ({faults}: ConfigError): string[] =>
  faults.map(({line, column, message}) => (line === undefined ? message : `${line}:${column} ${message}`))
