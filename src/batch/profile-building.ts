/** Profiles of more pages than memory holds: what was counted goes to the disk from time to time, and is added at the end. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {onExit} from 'signal-exit'
import {added, type Profile} from '../site/profile.js'
import {Tally} from '../site/tally.js'
import {readProfile, writeProfile} from './profile-file.js'

/** About 70 MB. */
const MOST_COUNTED = 1_000_000

export class ProfileBuilding {
  readonly #mostCounted: number
  readonly #tally = new Tally()
  readonly #runs: string[] = []
  #folder: string | undefined
  #forget = (): void => {}

  constructor(mostCounted = MOST_COUNTED) {
    this.#mostCounted = mostCounted
  }

  /** Counts a page of a site; `lines` are the hashes of its lines, each once. */
  async add(site: string, lines: ReadonlySet<number>): Promise<void> {
    this.#tally.add(site, lines)
    if (this.#tally.size >= this.#mostCounted) await this.#spill()
  }

  /** Everything that was counted; to be gone through once, before `dispose`. */
  profile(): Profile {
    const rest = this.#tally.take()
    return this.#runs.length === 0 ? rest : added([...this.#runs.map(readProfile), rest])
  }

  /** Removes what lies on the disk. */
  dispose(): void {
    this.#forget()
    if (this.#folder !== undefined) rmSync(this.#folder, {recursive: true, force: true})
  }

  async #spill(): Promise<void> {
    if (this.#folder === undefined) {
      this.#folder = mkdtempSync(path.join(tmpdir(), 'unspun-profile-'))
      this.#forget = onExit(() => this.dispose())
    }
    const run = path.join(this.#folder, String(this.#runs.length))
    await writeProfile(run, this.#tally.take())
    this.#runs.push(run)
  }
}
