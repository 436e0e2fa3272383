/** The forms a text may be in. */

/**
 * `text` knows no front matter and no indented code; `mdx` is Markdown with components and expressions in it, and without
 * indented code.
 */
export type Format = 'text' | 'markdown' | 'mdx'

export const FORMATS = ['text', 'markdown', 'mdx'] as const satisfies readonly Format[]

/** Whether headings, lists and links are marked as Markdown marks them. */
export const isMarkdown = (format: Format): boolean => format !== 'text'

/** The form that a file's name promises. */
export function formatOfName(name: string): Format {
  if (/\.mdx(?:\.gz)?$/i.test(name)) return 'mdx'
  return /\.(?:md|markdown)(?:\.gz)?$/i.test(name) ? 'markdown' : 'text'
}
