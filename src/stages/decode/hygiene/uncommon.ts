/** Where a text is anything but printable ASCII, tabs and line breaks: only there something may be wrong with characters. */

const UNCOMMON = /[^\t\n\r\x20-\x7e]/g

/** How far a loop looks before an expression is asked, which is three times as fast and takes as long to begin. */
const NEAR = 16

/** The next such character from an offset on, or -1. */
export function nextUncommon(text: string, from: number): number {
  const near = Math.min(text.length, from + NEAR)
  for (let i = from; i < near; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0x7e || (unit < 0x20 && unit !== 0x0a && unit !== 0x09 && unit !== 0x0d)) return i
  }
  UNCOMMON.lastIndex = near
  return UNCOMMON.test(text) ? UNCOMMON.lastIndex - 1 : -1
}
