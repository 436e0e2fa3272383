/**
 * Typed arrays laid one after the other in one buffer, to be written to a file and read back as views, without copying.
 *
 * A header of 32-bit words (mark, version, number of sections, then kind and length of each), then the sections, each
 * beginning at a multiple of eight bytes. Little-endian.
 */

export type Section = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array

const KINDS = [Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array] as const

const aligned = (bytes: number): number => (bytes + 7) & ~7
const headerBytes = (sections: number): number => aligned((3 + 2 * sections) * 4)

/** One buffer with a copy of every section. */
export function packSections(mark: number, version: number, sections: readonly Section[]): ArrayBuffer {
  const size = sections.reduce((sum, {byteLength}) => sum + aligned(byteLength), headerBytes(sections.length))
  const buffer = new ArrayBuffer(size)
  const header = new Uint32Array(buffer, 0, 3 + 2 * sections.length)
  header.set([mark, version, sections.length])
  let at = headerBytes(sections.length)
  for (const [i, section] of sections.entries()) {
    const kind = KINDS.findIndex((Kind) => section instanceof Kind)
    header.set([kind, section.length], 3 + 2 * i)
    new Uint8Array(buffer, at, section.byteLength).set(
      new Uint8Array(section.buffer, section.byteOffset, section.byteLength),
    )
    at += aligned(section.byteLength)
  }
  return buffer
}

/** Views of the sections; undefined when the buffer is not a whole one of this mark and version. */
export function unpackSections(buffer: ArrayBuffer, mark: number, version: number): Section[] | undefined {
  if (buffer.byteLength < 12) return undefined
  const [foundMark, foundVersion, count] = new Uint32Array(buffer, 0, 3)
  if (foundMark !== mark || foundVersion !== version || buffer.byteLength < headerBytes(count!)) return undefined
  const header = new Uint32Array(buffer, 12, 2 * count!)
  const sections: Section[] = []
  let at = headerBytes(count!)
  for (let i = 0; i < count!; i++) {
    const Kind = KINDS[header[2 * i]!]
    const length = header[2 * i + 1]!
    if (!Kind || at + length * Kind.BYTES_PER_ELEMENT > buffer.byteLength) return undefined
    sections.push(new Kind(buffer, at, length))
    at += aligned(length * Kind.BYTES_PER_ELEMENT)
  }
  return at === buffer.byteLength ? sections : undefined
}
