/** From what a file holds to a configuration, or to everything that is wrong with it. */
import * as v from 'valibot'
import {nearest} from '../../matching/edit-distance.js'
import {TYPOGRAPHY_CHOICES} from '../../stages/terms/typography/options.js'
import {type ConfigFault, fault, innermost, isMissingKey, isUnknownKey, messageFor, stepsTo} from './faults.js'
import {RULE_PREFIXES} from './rule-names.js'
import {configSchema, type WrittenConfig} from './schema.js'
import type {KeyPath, Source} from './source.js'

/** An unknown key hides those after it from valibot; so many are looked for. */
const MOST_PASSES = 20

/** The configuration in a file, or its faults in the order of the file. An empty file says nothing. */
export function validated(source: Source): {readonly config: WrittenConfig} | {readonly faults: ConfigFault[]} {
  const value = source.value ?? {}
  if (typeof value !== 'object' || Array.isArray(value)) {
    return {
      faults: [fault(source.locate([], 'value'), 'Unexpected configuration, expected keys with values: `style: …`')],
    }
  }
  const parsed = v.safeParse(configSchema, value)
  const wrongRules = ruleFaults(source, value)
  if (parsed.success && wrongRules.length === 0) return {config: parsed.output}
  return {faults: inOrder([...schemaFaults(source, value), ...wrongRules])}
}

const inOrder = (faults: ConfigFault[]): ConfigFault[] =>
  faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))

function schemaFaults(source: Source, value: unknown): ConfigFault[] {
  const faults = new Map<string, ConfigFault>()
  const meant = new Set<string>()
  let rest = value
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const issues = (v.safeParse(configSchema, rest).issues ?? []).flatMap(innermost)
    const unknown = issues.filter(isUnknownKey).map(stepsTo)
    for (const steps of unknown) meant.add(meantBy(steps).join('.'))
    for (const issue of issues) {
      const steps = stepsTo(issue)
      if (isMissingKey(issue) && meant.has(steps.join('.'))) continue
      const message = messageFor(issue, knownBeside(steps))
      const place = source.locate(steps, isUnknownKey(issue) ? 'key' : 'value')
      if (!faults.has(message)) faults.set(message, fault(place, message))
    }
    if (unknown.length === 0) break
    rest = unknown.reduce(withoutKey, rest)
  }
  return [...faults.values()]
}

/** The key that an unknown one is a slip of: it is not missing, too. */
const meantBy = (steps: KeyPath): KeyPath => [
  ...steps.slice(0, -1),
  nearest(String(steps.at(-1)), knownBeside(steps)) ?? '',
]

/** A copy without one key, however deep it lies. */
function withoutKey(value: unknown, [step, ...deeper]: KeyPath): unknown {
  if (typeof value !== 'object' || value === null || step === undefined) return value
  if (Array.isArray(value)) return value.map((item, i) => (i === step ? withoutKey(item, deeper) : item))
  const entries = Object.entries(value)
  const kept = deeper.length === 0 ? entries.filter(([key]) => key !== step) : entries
  return Object.fromEntries(kept.map(([key, inner]) => [key, key === step ? withoutKey(inner, deeper) : inner]))
}

/** The keys that may stand beside an unknown one. */
function knownBeside(steps: KeyPath): readonly string[] {
  const {lint, overrides, glossary, lexicon} = configSchema.entries
  const parent = steps.findLast((step, i) => typeof step === 'string' && i < steps.length - 1)
  switch (parent) {
    case 'typography':
      return Object.keys(TYPOGRAPHY_CHOICES)
    case 'lint':
      return Object.keys(lint.wrapped.pipe[0].entries)
    case 'overrides':
      return Object.keys(overrides.wrapped.pipe[0].item.entries)
    case 'glossary':
      return Object.keys(glossary.wrapped.pipe[0].item.options[1].entries)
    case 'lexicon':
      return Object.keys(lexicon.wrapped.pipe[0].item.options[1].entries)
    default:
      return Object.keys(configSchema.entries)
  }
}

/**
 * Keys of `rules` that no stage can have. Read off the file: a validator drops `__proto__` without a word.
 */
function ruleFaults(source: Source, value: unknown): ConfigFault[] {
  const overrides = ownValue(value, 'overrides')
  const places: KeyPath[] = [
    ['rules'],
    ...(Array.isArray(overrides) ? overrides.map((_, i) => ['overrides', i, 'rules']) : []),
  ]
  return places.flatMap((path) => {
    const rules = path.reduce<unknown>(ownValue, value)
    if (typeof rules !== 'object' || rules === null) return []
    return Object.keys(rules)
      .filter((name) => !RULE_PREFIXES.includes(name.split('/')[0]!))
      .map((name) => fault(source.locate([...path, name], 'key'), strangePrefix(name)))
  })
}

const ownValue = (value: unknown, step: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as never)[step] : undefined

function strangePrefix(name: string): string {
  const [stage = '', ...rest] = name.split('/')
  const near = nearest(stage, RULE_PREFIXES)
  const expected = near === undefined ? `stage/name with one of ${RULE_PREFIXES.join(', ')}` : [near, ...rest].join('/')
  return `Unexpected rule ${name}, expected ${expected}`
}
