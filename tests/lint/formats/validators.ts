/** What reads each format: its published schema, its parser, or its rules. Each answers with what is wrong. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {rdformatSchema} from '@umbrelladocs/rdformat-validator'
import {Ajv, type ValidateFunction} from 'ajv'
import {Ajv2020} from 'ajv/dist/2020.js'
import Ajv4 from 'ajv-draft-04'
import {validateXML} from 'xmllint-wasm'
import type {FormatName} from '../../../src/lint/formats/index.js'
import {parseCommands} from './workflow-commands.js'

const resolve = createRequire(import.meta.url).resolve
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'))

const faultsOf = (isValid: ValidateFunction, value: unknown): string[] =>
  isValid(value) ? [] : isValid.errors!.map(({instancePath, message}) => `${instancePath} ${message}`)

const lint = new Ajv2020({allErrors: true, strict: false}).compile(
  readJson(path.join(import.meta.dirname, '../../../src/lint/lint.schema.json')),
)
/** The schema of OASIS as Microsoft's package brings it along; its formats are checked by patterns of their own. */
const sarif = new Ajv4({
  strict: false,
  // One of its patterns is none with the flag u.
  unicodeRegExp: false,
  formats: {
    uri: /^[a-z][a-z0-9+.-]*:[!#$%&'()*+,./:;=?@[\]\w~-]*$/i,
    'uri-reference': /^(?:[!#$&'()*+,./:;=?@[\]\w~-]|%[0-9A-F]{2})*$/i,
    'date-time': true,
  },
}).compile(readJson(path.join(path.dirname(resolve('@microsoft/jest-sarif')), 'schemas/sarif-2.1.0-rtm.5.json')))
const diagnostic = new Ajv({strict: false}).compile(rdformatSchema)
const quality = new Ajv({strict: false}).compile(readJson(path.join(import.meta.dirname, 'gitlab.schema.json')))

/** Ant's schema by Windy Road (Apache-2.0), as a reporter's package brings it along. */
const JUNIT = readFileSync(
  path.join(path.dirname(resolve('jest-junit-reporter/package.json')), 'src/__tests__/fixtures/junit.xsd'),
  'utf8',
)
const CHECKSTYLE = readFileSync(path.join(import.meta.dirname, 'checkstyle.xsd'), 'utf8')

async function xmlFaults(xml: string, schema: string): Promise<string[]> {
  const {errors} = await validateXML({xml, schema, maxMemoryPages: 8192})
  return errors.map(({rawMessage}) => rawMessage)
}

const lines = (text: string): string[] => text.split('\n').slice(0, -1)

/** A JSON text on lines of its own, in which nothing can steer a terminal. */
function parsed(text: string): unknown {
  if (/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u.test(text)) throw new Error('a control character in JSON')
  return JSON.parse(text)
}

export const VALIDATORS: Readonly<
  Record<Exclude<FormatName, 'stylish' | 'diff'>, (text: string) => Promise<string[]>>
> = {
  json: async (text) => faultsOf(lint, parsed(text)),
  jsonl: async (text) => lines(text).flatMap((line) => faultsOf(lint, parsed(line))),
  sarif: async (text) => faultsOf(sarif, parsed(text)),
  junit: (text) => xmlFaults(text, JUNIT),
  checkstyle: (text) => xmlFaults(text, CHECKSTYLE),
  github: async (text) => parseCommands(text).flatMap(({fault}) => fault ?? []),
  gitlab: async (text) => faultsOf(quality, parsed(text)),
  rdjson: async (text) => faultsOf(diagnostic, parsed(text)),
  rdjsonl: async (text) => lines(text).flatMap((line) => faultsOf(diagnostic, parsed(line))),
}
