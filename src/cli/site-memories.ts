/** Profiles of sites, as commands read them. */
import {statSync} from 'node:fs'
import {readProfile} from '../batch/profile-file.js'
import {ProfileError} from '../site/codec.js'
import {SiteMemories} from '../site/memory.js'
import {UsageError} from '../usage-error.js'

/** @throws UsageError where there is no such file. */
export function requireProfile(file: string): void {
  if (!statSync(file, {throwIfNoEntry: false})?.isFile()) {
    throw new UsageError(`No such profile: ${file}. Make one with unspun profile build`)
  }
}

/**
 * A profile ready to be asked.
 *
 * @throws UsageError for what is none.
 */
export function memoriesFrom(file: string): SiteMemories {
  requireProfile(file)
  try {
    return new SiteMemories(readProfile(file))
  } catch (error) {
    if (!(error instanceof ProfileError || error instanceof RangeError)) throw error
    throw new UsageError(`Profile ${error.message}. Make it again with unspun profile build`)
  }
}
