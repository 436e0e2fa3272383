/** The bytes of an input: whole or as a stream, decompressed where its name says that it is compressed. */
import {createReadStream, readFileSync} from 'node:fs'
import {pipeline, Readable} from 'node:stream'
import {promisify} from 'node:util'
import {createGunzip, gunzip} from 'node:zlib'
import {LARGEST_BYTES} from '../opened.js'
import type {Input} from './inputs.js'

const inflated = promisify(gunzip)

/**
 * A whole document.
 *
 * @throws Error for what cannot be read or decompressed, and for what decompresses to more than any document may have:
 * a small file can hold gigabytes.
 */
export async function bytesOf({file, isCompressed, read}: Input): Promise<Uint8Array> {
  // Not `readFile`: of thousands of small files each would wait half a millisecond for a thread that reads it.
  const bytes = read ? await read() : readFileSync(file)
  if (!isCompressed) return bytes
  try {
    return await inflated(bytes, {maxOutputLength: LARGEST_BYTES})
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code !== 'ERR_BUFFER_TOO_LARGE') throw error
    throw new Error(`decompresses to more than ${LARGEST_BYTES} bytes`)
  }
}

export interface ByteStream {
  readonly bytes: AsyncIterable<Uint8Array>
  /** How many bytes of the file have been read so far, as they lie on the disk. */
  bytesRead(): number
}

/** An input piece by piece; iterating fails where it cannot be read or decompressed to its end. */
export function streamOf(input: Input): ByteStream {
  const {file, isCompressed, read} = input
  if (file === '-') return {bytes: process.stdin, bytesRead: () => 0}
  if (read) return {bytes: Readable.from(whole(input)), bytesRead: () => 0}
  const stream = createReadStream(file)
  const bytes: Readable = isCompressed ? pipeline(stream, createGunzip(), ignore) : stream
  return {bytes, bytesRead: () => stream.bytesRead}
}

async function* whole(input: Input): AsyncIterable<Uint8Array> {
  yield await bytesOf(input)
}

/** The stream that is read fails with the same error. */
function ignore(): void {}
