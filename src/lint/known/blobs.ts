/** Contents out of git's store, through one process for all of them. */
import {type ChildProcessByStdio, spawn} from 'node:child_process'
import type {Readable, Writable} from 'node:stream'
import {LARGEST_BYTES} from '../../opened.js'
import {GIT_ENVIRONMENT} from './git.js'

/** A header of `git cat-file --batch` ends so, and a content is followed by it. */
const LF = 0x0a

/** One question at a time; no more than its answer is held. */
export class Blobs {
  readonly #folder: string
  #last: Promise<unknown> = Promise.resolve()
  #process: ChildProcessByStdio<Writable, Readable, null> | undefined
  #bytes: ByteReader | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  /** The content of a blob; fails where git does not have it, or where it is larger than any document may be. */
  read(id: string): Promise<Uint8Array> {
    const answer = this.#last.then(() => this.#ask(id))
    this.#last = answer.catch(() => {})
    return answer
  }

  /** Lets the process end; without this a program would not. */
  close(): void {
    this.#process?.stdin.end()
  }

  async #ask(id: string): Promise<Uint8Array> {
    const bytes = this.#started()
    this.#process!.stdin.write(`${id}\n`)
    const header = (await bytes.line()).toString('latin1')
    const [, kind, size] = header.split(' ')
    if (kind !== 'blob') throw new Error(`git does not have its content (${header}); fetch it first`)
    const content = await bytes.take(Number(size) + 1)
    if (!content) throw new Error(`too large: ${size} bytes, at most ${LARGEST_BYTES}`)
    return content.subarray(0, -1)
  }

  #started(): ByteReader {
    if (this.#bytes) return this.#bytes
    const env = {...process.env, ...GIT_ENVIRONMENT}
    this.#process = spawn('git', ['cat-file', '--batch'], {cwd: this.#folder, env, stdio: ['pipe', 'pipe', 'ignore']})
    // That it ended is seen by who waits for its answer.
    for (const end of [this.#process, this.#process.stdin]) end.on('error', () => {})
    this.#bytes = new ByteReader(this.#process.stdout)
    return this.#bytes
  }
}

/** Takes a stream of bytes apart. */
class ByteReader {
  readonly #pieces: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(stream: Readable) {
    this.#pieces = stream[Symbol.asyncIterator]()
  }

  /** Up to the next line break, which is read past. */
  async line(): Promise<Buffer> {
    while (!this.#rest.includes(LF)) this.#rest = Buffer.concat([this.#rest, await this.#next()])
    const end = this.#rest.indexOf(LF)
    const line = this.#rest.subarray(0, end)
    this.#rest = this.#rest.subarray(end + 1)
    return line
  }

  /** So many bytes; undefined, read past, where there are more than a document may have. */
  async take(count: number): Promise<Buffer | undefined> {
    const pieces: Buffer[] = []
    for (let missing = count; missing > 0; ) {
      if (this.#rest.length === 0) this.#rest = await this.#next()
      const piece = this.#rest.subarray(0, missing)
      if (count <= LARGEST_BYTES) pieces.push(piece)
      this.#rest = this.#rest.subarray(piece.length)
      missing -= piece.length
    }
    return count <= LARGEST_BYTES ? Buffer.concat(pieces) : undefined
  }

  async #next(): Promise<Buffer> {
    const {value, done} = await this.#pieces.next()
    if (done) throw new Error('git ended before it answered')
    return value
  }
}
