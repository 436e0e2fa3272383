/** What Chinese keyboards, word processors and shells leave in a YAML file, and YAML reads as something else. */

/** A slip of typing at an offset of a file. */
export interface TypingFault {
  readonly offset: number
  readonly message: string
}

/** `key` is the source of a regular expression for the keys that a file may have. */
export function typingFault(text: string, key: string): TypingFault | undefined {
  const wide = new RegExp(`^[ \\t]*(?:- )?(?:${key})：`, 'm').exec(text)
  if (wide) {
    const mended = wide[0].trim().replace('：', ': ')
    return {offset: wide.index + wide[0].length - 1, message: `Unexpected full-width colon, expected \`${mended}\``}
  }
  const blank = /^ *[\u00a0\u2000-\u200a\u3000]/m.exec(text)
  if (!blank) return undefined
  const message = 'Unexpected no-break or wide space, expected a plain space'
  return {offset: blank.index + blank[0].length - 1, message}
}
