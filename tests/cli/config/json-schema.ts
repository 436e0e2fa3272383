/** The JSON Schema of configurations, made from the schema that validates them; `write-schema.ts` puts it into its file. */
import path from 'node:path'
import {toJsonSchema} from '@valibot/to-json-schema'
import {configSchema} from '../../../src/cli/config/schema.js'

export const SCHEMA_FILE = path.resolve(import.meta.dirname, '../../../src/cli/config.schema.json')

const isRegex = (action: {type: string}): action is {type: string; requirement: RegExp} => action.type === 'regex'

/** As it is written: what a check in code refuses, an editor cannot know. */
export function configJsonSchema(): string {
  const {$schema, ...schema} = toJsonSchema(configSchema, {
    typeMode: 'input',
    ignoreActions: ['check'],
    // Patterns of JSON Schema are read as Unicode, so the flag need not be said.
    overrideAction: ({valibotAction: action, jsonSchema}) =>
      isRegex(action) ? {...jsonSchema, pattern: action.requirement.source} : undefined,
  })
  const named = {$schema, title: 'Configuration of unspun', description: 'unspun.config.{json,yaml,js,ts}', ...schema}
  return `${JSON.stringify(named, null, 2)}\n`
}
