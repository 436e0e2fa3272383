/** The rules of a SARIF log: those that found something, in the order in which they first did. */
import type {RuleId} from '../../draft/index.js'
import type {Fault} from '../../stage/fault.js'
import {visible} from '../../stage/visible.js'
import {isAtLeast, type Level} from '../level.js'
import {clipped} from './said.js'
import {SEVERITIES} from './severity.js'

/** UTF-16 units of a description that GitHub takes. */
const LONGEST = 1024

interface SeenRule {
  readonly index: number
  gravest: Level
}

export class RulesSeen {
  readonly #catalogue: ReadonlyMap<RuleId, Fault>
  readonly #seen = new Map<RuleId, SeenRule>()

  constructor(catalogue: ReadonlyMap<RuleId, Fault>) {
    this.#catalogue = catalogue
  }

  /** How a result names its rule. */
  see(rule: RuleId, level: Level): {ruleId: RuleId; ruleIndex: number} {
    const seen = this.#seen.get(rule) ?? {index: this.#seen.size, gravest: level}
    this.#seen.set(rule, seen)
    if (isAtLeast(level, seen.gravest)) seen.gravest = level
    return {ruleId: rule, ruleIndex: seen.index}
  }

  /** A rule has no level, its findings have: the default is that of the gravest. */
  descriptors(): readonly unknown[] {
    return Array.from(this.#seen, ([id, {gravest}]) => descriptor(id, this.#catalogue.get(id), gravest))
  }
}

function descriptor(id: RuleId, fault: Fault | undefined, gravest: Level) {
  const [stage = id, name = id] = id.split('/')
  const short = fault?.message.replace(/\{(?:actual|expected)\}/g, '…') ?? name.replaceAll('-', ' ')
  const why = fault?.why ?? short
  const more = `unspun rules show ${id}`
  return {
    id,
    name: pascalCase(name),
    shortDescription: {text: clipped(short, LONGEST)},
    fullDescription: {text: clipped(why, LONGEST)},
    help: {text: `${why}\n\nMore: ${more}`, markdown: `${why}\n\nMore: \`${more}\``},
    defaultConfiguration: {level: SEVERITIES[gravest].sarif},
    properties: {tags: [stage]},
  }
}

/** `unfilled-slot` as SARIF wants names: `UnfilledSlot`. */
const pascalCase = (name: string): string =>
  visible(name).replace(/(?:^|-)(.)/gsu, (_, letter: string) => letter.toUpperCase())
