/** Where a baseline lies, and its entries as seen from the working folder. */
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {UsageError} from '../../usage-error.js'
import {BASELINE, type BaselineEntry, BaselineError, baselineOf, readBaseline} from './baseline.js'

/** Where a baseline belongs: beside the configuration, or in the working folder where there is none. */
export const baselinePlace = (configuration: string | undefined): string =>
  path.join(configuration === undefined ? '' : path.dirname(configuration), BASELINE)

/** The baseline that lies in its place or, failing that, in the working folder; undefined where there is none. */
export const findBaseline = (configuration: string | undefined): string | undefined =>
  [baselinePlace(configuration), BASELINE].find((file) => existsSync(file))

/**
 * The entries of a baseline; their places are relative to the working folder, as paths of documents are.
 *
 * @throws UsageError where it cannot be read or is none.
 */
export function loadBaseline(file: string): BaselineEntry[] {
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(
      `Baseline ${file} cannot be read: ${(error as Error).message}. unspun baseline create PATHS --out ${file} makes it`,
    )
  }
  try {
    return readBaseline(shown(file), content).map((entry) => ({...entry, place: fromFile(file, entry.place)}))
  } catch (error) {
    throw error instanceof BaselineError ? new UsageError(error.message) : error
  }
}

/** Writes entries whose places are relative to the working folder. */
export async function saveBaseline(file: string, entries: Iterable<BaselineEntry>): Promise<void> {
  const {default: writeFileAtomic} = await import('write-file-atomic')
  const content = baselineOf(Array.from(entries, (entry) => ({...entry, place: fromWorkingFolder(file, entry.place)})))
  try {
    await writeFileAtomic(file, content)
  } catch (error) {
    throw new UsageError(`${file} was not written: ${(error as Error).message}`)
  }
}

/** As people are told of it: relative, with forward slashes. */
export const shown = (file: string): string => slashed(path.relative('', path.resolve(file)))

const slashed = (file: string): string => file.split(path.sep).join('/')

const fromFile = (file: string, place: string): string =>
  place === '-' ? place : shown(path.resolve(path.dirname(file), place))

const fromWorkingFolder = (file: string, place: string): string =>
  place === '-' ? place : slashed(path.relative(path.dirname(path.resolve(file)), path.resolve(place)))
