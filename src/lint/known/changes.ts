/** What changed in a repository: each file with the version of before and the one of now. */

import {visible} from '../../stage/visible.js'
import {UsageError} from '../../usage-error.js'
import {GitError, git} from './git.js'

/** A file as it is in one of two states; paths are relative to the root of the repository, with forward slashes. */
export interface Version {
  readonly path: string
  /** The name of its content in git's store; undefined for what lies in the working tree. */
  readonly id: string | undefined
}

/** Without `before` it was added, without `now` it was deleted; a renamed file has two paths. */
export interface Change {
  readonly before?: Version
  readonly now?: Version
}

/** What two states are compared: the working tree with a commit, or the index with the last one. */
export type Span = {readonly since: string} | 'staged'

export interface Changes {
  /** The root of the repository. */
  readonly root: string
  readonly changes: readonly Change[]
  /** What a reader should know about the comparison. */
  readonly notice: string | undefined
}

/**
 * What changed below a repository's root since a commit, or what is staged. Files in the working tree that git does not
 * know and does not ignore count as added.
 *
 * @throws UsageError where there is no repository, or no such commit in it.
 */
export async function changesIn(folder: string, span: Span): Promise<Changes> {
  const root = await rootOf(folder)
  if (span === 'staged') {
    return {root, changes: changesOf(await git(root, [...DIFF, '--cached', '--'])), notice: undefined}
  }
  const {commit, notice} = await baseOf(root, span.since)
  const [diff, untracked] = await Promise.all([git(root, [...DIFF, commit, '--']), git(root, UNTRACKED)])
  const added = untracked.split('\0').filter((path) => path !== '' && !path.endsWith('/'))
  // Of a renamed file git tells an id, too, but its store need not have it: what is there now lies in the file.
  const changed = changesOf(diff).map(({before, now}) => ({...(before && {before}), ...(now && inFile(now.path))}))
  return {root, changes: [...changed, ...added.map(inFile)], notice}
}

const inFile = (path: string): {now: Version} => ({now: {path, id: undefined}})

/** Raw, so that the contents of both sides are named; no program of anybody's configuration takes part. */
const DIFF = [
  'diff',
  '--raw',
  '-z',
  '--no-abbrev',
  '--find-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules',
]
const UNTRACKED = ['ls-files', '-z', '--others', '--exclude-standard', '--full-name']

async function rootOf(folder: string): Promise<string> {
  try {
    return (await git(folder, ['rev-parse', '--show-toplevel'])).replace(/\r?\n$/, '')
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    throw new UsageError(`--since and --staged compare with what git has, and it says: ${error.said}`)
  }
}

/** Where the history of a commit and that of HEAD part: what others committed after that is none of our changes. */
async function baseOf(root: string, ref: string): Promise<{commit: string; notice: string | undefined}> {
  const commit = await commitOf(root, ref)
  try {
    return {commit: (await git(root, ['merge-base', commit, 'HEAD'])).split('\n', 1)[0]!, notice: undefined}
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    const why = (await isShallow(root)) ? '; this clone is shallow, a deeper one (fetch-depth: 0) may have it' : ''
    return {commit, notice: `${visible(ref)} and HEAD have no commit in common, compared with ${visible(ref)}${why}`}
  }
}

async function commitOf(root: string, ref: string): Promise<string> {
  if (ref.startsWith('-') || ref === '') throw new UsageError(`Unexpected --since ${visible(ref)}, expected a commit`)
  try {
    return (await git(root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])).trim()
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    const next = (await isShallow(root))
      ? 'This clone is shallow: check out with fetch-depth: 0, or fetch the commit first (git fetch --unshallow)'
      : 'git branch --all and git tag list what there is; git fetch brings what is new'
    throw new UsageError(`Unexpected --since ${visible(ref)}, expected a commit that this repository has. ${next}`)
  }
}

const isShallow = async (root: string): Promise<boolean> =>
  (await git(root, ['rev-parse', '--is-shallow-repository'])).trim() === 'true'

/** `:OLD_MODE NEW_MODE OLD_ID NEW_ID STATUS`, then one path, or two where the file was renamed. */
function changesOf(raw: string): Change[] {
  const fields = raw.split('\0')
  const changes: Change[] = []
  for (let i = 0; fields[i]?.startsWith(':'); ) {
    const [oldMode = '', newMode = '', oldId = '', newId = '', status = ''] = fields[i++]!.slice(1).split(' ')
    const path = fields[i++]!
    const newPath = status.startsWith('R') ? fields[i++]! : path
    const before = versionOf(oldMode, oldId, path)
    const now = versionOf(newMode, newId, newPath)
    if (before || now) changes.push({...(before && {before}), ...(now && {now})})
  }
  return changes
}

/** Regular files only: no links, no repositories within. */
const versionOf = (mode: string, id: string, path: string): Version | undefined =>
  mode.startsWith('100') ? {path, id: /^0+$/.test(id) ? undefined : id} : undefined
