/** What is wrong with the directives of a document. They are no findings of a stage: nobody can turn them down. */
import type {Cleaned, CleanOptions} from '../../clean.js'
import type {Directive} from '../../control/directive.js'
import type {Directives, Unused} from '../../control/directives.js'
import type {RuleId, Span} from '../../draft/index.js'
import {nearest} from '../../matching/edit-distance.js'
import {type Fault, messageOf} from '../../stage/fault.js'
import {settingOf} from '../../stage/policy.js'
import {LINT_FAULTS} from '../faults.js'

/** Coordinates: the file, that is of a page its HTML. */
export interface ControlFinding extends Span {
  readonly rule: RuleId
  readonly actual: string
  /** Empty, or the one thing that may have been meant. */
  readonly expected: readonly string[]
  readonly message: string
  readonly advice: string
}

/** What the findings of a document were looked for with. */
export interface Search {
  readonly catalogue: ReadonlyMap<RuleId, Fault>
  readonly options: Pick<CleanOptions, 'stages' | 'rules'>
}

/**
 * In no particular order; to be asked when the document has been gone through. No directive turns them down, but whoever
 * configures the run may switch off a rule of lint as any other.
 */
export function controlFindings({directives, html, source}: Cleaned, {catalogue, options}: Search): ControlFinding[] {
  if (!directives || directives.isOff) return []
  const file = html ?? source
  const names = namesIn(catalogue)
  const known = new Set(names)
  const findings = [
    ...directives.mistakes.map((mistaken) => unknownDirective(mistaken, file)),
    ...directives.all.flatMap((directive) => unknownRules(directive, file, names, known)),
    ...directives.all.filter(({reason}) => reason === undefined).map((directive) => missingReason(directive, file)),
    ...directives
      .unused()
      .filter(({rule}) => wasAsked(rule, options) && (rule === undefined || known.has(rule)))
      .map((unused) => unusedIgnore(unused, file)),
  ]
  return findings.filter(({rule}) => settingOf(options.rules ?? {}, rule) !== 'off')
}

/** Whether a rule or stage was looked for, or all of them: of others nobody knows whether they are there. */
function wasAsked(name: string | undefined, {stages, rules = {}}: Search['options']): boolean {
  if (name === undefined) return stages === undefined
  const stage = name.split('/')[0]!
  return settingOf(rules, name as RuleId) !== 'off' && (stages?.some((chosen) => chosen === stage) ?? true)
}

/** Rules, and the stages they belong to; those of lint itself cannot be turned down. */
function namesIn(catalogue: Search['catalogue']): string[] {
  const rules = [...catalogue.keys()].filter((rule) => !rule.startsWith('lint/'))
  return [...new Set(rules.flatMap((rule) => [rule, rule.slice(0, rule.indexOf('/'))]))]
}

function unknownDirective(mistaken: Directives['mistakes'][number], file: string): ControlFinding {
  const finding = at(
    mistaken,
    file,
    LINT_FAULTS.unknownDirective,
    'Correct it, or begin the comment with another word.',
  )
  return {...finding, message: `${finding.message}: ${mistaken.mistake}`}
}

function unknownRules(
  directive: Directive,
  file: string,
  names: readonly string[],
  known: ReadonlySet<string>,
): ControlFinding[] {
  return directive.rules
    .filter((rule) => !known.has(rule))
    .map((rule) => {
      const meant = nearest(rule, names)
      const advice =
        meant === undefined ? '`unspun rules list` names all of them.' : `Write «${meant}», if that is meant.`
      return {
        ...at(placeOf(rule, directive, file), file, LINT_FAULTS.unknownRule, advice),
        expected: meant ? [meant] : [],
      }
    })
}

const missingReason = (directive: Directive, file: string): ControlFinding =>
  at(directive, file, LINT_FAULTS.missingReason, 'Say why the text is right as it stands: `: a quotation`.')

function unusedIgnore({directive, rule}: Unused, file: string): ControlFinding {
  const span = rule === undefined ? directive : placeOf(rule, directive, file)
  return at(
    span,
    file,
    LINT_FAULTS.unusedIgnore,
    rule === undefined ? 'Remove the directive.' : `Remove «${rule}» from it.`,
  )
}

function at({start, end}: Span, file: string, fault: Fault, advice: string): ControlFinding {
  const finding = {rule: fault.id, start, end, actual: file.slice(start, end), expected: []}
  return {...finding, message: messageOf(finding, fault), advice}
}

const PHRASE = /"(?:[^"\\]|\\.)*"/g

/** Where a directive names a rule: after its phrase, and not as a part of another name. */
function placeOf(rule: string, {verb, start, end, phrase}: Directive, file: string): Span {
  PHRASE.lastIndex = start
  const from = phrase !== undefined && PHRASE.test(file) ? PHRASE.lastIndex : start
  const limit = verb === 'front-matter' ? file.length : end
  for (let i = file.indexOf(rule, from); i >= 0 && i < limit; i = file.indexOf(rule, i + 1)) {
    const isWhole = !NAME.test(file[i - 1] ?? '') && !NAME.test(file[i + rule.length] ?? '')
    if (isWhole) return {start: i, end: i + rule.length}
  }
  return {start, end}
}

const NAME = /[\w/-]/
