/**
 * Characters that cannot be seen, and those that must not get into a page.
 *
 * An invisible character that changed stays in the page as itself, under a symbol that the style sheet draws, so that
 * the text of the page is the text of the article. Control characters, characters that turn the direction of the text
 * around them, and halves of surrogate pairs are never written: an empty element that carries the code stands for each.
 */
import {hex, withEntities} from './html.js'

/** What must not be written, whether it changed or not. */
const FORBIDDEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\p{Cs}]/u
const TO_WRITE = new RegExp(`[&<>"']|${FORBIDDEN.source}`, 'gu')
/** What nobody sees, or takes for an ordinary space. */
const TO_SHOW = /[&<>"']|[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|[\ufe00-\ufe0f]|(?! )\p{Zs}/gu

/** Text that stays as it was: only what would do harm is replaced. */
export const unchangedText = (text: string): string =>
  text.replace(TO_WRITE, (char) => (FORBIDDEN.test(char) ? sign(char) : withEntities(char)))

/** Text of a change: what cannot be seen gets a symbol; blanks at its ends too, where nothing else is to be seen. */
export function changedText(text: string, areBlanksShown: boolean): string {
  const body = text.replace(TO_SHOW, (char) => (/[&<>"']/.test(char) ? withEntities(char) : sign(char)))
  const marked =
    areBlanksShown || text.trim() === '' ? body.replace(/^ +| +$/g, (blanks) => sign(' ').repeat(blanks.length)) : body
  return (/^\p{Mn}/u.test(text) ? ACCENT_BEARER : '') + marked
}

/** Whether two sides of a change differ in blanks only. */
export const differInBlanks = (removed: string, inserted: string): boolean => removed.trim() === inserted.trim()

/** Under an accent that would otherwise sit on the letter before the change. */
const ACCENT_BEARER = '<i class="ch" data-s="◌"></i>'

/** `soft hyphen`: what a text is that holds nothing to see; undefined when it does, or is long. */
export function nameOf(text: string): string | undefined {
  if (text.length === 0 || text.length > LONGEST_NAMED || /[!-~]/.test(text)) return undefined
  const names = Array.from(text, (char) => KNOWN[hex(char)]?.[1])
  return names.every((name) => name !== undefined) ? names.join(', ') : undefined
}

const LONGEST_NAMED = 6

function sign(char: string): string {
  const [symbol, name] = KNOWN[hex(char)] ?? [`U+${hex(char)}`, 'character that cannot be seen']
  const title = `${name} (U+${hex(char)})`
  if (char === '\n') return `<i class="ch nl" data-s="${symbol}" title="${title}">\n</i>`
  if (FORBIDDEN.test(char)) return `<i class="ch" data-s="${symbol}" data-c="${hex(char)}" title="${title}"></i>`
  return `<i class="ch" data-s="${symbol}" title="${title}">${char}</i>`
}

const KNOWN: Readonly<Record<string, readonly [symbol: string, name: string]>> = {
  '0009': ['⇥', 'tab'],
  '000A': ['↵', 'line break'],
  '000D': ['␍', 'carriage return'],
  '0020': ['␣', 'space'],
  '00A0': ['NBSP', 'no-break space'],
  '00AD': ['SHY', 'soft hyphen'],
  '061C': ['ALM', 'Arabic letter mark'],
  '200B': ['ZWSP', 'zero-width space'],
  '200C': ['ZWNJ', 'zero-width non-joiner'],
  '200D': ['ZWJ', 'zero-width joiner'],
  '200E': ['LRM', 'left-to-right mark'],
  '200F': ['RLM', 'right-to-left mark'],
  '2028': ['LS', 'line separator'],
  '2029': ['PS', 'paragraph separator'],
  '202A': ['LRE', 'left-to-right embedding'],
  '202B': ['RLE', 'right-to-left embedding'],
  '202C': ['PDF', 'end of embedding'],
  '202D': ['LRO', 'left-to-right override'],
  '202E': ['RLO', 'right-to-left override'],
  '202F': ['NNBSP', 'narrow no-break space'],
  '2060': ['WJ', 'word joiner'],
  '2066': ['LRI', 'left-to-right isolate'],
  '2067': ['RLI', 'right-to-left isolate'],
  '2068': ['FSI', 'first strong isolate'],
  '2069': ['PDI', 'end of isolate'],
  '3000': ['IDSP', 'ideographic space'],
  FE0E: ['VS15', 'variation selector for text'],
  FE0F: ['VS16', 'variation selector for pictures'],
  FEFF: ['BOM', 'byte order mark'],
}
