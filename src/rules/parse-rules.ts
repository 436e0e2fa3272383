/**
 * From a YAML file to rules, or to errors that say where and how to mend the line.
 *
 * The failsafe schema leaves every scalar text; what it cannot catch of what editors really type is looked for first.
 * One bad rule is set aside and the others of its file are kept.
 */
import * as v from 'valibot'
import {type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, visit} from 'yaml'
import type {RuleId} from '../draft/finding.js'
import {type Place, placesOf} from '../draft/place.js'
import {nearest} from '../matching/edit-distance.js'
import {ruleErrors} from './frame.js'
import {expandPattern, PatternError} from './pattern.js'
import {plainYaml} from './plain-yaml.js'
import {regexOf} from './regex.js'
import {type Rule, type RuleError, ruleSchema} from './rule.js'
import {typingFault} from './typing.js'

export interface ParsedRules {
  readonly rules: readonly Rule[]
  readonly refused: readonly RuleError[]
}

interface File {
  readonly path: string
  readonly text: string
  readonly stage: string
  /** These look through the text once, for all of its rules. */
  readonly placeOf: (offset: number) => Place
  readonly errorAt: (offset: number, message: string) => RuleError
}

/** A fault in one rule, at an offset of the file. */
class Fault extends Error {
  readonly offset: number
  constructor(offset: number, message: string) {
    super(message)
    this.offset = offset
  }
}

/** `stage` is the folder the file lies in: its rules' ids must begin with it. */
export function parseRules(path: string, text: string, stage: string): ParsedRules {
  const file = {path, text, stage, placeOf: placesOf(text), errorAt: ruleErrors(path, text)}
  const typed = typingFault(text, '[a-z_]+')
  if (typed) return {rules: [], refused: [file.errorAt(typed.offset, typed.message)]}
  const sound = soundRules(file)
  return sound ? {rules: sound, refused: []} : parsedRules(file)
}

/** All rules of a plain file without a fault; what a fault is and where is for the parser to say. */
function soundRules(file: File): readonly Rule[] | undefined {
  try {
    return plainYaml(file.text)?.map(({value, place}) => ruleFrom(file, value, {place, ...SOMEWHERE}))
  } catch (fault) {
    if (fault instanceof Fault) return undefined
    throw fault
  }
}

/** Of what is only known to be a fault. */
const SOMEWHERE: Omit<Where, 'place'> = {at: () => 0, misfit: () => new Fault(0, 'Unexpected entry')}

/** Rules and faults of any file. */
function parsedRules(file: File): ParsedRules {
  const {errorAt} = file
  const document = parseDocument(file.text, {schema: 'failsafe', lineCounter: new LineCounter()})
  const error = document.errors[0]
  if (error) {
    const message = error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')
    return {rules: [], refused: [errorAt(error.pos[0], `Unexpected YAML: ${message}`)]}
  }
  if (!isSeq(document.contents)) {
    return {rules: [], refused: [errorAt(0, 'Unexpected content, expected a list of rules: `- id: …`')]}
  }
  const rules: Rule[] = []
  const refused: RuleError[] = []
  document.contents.items.forEach((item, index) => {
    try {
      rules.push(ruleOf(file, document, item as Node, index))
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault
      refused.push(errorAt(fault.offset, fault.message))
    }
  })
  return {rules, refused}
}

/** Where a rule and what is in it stand. */
interface Where {
  readonly place: Place
  /** The offset of what stands below some keys and indexes. */
  at(...path: Array<string | number>): number
  /** What is said of an entry that is no rule by its schema. */
  misfit(issue: v.BaseIssue<unknown>): Fault
}

function ruleOf(file: File, document: Document, item: Node, index: number): Rule {
  const offset = item.range?.[0] ?? 0
  if (!isMap(item)) throw new Fault(offset, 'Unexpected entry, expected a rule: `id: …`, `message: …`, …')
  refuseTricks(file.text, item)
  return ruleFrom(file, writtenIn(item, document, offset), {
    place: file.placeOf(offset),
    at: (...path) => offsetAt(document, [index, ...path]) ?? offset,
    misfit: (issue) => schemaFault(document, index, issue, offset),
  })
}

/** What an alias cannot give: a text that begins with `*` is one, and a hundred of them may be billions of texts. */
function writtenIn(item: Node, document: Document, offset: number): unknown {
  try {
    return item.toJS(document)
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    throw new Fault(offset, `Unexpected alias, expected quotes around a text that begins with \`*\`: ${error.message}`)
  }
}

function ruleFrom({path, stage}: File, written: unknown, {place, at, misfit}: Where): Rule {
  const parsed = v.safeParse(ruleSchema, written)
  if (!parsed.success) throw misfit(parsed.issues[0])
  const rule = parsed.output
  if (!rule.id.startsWith(`${stage}/`)) {
    throw new Fault(at('id'), `Unexpected id \`${rule.id}\`, expected \`${stage}/…\` in this folder`)
  }
  refuseImpossible(rule, at)
  return {...rule, id: rule.id as RuleId, origin: {path, ...place}}
}

/** Tags, cut comments and escapes: valid YAML that hardly ever says what its author meant. */
function refuseTricks(text: string, item: Node): void {
  visit(item, {
    Scalar(_, scalar) {
      const start = scalar.range?.[0] ?? 0
      const end = scalar.range?.[1] ?? 0
      const written = text.slice(start, end)
      if (scalar.tag && scalar.tag !== 'tag:yaml.org,2002:str') {
        throw new Fault(start, `Unexpected tag, expected quotes around the text: '${written}'`)
      }
      const rest = /^[^\n]*/.exec(text.slice(end))![0]
      if (scalar.type === 'PLAIN' && /^\s+#/.test(rest)) {
        throw new Fault(end, `Unexpected \`#\` that cuts the text off, expected quotes: '${written}${rest}'`)
      }
      if (scalar.type === 'QUOTE_DOUBLE' && /\\[^"/nt\r\nu]/.test(written.replaceAll('\\\\', ''))) {
        throw new Fault(start, `Unexpected escape in double quotes, expected single quotes: '${written.slice(1, -1)}'`)
      }
    },
  })
}

function schemaFault(document: Document, index: number, issue: v.BaseIssue<unknown>, offset: number): Fault {
  const path = (issue.path ?? []).map((step) => step.key as string | number)
  const key = String(path.at(-1) ?? '')
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const parent = document.getIn([index, ...path.slice(0, -1)], true)
    const pair = isMap(parent) ? parent.items.find((p) => isScalar(p.key) && p.key.value === key) : undefined
    const near = nearest(key, Object.keys(ruleSchema.entries))
    const place = isNode(pair?.key) ? pair.key.range?.[0] : undefined
    return new Fault(
      place ?? offset,
      `Unexpected key \`${key}\`, expected ${near ? `\`${near}\`` : 'one of the keys that rules/README.md lists'}`,
    )
  }
  if (issue.type === 'strict_object') return new Fault(offset, `Unexpected rule without \`${key}\`, expected it`)
  const place = offsetAt(document, [index, ...path]) ?? offset
  return new Fault(
    place,
    `Unexpected ${issue.received} for \`${path.join('.')}\`, expected ${issue.type === 'regex' ? issue.message : (issue.expected ?? issue.message)}`,
  )
}

function offsetAt(document: Document, path: Array<string | number>): number | undefined {
  const node = document.getIn(path, true)
  return isNode(node) ? node.range?.[0] : undefined
}

/** What the schema cannot see: patterns that do not parse, rules that find nothing or everything, examples that miss. */
function refuseImpossible(
  rule: v.InferOutput<typeof ruleSchema>,
  at: (...path: Array<string | number>) => number,
): void {
  const isRegex = rule.regex !== undefined
  if (isRegex === (rule.find !== undefined))
    throw new Fault(at('id'), 'Unexpected rule, expected either `find` or `regex`')
  if (isRegex) refuseRegex(rule, at)
  for (const field of ['find', 'must_contain', 'not_after', 'not_before', 'not_inside'] as const) {
    for (const [i, pattern] of (rule[field] ?? []).entries()) {
      refusePattern(pattern, at(field, i), field === 'find' || field === 'must_contain')
    }
  }
  if (rule.expect === undefined && rule.cut === undefined && rule.safe) {
    throw new Fault(
      at('safe'),
      'Unexpected `safe: true`, expected `expect` or `cut` with it: this rule changes nothing',
    )
  }
  if (!rule.examples.some((example) => 'bad' in example)) {
    throw new Fault(at('examples'), 'Unexpected examples, expected at least one `bad` → `good`')
  }
  if (!rule.examples.some((example) => 'leave' in example)) {
    throw new Fault(
      at('examples'),
      'Unexpected examples, expected at least one `leave`: a text this rule must not touch',
    )
  }
}

function refusePattern(pattern: string, offset: number, isFirst: boolean): void {
  try {
    const phrases = expandPattern(pattern)
    if (isFirst && phrases.some((phrase) => /^[\ue000\ue001]/.test(phrase))) {
      throw new PatternError('Unexpected slot at the beginning, expected a word or mark before it', 0)
    }
  } catch (error) {
    if (error instanceof PatternError) throw new Fault(offset, `${error.message} (in \`${pattern}\`)`)
    throw error
  }
}

function refuseRegex(rule: v.InferOutput<typeof ruleSchema>, at: (...path: Array<string | number>) => number): void {
  if (!rule.must_contain)
    throw new Fault(at('regex'), 'Unexpected `regex` alone, expected `must_contain` with words it needs')
  if (rule.safe) throw new Fault(at('safe'), 'Unexpected `safe: true` for a regex, expected a measured `confidence`')
  try {
    regexOf(rule.regex!)
  } catch (error) {
    throw new Fault(at('regex'), `Unexpected regex, expected RE2 syntax (no look-around): ${(error as Error).message}`)
  }
}
