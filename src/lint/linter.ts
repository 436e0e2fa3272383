/** One document in, its findings out: what the command line, its threads and the language server share. */
import dictionary from 'dictionary-en'
import british from 'dictionary-en-gb'
import {withAdditions} from '../additions.js'
import {type Cleaned, type CleanOptions, createCleaner, type DocumentFacts, LANGUAGE_MODEL} from '../clean.js'
import type {RuleId} from '../draft/index.js'
import {ruleSetOf} from '../rule-set.js'
import {type RuleError, type RuleSet, rulesOf, type Table} from '../rules/rule.js'
import type {Fault} from '../stage/fault.js'
import {settingOf} from '../stage/policy.js'
import {Suggester} from '../stages/spell/suggest.js'
import {controlFindings} from './control/findings.js'
import {LINT_FAULTS, lintCatalogue} from './faults.js'
import {type LintResult, lintResult, type Suggest} from './lint.js'

/** How documents are looked at. Plain values but for `options.judge`, so that they can be handed to a thread. */
export interface LintSettings {
  readonly options: Omit<CleanOptions, 'ruleSet'>
  /** Folders of rules besides the installed ones. */
  readonly rulesFolders: readonly string[]
  /** Words, terms and spun forms of a configuration, besides those of the rules. */
  readonly additions?: readonly Table[]
  /** Ask the dictionary, too, what unknown words may have been: about 0.1 s for each word. */
  readonly asksDictionary: boolean
  /** Rules of those folders that failed their examples, as `path:line`; undefined to have them run. */
  readonly setAside?: readonly string[]
}

export interface LintInput {
  readonly content: string | Uint8Array
  readonly facts: DocumentFacts & {readonly path: string}
}

export interface Linter {
  lint(input: LintInput): LintResult
  /** The same, with what cleaning made of the document: for whoever repairs it, too. */
  look(input: LintInput): {readonly cleaned: Cleaned; readonly result: LintResult}
  /** Rules that were set aside. */
  readonly refused: readonly RuleError[]
  readonly catalogue: ReadonlyMap<RuleId, Fault>
}

/** Prepares once, for any number of documents. Never throws for what a document holds. */
export function createLinter({options, rulesFolders, additions = [], asksDictionary, setAside}: LintSettings): Linter {
  const {set: rules, refused} = ruleSetOf(rulesFolders, setAside)
  const set = withAdditions(rules, additions)
  const cleaner = createCleaner({...options, ruleSet: set})
  const catalogue = lintCatalogue(set)
  const search = {catalogue, options}
  const suggest = suggestWith(set, asksDictionary)
  const saysNothingOfRejected = settingOf(options.rules ?? {}, LINT_FAULTS.rejectedDocument.id) === 'off'
  const look: Linter['look'] = ({content, facts}) => {
    const cleaned = cleaner(content, facts)
    const {path, rejected} = cleaned.report
    if (rejected !== undefined && saysNothingOfRejected) return {cleaned, result: {path, findings: []}}
    return {cleaned, result: lintResult(cleaned, catalogue, suggest, controlFindings(cleaned, search))}
  }
  return {
    lint: (input) => look(input).result,
    look,
    refused,
    catalogue,
  }
}

/** Reads nothing before the first word that is to be printed. */
function suggestWith(set: RuleSet, asksDictionary: boolean): Suggest {
  let suggester: Suggester | undefined
  return (source, place) => {
    suggester ??= new Suggester(
      {dictionary, british, model: set.models.get(LANGUAGE_MODEL)!},
      rulesOf(set, 'spell').tables,
    )
    return suggester.suggestionsFor(source, place, {asksDictionary})
  }
}
