/** From what stands behind a flag to its value. Each throws UsageError, and says what was expected. */

import {STAGE_NAMES} from '../draft/edit.js'
import type {StageName} from '../draft/index.js'
import {nearest} from '../matching/edit-distance.js'
import {chosenLanguages} from '../stages/identify/languages.js'
import {TYPOGRAPHY_CHOICES} from '../stages/terms/typography/options.js'
import {UsageError} from '../usage-error.js'
import type {Typography} from './config/schema.js'

export const parseList = (list: string): string[] =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

export function parseFieldName(name: string): string {
  if (name === '') throw new UsageError('Unexpected empty name of a field')
  return name
}

const CHOICES: Readonly<Record<string, readonly string[]>> = TYPOGRAPHY_CHOICES

/** Every point and its choices, as help and errors name them. */
export const TYPOGRAPHY_POINTS = Object.entries(CHOICES)
  .map(([point, choices]) => `${point}=${choices.join('|')}`)
  .join(', ')

/** Later decisions are told over earlier ones, as everywhere on the command line. */
export function parseTypography(value: string, earlier?: Typography): Typography {
  if (value === 'off') return 'off'
  const decided = value.split(',').map((decision) => `${decision.trim()}=`.split('=', 2) as [string, string])
  const isKnown = ([point, choice]: [string, string]): boolean =>
    Object.hasOwn(CHOICES, point) && CHOICES[point]!.includes(choice)
  if (!decided.every(isKnown))
    throw new UsageError(`Unexpected --typography ${value}, expected off or some of ${TYPOGRAPHY_POINTS}`)
  return {...(earlier === 'off' ? {} : earlier), ...Object.fromEntries(decided)}
}

export function parseStages(list: string): StageName[] {
  return parseList(list).map((name) => {
    const known = STAGE_NAMES.find((stage) => stage === name)
    if (known) return known
    const near = nearest(name, STAGE_NAMES)
    throw new UsageError(
      `Unexpected stage ${name}, expected ${near ? `${near}, or another ` : 'one '}of ${STAGE_NAMES.join(', ')}`,
    )
  })
}

/** The codes, if there are languages of these names to be told. */
export function parseLanguages(list: string): string[] {
  const codes = parseList(list)
  try {
    chosenLanguages(codes)
    return codes
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

export function parseSwitch(text: string): boolean {
  if (text === 'on' || text === 'off') return text === 'on'
  throw new UsageError(`Unexpected --tones ${text}, expected on or off`)
}

export function parseShare(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 1)) {
    throw new UsageError(`Unexpected --min-confidence ${text}, expected a number from 0 to 1`)
  }
  return value
}
