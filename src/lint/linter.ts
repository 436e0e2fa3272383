/** One document in, its findings out: what the command line, its threads and the language server share. */
import {withAdditions} from '../additions.js'
import {type CleanOptions, createCleaner, LANGUAGE_MODEL} from '../clean.js'
import type {RuleId, StageName} from '../draft/index.js'
import {dictionaries} from '../installed/dictionaries.js'
import {stages} from '../pipeline.js'
import {ruleSetOf} from '../rule-set.js'
import {type RuleError, type RuleSet, rulesOf, type Table} from '../rules/rule.js'
import type {Fault} from '../stage/fault.js'
import {Suggester} from '../stages/spell/suggest.js'
import {lintCatalogue} from './faults.js'
import {type LintResult, lintResult, type Suggest} from './lint.js'
import {type LintInput, type LookSettings, look, type Sight} from './look.js'

export type {LintInput} from './look.js'

/** How documents are looked at. Plain values but for `options.judge`, so that they can be handed to a thread. */
export interface LintSettings extends Pick<LookSettings, 'fields' | 'frontMatterFields'> {
  readonly options: Omit<CleanOptions, 'ruleSet' | 'makesProposed'>
  /** Folders of rules besides the installed ones. */
  readonly rulesFolders: readonly string[]
  /** Words, terms and spun forms of a configuration, besides those of the rules. */
  readonly additions?: readonly Table[]
  /** Ask the dictionary, too, what unknown words may have been: about 0.1 s for each word. */
  readonly asksDictionary: boolean
  /** Rules of those folders that failed their examples, as `path:line`; undefined to have them run. */
  readonly setAside?: readonly string[]
  /** Which repairs are made; findings are then those that are left. Default: none. */
  readonly fixes?: Fixes | undefined
  /** With `fixes`: that findings are those of the document as it is, for a patch; else those that its repairs leave. */
  readonly findsAll?: boolean
}

/** `safe` are those sure enough to be made unasked, `proposed` also those that somebody should look at. */
export type Fixes = 'safe' | 'proposed'

export interface Linter {
  lint(input: LintInput): LintResult
  /** The same, with what was seen of the document: for whoever repairs it, too. */
  look(input: LintInput): {readonly sight: Sight; readonly result: LintResult}
  /** Rules that were set aside. */
  readonly refused: readonly RuleError[]
  readonly catalogue: ReadonlyMap<RuleId, Fault>
  /** What the stages would repair; with those repairs that they would only propose, where they are asked for. */
  see(input: LintInput, makesProposed: boolean): Sight
}

/** Prepares once, for any number of documents. Never throws for what a document holds. */
export function createLinter(settings: LintSettings): Linter {
  const {set: rules, refused} = ruleSetOf(settings.rulesFolders, settings.setAside)
  const set = withAdditions(rules, settings.additions ?? [])
  const catalogue = lintCatalogue(set)
  const suggest = suggestWith(set, settings.asksDictionary)
  const sayings = {catalogue, suggest, search: {catalogue, options: settings.options}}
  const looks = [lookSettings(settings, set, false), lookSettings(settings, set, true)] as const
  const lookAt: Linter['look'] = (input) => {
    const sight = look(input, looks[0])
    return {sight, result: lintResult(input.facts.path, sight, sayings)}
  }
  return {
    lint: (input) => lookAt(input).result,
    look: lookAt,
    see: (input, makesProposed) => look(input, looks[makesProposed ? 1 : 0]),
    refused,
    catalogue,
  }
}

/** Cleaners prepare their stages when they are first used. */
function lookSettings(settings: LintSettings, ruleSet: RuleSet, makesProposed: boolean): LookSettings {
  const {fields, frontMatterFields, options} = settings
  const all: readonly StageName[] = options.stages ?? stages.map((plugin) => plugin.stage.name)
  const cleanerOf = (chosen: readonly StageName[]) =>
    createCleaner({...options, ruleSet, makesProposed, stages: chosen})
  return {
    cleaner: cleanerOf(all),
    phraseCleaner: cleanerOf(all.filter((name) => name !== 'boilerplate')),
    fields,
    frontMatterFields,
  }
}

/** Reads nothing before the first word that is to be printed. */
function suggestWith(set: RuleSet, asksDictionary: boolean): Suggest {
  let suggester: Suggester | undefined
  return (source, place) => {
    suggester ??= new Suggester({...dictionaries, model: set.models.get(LANGUAGE_MODEL)!}, rulesOf(set, 'spell').tables)
    return suggester.suggestionsFor(source, place, {asksDictionary})
  }
}
