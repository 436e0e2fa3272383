/** Metadata as YAML front matter. */
import {stringify} from 'yaml'
import type {Metadata} from '../draft/index.js'

/** The article with front matter before it; one that has front matter already keeps its own. */
export function withFrontMatter(markdown: string, metadata: Metadata): string {
  if (/^(?:---|\+\+\+)[ \t]*\r?\n/.test(markdown)) return markdown
  if (Object.keys(metadata).length === 0) return markdown
  return `---\n${stringify(metadata, {lineWidth: 0})}---\n\n${markdown}`
}
