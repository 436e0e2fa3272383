/** `&amp;`, `&#8217;`: HTML's way to write a character, met where no HTML is. */
import {fix_encoding} from 'ftfy-js'
import {unescape_html} from 'ftfy-js/fixes'
import {type Format, isMarkdown, type Proposal} from '../../draft/index.js'
import {matchesFrom} from './openings.js'

const RUN =
  /(?:&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});[ \t]?)*&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y
const SURE = 0.95
const UNSURE = 0.5
/** `&amp;amp;nbsp;` happens; deeper than this nobody has escaped. */
const DEEPEST = 5

/** Runs of character references and what they stand for. */
export function* entities(text: string, format: Format, isTechnical: (offset: number) => boolean): Iterable<Proposal> {
  for (const match of matchesFrom(text, '&', RUN)) {
    const [start, end] = [match.index, match.index + match[0].length]
    const plain = plainly(unescaped(match[0]))
    if (plain === match[0]) continue
    if (isMarkdown(format) && isNeededInMarkdown(plain, text.slice(end, end + 32))) continue
    const confidence = isTechnical(start) ? UNSURE : SURE
    yield {start, end, rule: 'residue/character-reference', expected: [plain], confidence}
  }
}

function unescaped(run: string): string {
  let [text, before] = [run, '']
  for (let depth = 0; depth < DEEPEST && text !== before; depth++) {
    before = text
    text = unescape_html(text)
  }
  return fix_encoding(text)
}

/** What the decode stage would take out again is not put in. */
function plainly(text: string): string {
  return text
    .replace(/[\t\n\r \u00a0\u2007\u202f]+/g, ' ')
    .replace(/[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu, '')
}

/** In Markdown `&lt;b&gt;` keeps a tag from being one, and `&amp;lt;` shows a reference. */
function isNeededInMarkdown(plain: string, after: string): boolean {
  return /[<>*_`[\]\\#|]/.test(plain) || (plain.endsWith('&') && /^#?\w{1,32};/.test(after))
}
