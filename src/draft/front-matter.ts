/** What stands before the text of a Markdown file and speaks of it. */
import type {Span} from './span.js'

const FRONT_MATTER = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/

/** What stands between the marks of front matter. */
export interface FrontMatter extends Span {
  /** `---` around YAML, `+++` around TOML. */
  readonly mark: '---' | '+++'
  /** Behind the closing mark. */
  readonly closed: number
}

/** The front matter that a text begins with. */
export function frontMatterIn(text: string): FrontMatter | undefined {
  const opening = FRONT_MATTER.exec(text)
  if (!opening) return undefined
  const mark = opening[1] as FrontMatter['mark']
  const closing = mark === '---' ? /^(?:---|\.\.\.)[ \t]*$/gm : /^\+\+\+[ \t]*$/gm
  closing.lastIndex = opening[0].length
  const end = closing.exec(text)
  return end ? {start: opening[0].length, end: end.index, mark, closed: end.index + end[0].length} : undefined
}
