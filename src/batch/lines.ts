/** The lines of a stream of bytes, as bytes: split at LF and nowhere else, so that a line is one whatever it holds. */

export interface Line {
  /** From 1. */
  readonly number: number
  /** Without the line break; undefined for a line that is longer than was asked for, which is read past. */
  readonly bytes: Uint8Array | undefined
  /** How long it is, also when it is too long. */
  readonly length: number
}

const LF = 0x0a

/** Holds no more than one line and one piece of the stream at a time; waits where the reader waits. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, longest: number): AsyncIterable<Line> {
  const line = new OpenLine(longest)
  let number = 0
  for await (const piece of stream) {
    let at = 0
    for (let end = piece.indexOf(LF); end >= 0; end = piece.indexOf(LF, at)) {
      line.add(piece.subarray(at, end))
      yield {number: ++number, ...line.close()}
      at = end + 1
    }
    line.add(piece.subarray(at))
  }
  if (line.length > 0) yield {number: ++number, ...line.close()}
}

/** Pieces are joined once, when the line is whole. */
class OpenLine {
  readonly #longest: number
  #pieces: Uint8Array[] = []
  length = 0

  constructor(longest: number) {
    this.#longest = longest
  }

  add(piece: Uint8Array): void {
    this.length += piece.length
    if (this.length > this.#longest) this.#pieces = []
    else if (piece.length > 0) this.#pieces.push(piece)
  }

  close(): Pick<Line, 'bytes' | 'length'> {
    const {length} = this
    const [first] = this.#pieces
    const bytes = this.#pieces.length === 1 ? first! : Buffer.concat(this.#pieces)
    this.#pieces = []
    this.length = 0
    return {bytes: length > this.#longest ? undefined : bytes, length}
  }
}
