/** Which site a document is from, and what repeats on the pages of the sites of a run. */
import path from 'node:path'
import {createCleaner} from '../clean.js'
import type {SiteMemory} from '../draft/index.js'
import {SiteMemories} from '../site/memory.js'
import {pageLines} from '../site/page-lines.js'
import {siteOfUrl} from '../site/site-name.js'
import type {Document, Unreadable} from './documents.js'
import type {Input} from './inputs.js'
import {ProfileBuilding} from './profile-building.js'

/**
 * The host of its URL. For a file without one, the folder on its path that is called like a host, as mirrors of sites
 * have it, or else the folder it lies in, with a slash at its end. Undefined for a record without one: a stream of
 * records may come from anywhere.
 */
export function siteOf({input, facts}: Document): string | undefined {
  if (facts.url !== undefined) return siteOfUrl(facts.url)
  if (input.holds === 'records') return undefined
  const folder = path.posix.dirname(input.path)
  const host = folder.split('/').find((name) => HOST.test(name))
  return host === undefined ? `${folder}/` : siteOfUrl(`https://${host}/`)
}

const HOST = /^(?:[a-z\d][a-z\d-]*\.)+[a-z]{2,24}$/i

/** What was counted, and what not. */
export interface PageCount {
  pages: number
  /** Documents of no known site. */
  homeless: number
  /** Documents that are rejected. */
  rejected: number
}

/** Counts documents as pages of their sites; inputs that cannot be read are passed to `onError`. */
export async function countPages(
  documents: AsyncIterable<Document | Unreadable>,
  building: ProfileBuilding,
  onDocument: (document: Document | Unreadable) => void,
): Promise<PageCount> {
  // Lines are compared where characters are repaired already, but nothing was taken out yet.
  const decode = createCleaner({stages: ['decode']})
  const count: PageCount = {pages: 0, homeless: 0, rejected: 0}
  for await (const document of documents) {
    onDocument(document)
    if ('error' in document) continue
    const {report} = decode(document.content, document.facts)
    const site = siteOf(document)
    if (report.rejected !== undefined) count.rejected++
    else if (site === undefined) count.homeless++
    else {
      count.pages++
      await building.add(site, pageLines(report.text))
    }
  }
  return count
}

/** Asked for a document, what is known of its site. */
export type SiteMemoryOf = (document: Document) => SiteMemory | undefined

/** What a profile says, for each document. */
export const fromProfile =
  (memories: SiteMemories): SiteMemoryOf =>
  (document) => {
    const site = siteOf(document)
    return site === undefined ? undefined : memories.of(site)
  }

/** Whether there can be two pages of one site, in what can be read twice. */
export const canRepeat = (inputs: readonly Input[]): boolean =>
  inputs.every(({file}) => file !== '-') && (inputs.length > 1 || inputs.some(({holds}) => holds === 'records'))

/** Reads all documents for what repeats on the pages of each site. */
export async function learn(
  documents: AsyncIterable<Document | Unreadable>,
  onDocument: (document: Document | Unreadable) => void,
): Promise<SiteMemoryOf> {
  const building = new ProfileBuilding()
  try {
    await countPages(documents, building, onDocument)
    return fromProfile(new SiteMemories(building.profile()))
  } finally {
    building.dispose()
  }
}
