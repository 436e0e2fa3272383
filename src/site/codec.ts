/**
 * Profiles as bytes. After the line `unspun site profile 1`, in varints (seven bits a byte, the lowest first, the high
 * bit says that more follow):
 *
 *     for each site      length of its name in bytes, the name in UTF-8, its pages,
 *       for each line      its pages, its hash less the hash before it (less nothing for the first)
 *       0
 *     0
 *
 * A line takes about seven bytes, which is hardly more than its hash says. The same counts give the same bytes. Whoever
 * stores it adds a check sum: a broken byte that still makes sense is not noticed here.
 */
import type {LineCount, Profile, SiteCounts} from './profile.js'

/** Names the form and its version. */
export const HEADER = 'unspun site profile 1\n'

/** A host has at most 253 characters; a path of folders can be longer. */
const LONGEST_NAME_BYTES = 4096
const PIECE_BYTES = 65_536

/** Bytes that are no profile, or not to their end. */
export class ProfileError extends Error {}

/** The bytes of a profile, piece by piece. A piece is overwritten when the next is asked for. */
export function* encoded(profile: Profile): Iterable<Uint8Array> {
  const out = new Writer()
  const utf8 = new TextEncoder()
  out.bytes(utf8.encode(HEADER))
  for (const {site, pages, lines} of profile) {
    const name = utf8.encode(site)
    out.number(name.length)
    out.bytes(name)
    out.number(pages)
    let last = 0
    for (const [hash, count] of lines) {
      out.number(count)
      out.number(hash - last)
      last = hash
      if (out.isFull) yield out.take()
    }
    out.number(0)
    if (out.isFull) yield out.take()
  }
  out.number(0)
  yield out.take()
}

class Writer {
  readonly #piece = new Uint8Array(PIECE_BYTES + 2 * LONGEST_NAME_BYTES)
  #length = 0

  get isFull(): boolean {
    return this.#length >= PIECE_BYTES
  }

  number(value: number): void {
    while (value >= 0x80) {
      this.#piece[this.#length++] = (value % 0x80) | 0x80
      value = Math.floor(value / 0x80)
    }
    this.#piece[this.#length++] = value
  }

  bytes(bytes: Uint8Array): void {
    this.#piece.set(bytes, this.#length)
    this.#length += bytes.length
  }

  take(): Uint8Array {
    const taken = this.#piece.subarray(0, this.#length)
    this.#length = 0
    return taken
  }
}

/**
 * The profile in a sequence of bytes, read as it is gone through: no more than one piece and one name is held.
 *
 * @param from - Where the bytes come from, for the message.
 * @throws ProfileError while it is gone through, where the bytes are none.
 */
export function* decoded(pieces: Iterable<Uint8Array>, from = 'profile'): Profile & Iterator<SiteCounts> {
  const bytes = new Reader(pieces, from)
  if (bytes.text(HEADER.length) !== HEADER) throw bytes.error('no site profile of version 1')
  let last: string | undefined
  for (let length = bytes.number(); length > 0; length = bytes.number()) {
    if (length > LONGEST_NAME_BYTES) throw bytes.error(`broken: a name of ${length} bytes`)
    const site = bytes.text(length)
    if (last !== undefined && site <= last) throw bytes.error('broken: sites out of order')
    last = site
    const pages = bytes.number()
    const lines = linesIn(bytes, pages)
    yield {site, pages, lines}
    for (const _ of lines) {
      // Whoever did not want to see them all still finds the next site behind them.
    }
  }
  bytes.expectEnd()
}

function* linesIn(bytes: Reader, pages: number): Generator<LineCount> {
  let last: number | undefined
  for (let count = bytes.number(); count > 0; count = bytes.number()) {
    const step = bytes.number()
    const hash = (last ?? 0) + step
    if (count > pages) throw bytes.error(`broken: a line on ${count} of ${pages} pages`)
    if (step === 0 && last !== undefined) throw bytes.error('broken: a line that stands twice')
    if (hash > Number.MAX_SAFE_INTEGER) throw bytes.error('broken: a hash of more than 53 bits')
    yield [hash, count]
    last = hash
  }
}

const UTF8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})

class Reader {
  readonly #pieces: Iterator<Uint8Array>
  readonly #from: string
  #piece = new Uint8Array()
  #at = 0

  constructor(pieces: Iterable<Uint8Array>, from: string) {
    this.#pieces = pieces[Symbol.iterator]()
    this.#from = from
  }

  error(reason: string): ProfileError {
    return new ProfileError(`${this.#from}: ${reason}`)
  }

  number(): number {
    let value = 0
    for (let factor = 1; ; factor *= 0x80) {
      const byte = this.#byte()
      value += (byte & 0x7f) * factor
      if (value > Number.MAX_SAFE_INTEGER) throw this.error('broken: a number of more than 53 bits')
      if (byte < 0x80) return value
      if (factor > Number.MAX_SAFE_INTEGER) throw this.error('broken: a number without end')
    }
  }

  text(length: number): string {
    const bytes = Uint8Array.from({length}, () => this.#byte())
    try {
      return UTF8.decode(bytes)
    } catch {
      throw this.error('broken: text that is not UTF-8')
    }
  }

  expectEnd(): void {
    if (this.#fill()) throw this.error('broken: bytes after its end')
  }

  #byte(): number {
    if (!this.#fill()) throw this.error('broken: it ends too early')
    return this.#piece[this.#at++]!
  }

  /** Whether there is another byte. */
  #fill(): boolean {
    while (this.#at >= this.#piece.length) {
      const {done, value} = this.#pieces.next()
      if (done) return false
      this.#piece = value as Uint8Array<ArrayBuffer>
      this.#at = 0
    }
    return true
  }
}
