/** File names in patches, as git and GNU patch read them: in quotes as soon as something in them is not plain. */
const PLAIN = /^[!#-[\]-~]+$/

/** With backslash and octal escapes of the bytes in UTF-8, as git writes names with `core.quotePath`. */
export function quotedPath(path: string): string {
  if (PLAIN.test(path)) return path
  return `"${Array.from(Buffer.from(path), escaped).join('')}"`
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

function escaped(byte: number): string {
  if (byte === QUOTE || byte === BACKSLASH) return `\\${String.fromCharCode(byte)}`
  const isPrintable = byte >= 0x20 && byte < 0x7f
  return isPrintable ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`
}
