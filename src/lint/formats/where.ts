/** Where a document lies, for services that look at a whole repository. */
import path from 'node:path'
import type {LintFinding} from '../lint.js'
import type {FormatFacts} from './format.js'

/** Standard input has no place. */
const NOWHERE = '-'

/** A record stands in its file, on the line that its places name: `posts.jsonl:12` is `posts.jsonl`. */
export const fileOf = (document: string): string => document.replace(/^(-|.*\.(?:jsonl|ndjson)(?:\.gz)?):\d+$/is, '$1')

/** The file of a document by its path from the root of the repository; one that is absolute stays so. */
export function inRepository(document: string, {folder}: Pick<FormatFacts, 'folder'>): string {
  const file = fileOf(document)
  return folder === '' || file === NOWHERE || isAbsolute(file) ? file : path.posix.join(folder, file)
}

/** A URI reference, percent-encoded: relative, or `file:` for an absolute path. */
export function uriOf(file: string): string {
  const encoded = file
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  if (file.startsWith('/')) return `file://${encoded}`
  return isAbsolute(file) ? `file:///${encoded.replace('%3A', ':')}` : encoded
}

export const isAbsolute = (file: string): boolean => file.startsWith('/') || /^[a-z]:\//i.test(file)

/** The last line of which a finding has something: one that ends with its line ends before the next. */
export const lastLineOf = ({start, end}: LintFinding): number =>
  end.column === 1 && end.line > start.line ? end.line - 1 : end.line
