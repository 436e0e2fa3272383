/** windows-1252, whose second half of control codes holds quotes and dashes. */

/** What 0x80 to 0x9f stand for; a blank for the five that stand for nothing. */
const HIGH_CONTROLS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** The character that a Latin-1 control character of this range was in windows-1252; empty when it was none. */
export function windows1252(control: string): string {
  const char = HIGH_CONTROLS[control.charCodeAt(0) - 0x80] ?? ' '
  return char === ' ' ? '' : char
}

/** Decodes bytes. Node 20 takes the label for Latin-1, so the difference is made good here; what stands for nothing stays. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes)
  return text.replace(/[\x80-\x9f]/g, (control) => windows1252(control) || control)
}
