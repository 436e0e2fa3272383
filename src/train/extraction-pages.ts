/** Web pages with their articles, as a folder of `html/ID.html.gz` and one `truth.jsonl.gz` holds them. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {gunzipSync} from 'node:zlib'
import {namedEncoding} from '../read/html/page-encoding.js'
import {type ReadPage, readPage} from '../read/html/read-page.js'
import {decodeBytes} from '../stages/decode/bytes/bytes.js'

export interface TruePage {
  readonly id: string
  readonly url: string
  readonly source: string
  /** `article`, `forum`, `product`, … */
  readonly type: string
  /** `latn`, `zh`, … */
  readonly script: string
  /** The article. */
  readonly text: string
}

/** The records of a folder, in its order. */
export function truthOf(folder: string): TruePage[] {
  const lines = gunzipSync(readFileSync(path.join(folder, 'truth.jsonl.gz')))
    .toString('utf8')
    .split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as TruePage)
}

/** The bytes of a page. */
export const pageBytes = (folder: string, {id}: TruePage): Uint8Array =>
  gunzipSync(readFileSync(path.join(folder, 'html', `${id}.html.gz`)))

/** A page, read. */
export function readTruePage(folder: string, page: TruePage): ReadPage {
  const bytes = pageBytes(folder, page)
  return readPage(decodeBytes(bytes, namedEncoding(bytes)).text, page.url)
}

/** The ids of the pages that are kept for measuring, one a line. */
export const heldOutIds = (file: string): ReadonlySet<string> =>
  new Set(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')),
  )
