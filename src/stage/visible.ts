/** Nothing of a document may steer a terminal: control and direction characters are shown as what they are. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (char) => {
    if (char === '\n') return '⏎'
    if (char === '\t') return '⇥'
    if (char === '\r') return ''
    return `‹${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`
  })
}
