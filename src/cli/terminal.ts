/** Colours where a person looks on, plain text everywhere else. */
import type {WriteStream} from 'node:tty'
import colours from 'picocolors'

export type Colours = ReturnType<typeof colours.createColors>

/** Colours for a stream: only on a terminal, and never when NO_COLOR is set. */
export function coloursFor(stream: Pick<WriteStream, 'isTTY'>): Colours {
  const wanted = Boolean(process.env['FORCE_COLOR']) || (stream.isTTY === true && process.env['TERM'] !== 'dumb')
  return colours.createColors(wanted && !process.env['NO_COLOR'])
}
