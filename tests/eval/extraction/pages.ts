/** The pages that extraction is measured on: real ones, in the shared folder beside the project. */
import {existsSync} from 'node:fs'
import path from 'node:path'
import {heldOutIds, pageBytes, readTruePage, type TruePage, truthOf} from '../../../src/train/extraction-pages.js'
import type {Truth} from './measure.js'

const folder = path.resolve(import.meta.dirname, '../../../../shared/extraction')

/** A page with its article. */
export type MeasuredPage = TruePage & Truth

export const isMeasurable = (): boolean => existsSync(folder)

/** The pages no model has seen, or those that the models are trained on. */
export function pagesOf(set: 'held-out' | 'training'): MeasuredPage[] {
  const heldOut = heldOutIds(path.join(import.meta.dirname, 'held-out.txt'))
  return truthOf(folder).filter(({id}) => heldOut.has(id) === (set === 'held-out'))
}

/** The page as it was served. */
export const bytesOf = (page: MeasuredPage): Uint8Array => pageBytes(folder, page)

/** All that the page shows, a block a line, without any markup: what a scraper leaves that strips tags. */
export const flattened = (page: MeasuredPage): string =>
  readTruePage(folder, page)
    .page.blocks.map(({text}) => `${text.replace(/\s+/g, ' ').trim()}\n`)
    .join('')
