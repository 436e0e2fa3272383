/** From bytes to a text that can be cleaned, or to the reason why it cannot. */
import {createHash} from 'node:crypto'
import {looksLikeHtml, type OpenedPage, openPage} from './read/html/open-page.js'
import {namedEncoding} from './read/html/page-encoding.js'
import type {Digest, SourceDigest} from './report/report.js'
import {type Decoded, decodeBytes} from './stages/decode/bytes/bytes.js'

/** Larger documents are rejected: a string of JavaScript holds no more than half a billion characters. */
export const LARGEST_BYTES = 256 * 1024 * 1024

/** What bytes turn out to be, before any stage has seen them. */
export interface Opened {
  /** Of a web page, all that it shows. */
  readonly text: string
  readonly rejected: string | undefined
  readonly source: SourceDigest
  readonly page: OpenedPage | undefined
  readonly html: string | undefined
}

/** What is known of a document that tells what its bytes are. */
interface OpeningFacts {
  readonly path?: string
  readonly url?: string
  readonly markup?: 'html'
  readonly encoding?: string
}

/** Reads bytes as text, and a page as the text that it shows. Never throws for what they hold. */
export function opened(input: string | Uint8Array, {encoding: told, markup, path, url}: OpeningFacts): Opened {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  const decoded = bytes.length > LARGEST_BYTES ? tooLarge(bytes.length) : decode(input, told)
  const {encoding, evidence} = decoded
  const isPage = markup === 'html' || HTML_NAME.test(path ?? '') || looksLikeHtml(decoded.text)
  const page = isPage && decoded.rejected === undefined ? openPage(decoded.text, url) : undefined
  const text = page?.text ?? decoded.text
  const rejected = decoded.rejected ?? hollow(text, isPage)
  const html = page && decoded.text
  return {text, rejected, page, html, source: digestOf(bytes, {characters: text.length, encoding, evidence})}
}

/** Hashed when somebody asks: whoever lints never does. */
function digestOf(bytes: Uint8Array, {characters, encoding, evidence}: Omit<SourceDigest, keyof Digest>): SourceDigest {
  let sha256: string | undefined
  return {
    get sha256() {
      sha256 ??= createHash('sha256').update(bytes).digest('hex')
      return sha256
    },
    bytes: bytes.length,
    characters,
    encoding,
    evidence,
  }
}

const HTML_NAME = /\.x?html?(?:\.gz)?$/i

function tooLarge(bytes: number): Decoding {
  const rejected = `too large: ${bytes} bytes, at most ${LARGEST_BYTES}`
  return {text: '', encoding: 'unknown', evidence: 'default', rejected}
}

type Decoding = Pick<Decoded, 'text' | 'encoding' | 'evidence' | 'rejected'>

function decode(input: string | Uint8Array, told: string | undefined): Decoding {
  if (typeof input === 'string') return {text: input, encoding: 'utf-16', evidence: 'told'}
  return decodeBytes(input, told ?? (() => namedEncoding(input)))
}

/** Why a decoded text is no article. */
function hollow(text: string, isPage: boolean): string | undefined {
  if (/\S/.test(text)) return undefined
  return isPage ? 'a page without text' : text === '' ? 'empty' : 'nothing but blanks'
}
