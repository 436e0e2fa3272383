/** Which of the files that changed are meant by what stands on the command line. */
import {realpathSync, statSync} from 'node:fs'
import path from 'node:path'
import picomatch from 'picomatch'
import {isDynamicPattern} from 'tinyglobby'
import {lintedIn, NOT_MEANT, staticBase} from '../../batch/inputs.js'
import {UsageError} from '../../usage-error.js'

/** Whether a file, by its absolute path, is meant. */
export type Selection = (file: string) => boolean

/** Files that are looked for in folders. */
const isText = picomatch(lintedIn(true), {nocase: true, ignore: NOT_MEANT})

/**
 * What paths, globs and folders name among files that need not be on the disk; without any, all below the working
 * folder. A glob may find nothing: whether it ever does cannot be told from what changed.
 *
 * @throws UsageError for a path that is neither on the disk nor among the files.
 */
export function selectionOf(patterns: readonly string[], files: readonly string[]): Selection {
  const selections = (patterns.length > 0 ? patterns : ['.']).map((pattern) => selectionFor(pattern, files))
  return (file) => selections.some((isMeant) => isMeant(file))
}

/** Documents below a folder. */
export const textBelow = (folder: string): Selection => matching(folder, isText)

function selectionFor(pattern: string, files: readonly string[]): Selection {
  const file = real(path.resolve(pattern))
  const stats = statSync(pattern, {throwIfNoEntry: false})
  if (stats?.isDirectory()) return textBelow(realpathSync(pattern))
  if (stats || files.includes(file)) return (other) => other === file
  if (isDynamicPattern(pattern)) {
    const base = staticBase(pattern)
    const glob = path.relative(base, pattern).split(path.sep).join('/')
    return matching(real(path.resolve(base)), picomatch(glob, {nocase: true, ignore: NOT_MEANT}))
  }
  if (files.some(textBelow(file))) return textBelow(file)
  throw new UsageError(`No such file or folder: ${pattern}. Check the path, or quote a glob such as '**/*.txt'`)
}

function matching(folder: string, matches: (relative: string) => boolean): Selection {
  const start = folder.endsWith(path.sep) ? folder : folder + path.sep
  return (file) => file.startsWith(start) && matches(file.slice(start.length).split(path.sep).join('/'))
}

/** As git names it: where the way to it leads over links, where they lead to; a link itself stays one. */
function real(file: string): string {
  try {
    return path.join(realpathSync(path.dirname(file)), path.basename(file))
  } catch {
    return file
  }
}
