/** What may be chosen for spelling, by name: apart from the stage, so that naming a choice costs nothing. */
export const UNKNOWN_NAMES = ['quiet', 'report'] as const
export type UnknownNames = (typeof UNKNOWN_NAMES)[number]
