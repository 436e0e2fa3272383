/**
 * The documents of two states of a repository: those that changed, as they are now and as they were.
 *
 * Both pass through the same linter, and what is new is told by fingerprints over all of them together. Of before there
 * are also the files that were deleted, wherever they lay: their paragraphs may have gone into others.
 */
import {existsSync} from 'node:fs'
import path from 'node:path'
import {type Input, inputFrom, inputOf} from '../../batch/inputs.js'
import {Blobs} from './blobs.js'
import {type Change, changesIn, type Span, type Version} from './changes.js'
import {selectionOf, textBelow} from './selection.js'

export interface Comparison {
  readonly before: readonly Input[]
  readonly now: readonly Input[]
  /** Where a place of before is now. */
  placeNow(place: string): string
  /** Whether a file is as it was: its findings are still its own. */
  isUnchanged(place: string): boolean
  /** What a reader should know about the comparison. */
  readonly notice: string | undefined
  /** After all inputs were read. */
  close(): void
}

/**
 * What changed of the files that paths, globs and folders name; without any, of those below the working folder.
 *
 * @throws UsageError where there is no repository, no such commit or no such file.
 */
export async function compare(span: Span, patterns: readonly string[]): Promise<Comparison> {
  const {root, changes, notice} = await changesIn(process.cwd(), span)
  const fileOf = (version: Version): string => path.resolve(root, version.path)
  const isMeant = selectionOf(
    patterns,
    changes.flatMap(({now}) => (now ? [fileOf(now)] : [])),
  )
  const isText = textBelow(path.resolve(root))
  const chosen = changes.filter(({before, now}) => (now ? isMeant(fileOf(now)) : isText(fileOf(before!))))
  const blobs = new Blobs(root)
  const inputFor = (version: Version): Input => {
    const {id} = version
    const file = fileOf(version)
    return id === undefined ? inputOf(file, path.basename(file)) : inputFrom(file, () => blobs.read(id))
  }
  const documents = chosen.map(({before, now}) => ({before: before && inputFor(before), now: now && inputFor(now)}))
  const side = (state: keyof Change): Input[] =>
    documents.flatMap((document) => document[state] ?? []).sort((a, b) => (a.path < b.path ? -1 : 1))
  const moves = new Map(documents.flatMap(({before, now}) => (before && now ? [[before.path, now.path]] : [])))
  const changed = new Set(documents.flatMap(({before, now}) => [before, now]).map((document) => document?.path))
  return {
    before: side('before'),
    now: side('now'),
    placeNow: (place) => moves.get(place) ?? place,
    isUnchanged: (place) => !changed.has(place) && existsSync(place),
    notice,
    close: () => blobs.close(),
  }
}
