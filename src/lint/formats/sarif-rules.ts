/**
 * The rules of a SARIF log: those that found something, in the order in which they first did. What is said of them is what
 * their findings say, so that nobody needs to load the rules for it: findings may come from a cache or another thread.
 */
import type {RuleId} from '../../draft/index.js'
import {visible} from '../../stage/visible.js'
import {isAtLeast, type Level} from '../level.js'
import type {LintFinding} from '../lint.js'
import {clipped} from './said.js'
import {SEVERITIES} from './severity.js'

/** UTF-16 units of a description that GitHub takes. */
const LONGEST = 1024

interface SeenRule {
  readonly index: number
  readonly why: string | undefined
  gravest: Level
}

export class RulesSeen {
  readonly #seen = new Map<RuleId, SeenRule>()

  /** How a result names its rule. */
  see({rule, level, why}: LintFinding): {ruleId: RuleId; ruleIndex: number} {
    const seen = this.#seen.get(rule) ?? {index: this.#seen.size, why, gravest: level}
    this.#seen.set(rule, seen)
    if (isAtLeast(level, seen.gravest)) seen.gravest = level
    return {ruleId: rule, ruleIndex: seen.index}
  }

  /** A rule has no level, its findings have: the default is that of the gravest. */
  descriptors(): readonly unknown[] {
    return Array.from(this.#seen, ([id, seen]) => descriptor(id, seen))
  }
}

function descriptor(id: RuleId, {why, gravest}: SeenRule) {
  const [stage = id, name = id] = visible(id).split('/')
  const short = name.replaceAll('-', ' ').replace(/^./su, (letter) => letter.toUpperCase())
  const full = visible(why ?? short)
  const more = `unspun rules show ${visible(id)}`
  return {
    id,
    name: pascalCase(name),
    shortDescription: {text: clipped(short, LONGEST)},
    fullDescription: {text: clipped(full, LONGEST)},
    help: {text: `${full}\n\nMore: ${more}`, markdown: `${full}\n\nMore: \`${more}\``},
    defaultConfiguration: {level: SEVERITIES[gravest].sarif},
    properties: {tags: [stage]},
  }
}

/** `unfilled-slot` as SARIF wants names: `UnfilledSlot`. */
const pascalCase = (name: string): string => name.replace(/(?:^|-)(.)/gsu, (_, letter: string) => letter.toUpperCase())
