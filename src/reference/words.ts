/** What a rule does and when it does not, in words. */
import type {Rule} from '../rules/rule.js'
import type {Entry, EntryLevel} from './entry.js'

const LEVEL_WORDS: Readonly<Record<EntryLevel, string>> = {
  safe: 'Repaired without asking.',
  proposed: 'Proposed: somebody decides.',
  reported: 'Reported: there is no repair that could be made without the source.',
  varies: 'Repaired where it is sure enough, else proposed or reported: that depends on the text around.',
  off: 'Switched off in the configuration.',
}

/** What unspun does about a finding, as sentences. */
export function deedOf({rule, level}: Entry): string {
  return [...(rule ? [changeBy(rule)] : []), LEVEL_WORDS[level]].filter((sentence) => sentence !== '').join(' ')
}

function changeBy({cut, expect, metadata}: Rule): string {
  const noted = metadata === undefined ? '' : ` What it says is kept in the report as ${metadata}.`
  if (cut === 'line') return `The line is taken out.${noted}`
  if (cut === 'section')
    return `The line is taken out, and with it the short lines below it until prose begins.${noted}`
  if (cut === 'match') return `The words are taken out of their line.${noted}`
  if (expect !== undefined && expect !== '') return 'Another wording is put in its place.'
  return expect === '' ? 'The words are taken out.' : noted.trim()
}

const PLACES: Readonly<Record<NonNullable<Rule['at']>, string>> = {
  anywhere: 'Anywhere in a line.',
  line: 'Only where it is all that the line holds, but for bullets and marks.',
  'line-start': 'Only at the beginning of a line.',
  'line-end': 'Only at the end of a line.',
}

/** A condition: what is said of it, and the phrases it names. */
export interface Condition {
  readonly words: string
  readonly phrases: readonly string[]
}

/** Where a rule applies and where it does not. */
export function conditionsOf(rule: Rule): Condition[] {
  const condition = (words: string, phrases: readonly string[] = []): Condition => ({words, phrases})
  const listed = (words: string, phrases: readonly string[] | undefined): Condition[] =>
    phrases === undefined ? [] : [condition(words, phrases)]
  return [
    ...(rule.at === undefined ? [] : [condition(PLACES[rule.at])]),
    ...(rule.longest_line === undefined ? [] : [condition(`Only in lines of at most ${rule.longest_line} words.`)]),
    ...(rule.case === 'exact' ? [condition('Only with small and capital letters as written.')] : []),
    ...listed('Not after', rule.not_after),
    ...listed('Not before', rule.not_before),
    ...listed('Not within', rule.not_inside),
  ]
}

/** How to be rid of a rule: in all documents, and at one place. What lint says of directives no directive turns down. */
export function silencing(id: string): {readonly config: string; readonly directive: string | undefined} {
  const config = JSON.stringify({rules: {[id]: 'off'}})
  return {config, directive: id.startsWith('lint/') ? undefined : `<!-- unspun ignore-next ${id}: reason -->`}
}
