/**
 * What Chinese houses agree on is on; every point that they dispute is an option, named after the point, and keeps what
 * the author wrote until somebody decides it.
 */

const BLANK_CHOICES = ['keep', 'add', 'remove'] as const
export type BlankChoice = (typeof BLANK_CHOICES)[number]

/** Every disputed point and what may be decided about it; the first choice is the default. */
export const TYPOGRAPHY_CHOICES = {
  spacing: BLANK_CHOICES,
  units: BLANK_CHOICES,
  signs: BLANK_CHOICES,
  slashes: BLANK_CHOICES,
  quoteSpacing: BLANK_CHOICES,
  brackets: ['keep', 'full', 'half'],
  quotes: ['keep', 'curly', 'corner'],
  ellipsis: ['keep', 'full'],
  dashes: ['keep', 'full'],
  middleDot: ['keep', 'unify'],
} as const

export interface TypographyOptions {
  /** A blank between Han and Latin letters or digits: `中文 and 3 个` or `中文and3个`. */
  readonly spacing?: BlankChoice
  /** A blank between a number and the Han of a date or time, which `spacing` leaves alone: `2004年` or `2004 年`. */
  readonly units?: BlankChoice
  /** A blank between a number and its sign: `30%` or `30 %`, `¥5` or `¥ 5`. */
  readonly signs?: BlankChoice
  /** Blanks around a slash beside Han: `和/或` or `和 / 或`. */
  readonly slashes?: BlankChoice
  /** A blank between Han and the outside of curly quotation marks: `说“好”` or `说 “好”`. */
  readonly quoteSpacing?: BlankChoice
  /** `full`: （） around Han; `half`: () around what holds no Han. */
  readonly brackets?: 'keep' | 'full' | 'half'
  /** `curly`: “‘’”; `corner`: 「『』」. Straight marks become either. */
  readonly quotes?: 'keep' | 'curly' | 'corner'
  /** `full`: `...`, `。。。` and a single `…` beside Han become `……`. */
  readonly ellipsis?: 'keep' | 'full'
  /** `full`: `--` and a single `—` between Han become `——`. */
  readonly dashes?: 'keep' | 'full'
  /** `unify`: the dot in foreign names becomes `·`. */
  readonly middleDot?: 'keep' | 'unify'
}

/** The options with every point decided. */
export type House = Required<TypographyOptions>

/** What is undecided stays as the author has it. */
export const houseOf = (options: TypographyOptions): House => ({...KEEP, ...options})

const KEEP = Object.fromEntries(Object.keys(TYPOGRAPHY_CHOICES).map((point) => [point, 'keep'])) as unknown as House
