/** `[caption id="x"]…[/caption]`: commands of a content system that were never carried out. */
import type {Proposal} from '../../draft/index.js'
import {matchesFrom} from './openings.js'

const CODE =
  /\[(\/?)([a-z][a-z0-9_-]{1,40})((?:\s+[a-z_:-]{1,40}=(?:"[^"\n]*"|'[^'\n]*'|[“”][^“”\n]*[“”]|[^\s\]"']+))*)\s*\/?\](?!\()/iy

/** Names known from rules, and any name with attributes. What a pair of codes encloses stays. */
export function* shortcodes(text: string, known: ReadonlySet<string>): Iterable<Proposal> {
  for (const match of matchesFrom(text, '[', CODE)) {
    const [code, slash, name, attributes] = match
    const isKnown = known.has(name!.toLowerCase())
    if (!isKnown && attributes === '') continue
    const [start, end] = [match.index, match.index + code.length]
    yield {
      ...alone(text, start, end),
      rule: 'residue/shortcode',
      expected: [''],
      confidence: isKnown && (attributes !== '' || slash || name!.includes('_')) ? 0.95 : 0.85,
    }
  }
}

/** A code that has its line for itself takes the line along; one between blanks takes one of them. */
function alone(text: string, start: number, end: number): {start: number; end: number} {
  const isAtStart = start === 0 || text[start - 1] === '\n'
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end, end + 200))
  if (isAtStart && rest) return {start, end: end + rest[0].length}
  if (text[start - 1] === ' ' && (rest || text[end] === ' ')) return {start: start - 1, end}
  return {start, end}
}
