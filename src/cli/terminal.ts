/**
 * Colours where a person looks on, plain text everywhere else. Who has the last word: the command line (`--color`,
 * `--no-color`), then NO_COLOR (https://no-color.org), then FORCE_COLOR (0 and false turn them off, as in Node), then
 * whether the stream is a terminal that can show them.
 */
import type {WriteStream} from 'node:tty'
import colours from 'picocolors'

export type Colours = ReturnType<typeof colours.createColors>

export const COLOUR_CHOICES = ['auto', 'always', 'never'] as const
export type ColourChoice = (typeof COLOUR_CHOICES)[number]

/** Colours for a stream, or functions that change nothing. */
export const coloursFor = (stream: Pick<WriteStream, 'isTTY'>, choice: ColourChoice = 'auto'): Colours =>
  colours.createColors(hasColours(stream, choice))

/** An empty variable counts as none, as both conventions have it. */
export function hasColours(
  stream: Pick<WriteStream, 'isTTY'>,
  choice: ColourChoice,
  env: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  if (choice !== 'auto') return choice === 'always'
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR']) return !/^(?:0|false)$/.test(env['FORCE_COLOR'])
  return stream.isTTY === true && env['TERM'] !== 'dumb'
}
