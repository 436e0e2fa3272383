/** The door frame every room shares: a stage finds, the frame makes a unified plugin of it. */
import type {Root} from 'nlcst'
import type {Plugin, Processor} from 'unified'
import type {VFile} from 'vfile'
import {Draft, findOverlap, type Policy, type Proposal, type StageName} from '../draft/index.js'
import {type RuleSet, rulesOf, type StageRules, type Timer} from '../rules/rule.js'
import {type Fault, tellFile} from './fault.js'
import {policyOf} from './policy.js'
import {carried, carry, parserOf} from './retext-draft.js'

/** Reads a draft and answers with proposals. Pure: it must not depend on the documents before. */
export type Find = (draft: Draft) => Iterable<Proposal>

export type {StageRules}

export interface Stage<Options extends object> {
  readonly name: StageName
  /** Proposals outside passages in these languages are dropped, where languages are known. */
  readonly languages?: readonly string[]
  /** The rules that live in code; those of rule files bring their own texts. */
  readonly faults?: readonly Fault[]
  /** Compiles what the stage needs, once per processor. */
  prepare(options: Options, rules: () => StageRules): Find
}

export interface StageSettings {
  /** The rules as values; `unspun` itself brings those it was installed with. */
  readonly rules?: RuleSet
  readonly policy?: Policy
  /** For whoever wants to know where the time goes. */
  readonly timer?: Timer | undefined
}

export type StagePlugin<Options extends object> = Plugin<[(Options & StageSettings)?], Root, Root> & {
  readonly stage: Stage<Options>
}

/** Makes an ordinary unified plugin of a stage. */
export function defineStage<Options extends object = object>(stage: Stage<Options>): StagePlugin<Options> {
  function plugin(this: Processor, options?: Options & StageSettings) {
    const settings = options ?? ({} as Options & StageSettings)
    const revise = reviserOf(stage, settings)
    return (tree: Root, file: VFile): Root => {
      const known = Draft.of(tree) ?? carried(file)
      const draft = known ?? Draft.from(tree, parserOf(this))
      if (known && tree !== known.root) known.adopt(tree.children)
      carry(file, draft)
      draft.settle()
      if (!draft.isNewTo(revise)) return draft.root
      const before = draft.findings.length
      revise(draft)
      if (draft.isGuest) tellFile(file, draft.findings.slice(before), stage.faults ?? [], settings.rules)
      return draft.root
    }
  }
  return Object.defineProperties(plugin as unknown as StagePlugin<Options>, {
    name: {value: stage.name},
    stage: {value: stage},
  })
}

/** Proposes, and the draft applies what the policy allows. */
export type Revise = (draft: Draft) => void

/** What a stage does to a draft, for whoever needs no processor around it. */
export function reviserOf<Options extends object>(stage: Stage<Options>, settings: Options & StageSettings): Revise {
  const {timer, policy = policyOf()} = settings
  const found = stage.prepare(settings, () => ({
    ...stageRules(stage.name, settings.rules),
    ...(timer ? {timer} : {}),
  }))
  const find: Find = timer ? (draft) => timer(stage.name, () => [...found(draft)]) : found
  return (draft) => draft.revise(stage.name, inLanguages(stage.languages, draft, find), policy)
}

function stageRules(name: StageName, rules: RuleSet | undefined): StageRules {
  if (rules) return rulesOf(rules, name)
  throw new Error(
    `${name} needs its rules, expected \`.use(${name}, {rules})\` with \`await readRules()\`, or the plugin from 'unspun/${name}' that brings them`,
  )
}

/** Only what lies in a passage of one of the languages; everything, where no language was identified. */
function inLanguages(languages: readonly string[] | undefined, draft: Draft, find: Find): Iterable<Proposal> {
  const {passages} = draft
  if (!languages || passages.length === 0) return find(draft)
  const isMeant = (tag: string): boolean =>
    languages.some((language) => tag === language || tag.startsWith(`${language}-`))
  const elsewhere = draft.language?.tag ?? 'und'
  // A document in other languages need not be read.
  if (!isMeant(elsewhere) && !passages.some(({language}) => isMeant(language.tag))) return []
  return [...find(draft)].filter((one) => isMeant(findOverlap(passages, one)?.language.tag ?? elsewhere))
}
