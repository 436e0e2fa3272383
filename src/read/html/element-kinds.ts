/** What the names of elements say: how they break text, what they close, what of them is never shown. */

/** Elements without content. */
export const VOID: ReadonlySet<string> = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
)

/**
 * Elements whose text nobody sees on the page, and how a word is pronounced, which stands above it and not in the line.
 * `noscript` and `template` are decided where they stand.
 */
export const UNSEEN: ReadonlySet<string> = new Set(
  'applet audio canvas datalist iframe math noembed noframes object rp rt rtc script select style svg textarea title video'.split(
    ' ',
  ),
)

/** Elements that stand in a line of text; every other one, and every one nobody knows, breaks it. */
export const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt rtc ruby s samp ' +
    'small span strike strong sub sup time tt u var wbr img input meta link picture source slot amp-img'
  ).split(' '),
)

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

const NOT_IN_PARAGRAPH =
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 ' +
  'h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul li dd dt'

/** What an opening tag ends: the elements it closes, and those that keep what lies beyond them from being closed. */
export interface Implied {
  readonly closes: ReadonlySet<string>
  readonly keptBy: ReadonlySet<string>
}

const LISTS = set('ul ol menu dir table td th')
const TABLES = set('table')

/**
 * Optional end tags, after section 13.1.2.4 of the HTML standard, and its rules for what may not stand in a paragraph.
 */
export const IMPLIED: ReadonlyMap<string, Implied> = new Map<string, Implied>([
  ...NOT_IN_PARAGRAPH.split(' ').map((name): [string, Implied] => [
    name,
    {closes: set('p'), keptBy: set('button table td th caption object')},
  ]),
  ['li', {closes: set('li p'), keptBy: LISTS}],
  ['dd', {closes: set('dd dt p'), keptBy: set('dl table td th')}],
  ['dt', {closes: set('dd dt p'), keptBy: set('dl table td th')}],
  ['tr', {closes: set('tr td th caption'), keptBy: TABLES}],
  ['td', {closes: set('td th caption'), keptBy: TABLES}],
  ['th', {closes: set('td th caption'), keptBy: TABLES}],
  ['thead', {closes: set('thead tbody tfoot tr td th caption'), keptBy: TABLES}],
  ['tbody', {closes: set('thead tbody tfoot tr td th caption'), keptBy: TABLES}],
  ['tfoot', {closes: set('thead tbody tfoot tr td th caption'), keptBy: TABLES}],
  ['option', {closes: set('option'), keptBy: set('select')}],
  ['optgroup', {closes: set('option optgroup'), keptBy: set('select')}],
  ['a', {closes: set('a'), keptBy: set('table td th')}],
  ['body', {closes: set('head'), keptBy: set('html')}],
])

/** End tags do not reach beyond these: what is opened in a cell is closed in it. */
export const SCOPES: ReadonlySet<string> = set('table td th caption html template')
