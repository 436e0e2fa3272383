/** Text that goes out piece by piece: into a file that appears when it is whole, or to standard output. */
import {randomBytes} from 'node:crypto'
import {once} from 'node:events'
import {createWriteStream, unlinkSync} from 'node:fs'
import {rename, rm} from 'node:fs/promises'
import path from 'node:path'
import type {Writable} from 'node:stream'
import {finished} from 'node:stream/promises'
import {createGzip} from 'node:zlib'
import {onExit} from 'signal-exit'

export interface OutputStream {
  /** Takes a piece, and waits while the one before is still on its way. */
  write(text: string): Promise<void>
  finish(): Promise<void>
  /** Leaves nothing behind. */
  abort(): Promise<void>
}

/** A file beside the one that is wanted, which takes its place when it is finished. */
export class FileStream implements OutputStream {
  readonly #file: string
  readonly #temporary: string
  readonly #door: Writable
  readonly #disk: Writable
  readonly #done: Promise<void>
  readonly #forget: () => void

  /** Compresses where the name ends in `.gz`. */
  constructor(file: string) {
    this.#file = file
    this.#temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}`)
    this.#disk = createWriteStream(this.#temporary, {flags: 'wx'})
    this.#door = /\.gz$/i.test(file) ? createGzip() : this.#disk
    if (this.#door !== this.#disk) {
      this.#door.pipe(this.#disk)
      this.#disk.on('error', (error) => this.#door.destroy(error))
      this.#door.on('error', (error) => this.#disk.destroy(error))
    }
    this.#done = finished(this.#disk)
    // Whoever writes or finishes next is told.
    this.#done.catch(() => {})
    this.#forget = onExit(() => removeNow(this.#temporary))
  }

  async write(text: string): Promise<void> {
    if (!this.#door.write(text)) await Promise.race([once(this.#door, 'drain'), this.#done])
  }

  async finish(): Promise<void> {
    this.#door.end()
    await this.#done
    await rename(this.#temporary, this.#file)
    this.#forget()
  }

  async abort(): Promise<void> {
    this.#door.destroy()
    this.#disk.destroy()
    await this.#done.catch(() => {})
    await rm(this.#temporary, {force: true})
    this.#forget()
  }
}

/** A run that is broken off leaves no half file. */
function removeNow(file: string): void {
  try {
    unlinkSync(file)
  } catch {
    // It was not there yet, or no longer.
  }
}

/** Standard output; it ends with the program. A write fails with `EPIPE` when nobody reads on. */
export const standardOutput: OutputStream = {
  async write(text) {
    if (process.stdout.destroyed) throw Object.assign(new Error('standard output was closed'), {code: 'EPIPE'})
    if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  },
  async finish() {},
  async abort() {},
}
