/** Front matter: the values of a few fields are prose, its keys and everything else are not. */
import {frontMatterIn} from '../../draft/index.js'
import {type Part, PartsError} from './part.js'
import {tomlParts} from './toml.js'
import {yamlParts} from './yaml.js'

/** What readers see of an article before they open it. */
export const FRONT_MATTER_FIELDS = ['title', 'description', 'summary', 'excerpt', 'subtitle'] as const

/** Longer front matter (UTF-16 code units) is data; and a parser of YAML takes a second for so many blanks in a row. */
const LONGEST = 20_000

/** The parts in the front matter of a Markdown file; none in one that cannot be read: others say so. */
export function frontMatterParts(file: string, fields: readonly string[] = FRONT_MATTER_FIELDS): Part[] {
  const found = frontMatterIn(file)
  if (!found || fields.length === 0 || found.end - found.start > LONGEST) return []
  try {
    return (found.mark === '---' ? yamlParts : tomlParts)(file, fields, found.start, found.end)
  } catch (error) {
    if (error instanceof PartsError) return []
    throw error
  }
}
