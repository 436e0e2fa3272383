/** What a text's own characters would say in Markdown, escaped; nothing else is. */

/** What a text stands in, as far as it matters to its marks. */
export type Setting = 'line' | 'heading' | 'cell' | 'first-cell'

/** The text as Markdown that shows it. */
export function escaped(text: string, setting: Setting): string {
  // Cells share a line, so the other tilde may stand in the next one.
  const isStruck = text.includes('~') && (setting.endsWith('cell') || text.indexOf('~') !== text.lastIndexOf('~'))
  let safe = isStruck || SUSPECT.test(text) ? inline(text, isStruck) : text
  if (setting === 'heading') return safe.replace(CLOSES_HEADING, '$1\\$2')
  if (setting !== 'line') safe = safe.replaceAll('|', '\\|')
  if (setting === 'cell') return safe
  return safe.replace(NUMBERED, '$1\\$2').replace(OPENS_BLOCK, (mark) => (mark.startsWith('\\') ? mark : `\\${mark}`))
}

/** Marks that begin something only at the start of a line. */
const OPENS_BLOCK =
  /^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|=+\s*$|[-:|](?=[\s|:-]*$)|`{3,}|~{3,}|\||\[(?=[^\]]{0,999}\]:)|\[(?=[ xX]\]\s))/
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/
/** Number signs at the end of a heading belong to its mark. */
const CLOSES_HEADING = /(^|\s)(#+\s*)$/
/** What may be markup anywhere in a line; a lone star or an underscore within a word is none. */
const INLINE =
  /\\(?=[!-/:-@[-`{-~])|`|\*(?=\S)|(?<=\S)\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[a-zA-Z/!?])|&(?=#?\w+;)|\](?=[([])/gu
const SUSPECT = /[\\`*_<&\]]/
/** Two tildes, apart or in a run, strike out what is between them. */
const TILDE = /(?<=\S)~|~(?=~)/g

/** Longer texts go piece by piece (UTF-16 code units): replacing takes memory for every mark at once. */
const LONGEST_PIECE = 1 << 20

function inline(text: string, isStruck: boolean): string {
  if (text.length <= LONGEST_PIECE) return marked(text, isStruck)
  const pieces: string[] = []
  for (let at = 0; at < text.length; ) {
    const blank = text.lastIndexOf(' ', at + LONGEST_PIECE)
    const end = at + LONGEST_PIECE >= text.length ? text.length : blank > at ? blank : at + LONGEST_PIECE
    pieces.push(marked(text.slice(at, end), isStruck))
    at = end
  }
  return pieces.join('')
}

function marked(text: string, isStruck: boolean): string {
  const safe = text.replace(INLINE, '\\$&')
  return isStruck ? safe.replace(TILDE, '\\$&') : safe
}
