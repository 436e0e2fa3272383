/** What kind of document an editor shows: by the name of its language, which an author may set, else by its file. */
import type {LintInput} from '../lint/linter.js'

export type Facts = LintInput['facts']
type Kind = Pick<Facts, 'format' | 'markup'>

const MARKDOWN: Kind = {format: 'markdown'}
const TEXT: Kind = {format: 'text'}
const PAGE: Kind = {markup: 'html'}

/** Identifiers of VS Code, file types of Vim, names of Helix. */
const BY_LANGUAGE: ReadonlyMap<string, Kind> = new Map([
  ['markdown', MARKDOWN],
  ['mdx', MARKDOWN],
  ['markdown.mdx', MARKDOWN],
  ['plaintext', TEXT],
  ['text', TEXT],
  ['html', PAGE],
  ['xhtml', PAGE],
])

const BY_EXTENSION: readonly (readonly [RegExp, Kind])[] = [
  [/\.(?:md|markdown|mdx)$/i, MARKDOWN],
  [/\.(?:txt|text)$/i, TEXT],
  [/\.x?html?$/i, PAGE],
]

interface Named {
  readonly language: string
  readonly file: string | undefined
}

/** Undefined for what holds no prose that could be read: code, data. */
export function factsOf({language, file = '-'}: Named): Facts | undefined {
  const kind = BY_LANGUAGE.get(language) ?? BY_EXTENSION.find(([name]) => name.test(file))?.[1]
  return kind && {path: file, ...kind}
}

/** Markdown in which comments are written otherwise. */
export const isMdx = ({language, file = ''}: Named): boolean => /\bmdx$/.test(language) || /\.mdx$/i.test(file)
