/**
 * Globs of a configuration: from its folder, with forward slashes. One without a slash is looked for at any depth, and
 * what names a folder means everything in it, as people know it from `.gitignore`.
 */
import picomatch from 'picomatch'

export type Matches = (relativePath: string) => boolean

/** Whether one of the globs matches; `**` and `*` also find names that begin with a dot. */
export function matcherOf(globs: readonly string[]): Matches {
  // Groups such as +(a|b) could make one name take minutes.
  const isMatch = picomatch(globs.flatMap(spelledOut), {dot: true, noextglob: true, nonegate: true})
  return (relativePath) => isMatch(relativePath)
}

function spelledOut(glob: string): string[] {
  const trimmed = glob.replace(/^\.\//, '').replace(/\/+$/, '')
  const rooted = trimmed.includes('/') ? trimmed.replace(/^\//, '') : `**/${trimmed}`
  return [rooted, `${rooted}/**`]
}
