/** What is no text at all, from its first bytes or from its control characters. */

const SIGNATURES: ReadonlyArray<readonly [kind: string, bytes: string]> = [
  ['a PDF', '%PDF-'],
  ['a PNG image', '\x89PNG'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF8'],
  ['a ZIP archive or office document', 'PK\x03\x04'],
  ['gzip-compressed data', '\x1f\x8b\x08'],
  ['Zstandard-compressed data', '\x28\xb5\x2f\xfd'],
  ['an old office document', '\xd0\xcf\x11\xe0'],
  ['a program', '\x7fELF'],
  ['a program', 'MZ\x90\x00'],
  ['a SQLite database', 'SQLite format 3\x00'],
  ['an RTF document', '{\\rtf'],
]

const FIRST_BYTES: ReadonlySet<number> = new Set(SIGNATURES.map(([, signature]) => signature.charCodeAt(0)))

/** What kind of file the bytes begin like; undefined for what may be text. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  if (!FIRST_BYTES.has(bytes[0]!)) return undefined
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  const found = SIGNATURES.find(([, signature]) => head.startsWith(signature))
  return found && `not text: ${found[0]}`
}

/** Those of the control characters that a text may have: a bit for each. */
const ALLOWED = [...'\t\n\f\r\x1b'].reduce((bits, char) => bits | (1 << char.charCodeAt(0)), 0)
const DELETE = 0x7f
const SAMPLE_LENGTH = 65536

/** Share of control characters that no text has, at the head of a text. */
export function controlShare(text: string): number {
  const length = Math.min(text.length, SAMPLE_LENGTH)
  let controls = 0
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x20 ? ((ALLOWED >> unit) & 1) === 0 : unit === DELETE) controls++
  }
  return controls / Math.max(1, length)
}
