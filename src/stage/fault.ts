/** What is said of a finding: *Unexpected X, expected Y*, then why. */
import type {VFile} from 'vfile'
import {type Finding, placesOf, type RuleId} from '../draft/index.js'
import type {RuleSet} from '../rules/rule.js'

/** What a rule finds, for whoever reads a finding of it. */
export interface Fault {
  readonly id: RuleId
  /** `{actual}` and `{expected}` are filled in. */
  readonly message: string
  readonly why: string
}

/** The finding's message, by its rule if that has one. */
export function messageOf(finding: Pick<Finding, 'actual' | 'expected'>, fault: Fault | undefined): string {
  const [expected] = finding.expected
  const said = fault?.message ?? (expected ? 'Unexpected `{actual}`, expected `{expected}`' : 'Unexpected `{actual}`')
  return said.replace('{actual}', () => shown(finding.actual)).replace('{expected}', () => shown(expected ?? ''))
}

const LONGEST_SHOWN = 60
/** What shows nothing, or passes for a plain space. */
const UNSEEN = /(?! )[\p{C}\p{Z}\p{Variation_Selector}\u115f\u1160\u2800\u3164\uffa0]/gu

/** On one line, with what cannot be seen written out, so that no document can steer a terminal. */
export function shown(text: string): string {
  const cut = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text
  return cut.replace(UNSEEN, (char) => {
    if (char === '\n') return '⏎'
    return `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  })
}

/** Everything known about rules, by id. */
export function catalogueOf(faults: Iterable<Fault>, rules?: RuleSet): ReadonlyMap<RuleId, Fault> {
  const catalogue = new Map<RuleId, Fault>()
  for (const fault of faults) catalogue.set(fault.id, fault)
  for (const rule of rules?.rules ?? []) catalogue.set(rule.id, rule)
  return catalogue
}

/** In a stranger's pipeline the stage itself says what it found. */
export function tellFile(file: VFile, findings: readonly Finding[], faults: readonly Fault[], rules?: RuleSet): void {
  if (findings.length === 0) return
  const catalogue = catalogueOf(faults, rules)
  const placeOf = placesOf(String(file))
  for (const finding of findings) {
    const [stage, name] = finding.rule.split('/')
    const fault = catalogue.get(finding.rule)
    const message = file.message(messageOf(finding, fault), {
      place: {start: placeOf(finding.start), end: placeOf(finding.end)},
      source: `unspun-${stage}`,
      ruleId: name ?? finding.rule,
    })
    message.actual = finding.actual
    message.expected = [...finding.expected]
    if (fault) message.note = fault.why
  }
}
