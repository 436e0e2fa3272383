/** Profiles on the disk: their bytes, and behind them a CRC-32 of these (four bytes, the lowest first). */
import {closeSync, openSync, readSync, rmSync} from 'node:fs'
import {open, rename} from 'node:fs/promises'
import path from 'node:path'
import {crc32} from 'node:zlib'
import {decoded, encoded, ProfileError} from '../site/codec.js'
import type {Profile, SiteCounts} from '../site/profile.js'

const CHECK_SUM_BYTES = 4
const PIECE_BYTES = 65_536

/**
 * Writes a profile in one step: what was there before stays until it is whole.
 *
 * @throws Error where that is not possible, and what reading `profile` throws.
 */
export async function writeProfile(file: string, profile: Profile): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`)
  const handle = await open(temporary, 'w')
  try {
    let sum = 0
    for (const piece of encoded(profile)) {
      sum = crc32(piece, sum)
      await handle.writeFile(piece)
    }
    const tail = Buffer.alloc(CHECK_SUM_BYTES)
    tail.writeUInt32LE(sum)
    await handle.writeFile(tail)
    await handle.close()
    await rename(temporary, file)
  } catch (error) {
    await handle.close().catch(() => {})
    rmSync(temporary, {force: true})
    throw error
  }
}

/**
 * A profile as it is gone through, with no more than a piece of the file in memory.
 *
 * @throws ProfileError while it is gone through: for what is no profile, and at its end for one whose bytes were
 * changed. Until then nothing that it says is certain.
 */
export function* readProfile(file: string): Profile & Iterator<SiteCounts> {
  const handle = openSync(file, 'r')
  try {
    yield* decoded(checked(handle, file), file)
  } finally {
    closeSync(handle)
  }
}

/** The bytes before the check sum; fails at the end if it is not theirs. */
function* checked(handle: number, file: string): Iterable<Uint8Array> {
  const buffer = Buffer.alloc(PIECE_BYTES)
  let sum = 0
  let held = 0
  for (let length = readSync(handle, buffer); length > 0; length = readSync(handle, buffer, {offset: held})) {
    const safe = Math.max(0, held + length - CHECK_SUM_BYTES)
    const piece = buffer.subarray(0, safe)
    sum = crc32(piece, sum)
    yield piece
    buffer.copyWithin(0, safe, held + length)
    held = held + length - safe
  }
  if (held < CHECK_SUM_BYTES || buffer.readUInt32LE() !== sum) {
    throw new ProfileError(`${file}: broken: wrong check sum`)
  }
}
