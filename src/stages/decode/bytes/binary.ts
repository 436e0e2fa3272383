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

const CONTROL = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/g
const SAMPLE_LENGTH = 65536

/** Share of control characters that no text has, at the head of a text. */
export function controlShare(text: string): number {
  const sample = text.slice(0, SAMPLE_LENGTH)
  return (sample.match(CONTROL)?.length ?? 0) / Math.max(1, sample.length)
}
