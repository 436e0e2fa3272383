/**
 * What a document says to the program, and what came of it.
 *
 * An author's refusal holds for every use of a document, so `clean` heeds it as `lint` does; and since stages read blanks
 * where a directive stands, they neither see one nor may edit it.
 */
import {
  applyEdits,
  type Decide,
  type Decision,
  type Format,
  findOverlap,
  OffsetMap,
  type RuleId,
  type Span,
} from '../draft/index.js'
import {type BlockPlaces, spansInHtml} from '../read/html/in-html.js'
import {asidesOf} from './blank.js'
import type {Directive} from './directive.js'
import {type Mistaken, type Orders, ordersIn, ordersInPage} from './orders.js'
import {Phrase} from './phrase.js'

/** A directive that turned nothing down; of one that names rules, which of them, as it was written. */
export interface Unused {
  readonly directive: Directive
  readonly rule: string | undefined
}

/** Where in the file something of the source stands: of what is no page, where it says. */
type SpanInFile = (place: Span & {readonly actual: string}) => Span

/** The directives of a text; undefined where there are none. */
export function directivesIn(source: string, format: Format): Directives | undefined {
  const orders = ordersIn(source, format)
  return orders && new Directives(source, orders)
}

/** The directives of a page; `source` is its text, and `places` where the blocks of that stand in the HTML. */
export function directivesInPage(html: string, source: string, places: BlockPlaces): Directives | undefined {
  const orders = ordersInPage(html)
  return orders && new Directives(source, {...orders, comments: []}, spansInHtml(html, places))
}

export class Directives {
  /** The source as stages are to read it, as long as it is. */
  readonly text: string
  /** Where blanks stand in `text` for directives: sorted and apart. */
  readonly asides: readonly Span[]
  readonly all: readonly Directive[]
  readonly mistakes: readonly Mistaken[]
  /** That nothing of the document is to be looked at. */
  readonly isOff: boolean
  readonly #spanInFile: SpanInFile
  readonly #phrases: ReadonlyMap<Directive, Phrase>
  /** By directive, what it says of rules and was of use; undefined for one that names none. */
  readonly #used = new Map<Directive, Set<string | undefined>>()

  constructor(
    source: string,
    {comments, directives, mistakes, isOff}: Orders,
    spanInFile: SpanInFile = (place) => place,
  ) {
    const asides = asidesOf(source, comments)
    this.asides = asides
    this.text = applyEdits(source, asides)
    this.all = directives
    this.mistakes = mistakes
    this.isOff = isOff
    this.#spanInFile = spanInFile
    this.#phrases = new Map(directives.flatMap((d) => (d.phrase === undefined ? [] : [[d, new Phrase(d.phrase)]])))
  }

  /** What the document says of a finding; remembers which of its directives did. */
  readonly decide: Decide = (finding) => {
    if (this.isOff) return {state: 'refused', note: 'unspun: off'}
    const place = this.#spanInFile(finding)
    let note: string | undefined
    for (const directive of this.all) {
      if (directive.reach && !touches(directive.reach, place)) continue
      const named = namesOf(directive, finding.rule)
      if (named.length === 0 || !(this.#phrases.get(directive)?.isIn(this.text, finding) ?? true)) continue
      const used = this.#used.get(directive) ?? new Set()
      this.#used.set(directive, used)
      for (const name of named) used.add(name)
      note ??= directive.reason ?? 'ignored without a reason'
    }
    return note === undefined ? this.#shielded(finding) : {state: 'refused', note}
  }

  /**
   * What the document and others decide. The author's refusal comes first, so that a directive is known to be of use;
   * what the author leaves open the others decide.
   */
  before(others: Decide | undefined): Decide {
    if (!others) return this.decide
    return (finding) => {
      const decision = this.decide(finding)
      return decision?.state === 'refused' ? decision : (others(finding) ?? decision)
    }
  }

  /** The text as it would be without directives, and where something of the source stands in it. */
  bare(): {readonly text: string; spanOf(place: Span): Span} {
    const edits = this.asides.map(({start, end}) => ({start, end, insert: ' '}))
    const map = new OffsetMap(edits)
    const spanOf = ({start, end}: Span): Span => ({start: map.forth(start, 'start'), end: map.forth(end, 'end')})
    return {text: applyEdits(this.text, edits), spanOf}
  }

  /** What was of no use so far, in the order of the document. */
  unused(): Unused[] {
    if (this.isOff) return []
    return this.all.flatMap((directive) => {
      const names = directive.rules.length === 0 ? [undefined] : directive.rules
      return names.filter((name) => !this.#used.get(directive)?.has(name)).map((rule) => ({directive, rule}))
    })
  }

  /** An edit of nothing but the blanks that stand for a directive is none; of one that takes more along somebody decides. */
  #shielded({start, end, expected}: Span & {readonly expected: readonly string[]}): Decision | undefined {
    const blank = findOverlap(this.asides, {start, end})
    if (expected.length === 0 || !blank) return undefined
    const note = 'a directive stands here'
    const isBlank = /^\s*$/.test(this.text.slice(start, end))
    return {state: isBlank ? 'refused' : 'proposed', note}
  }
}

/** What a directive says that speaks of a rule: the rule, its stage, or nothing at all. */
function namesOf({rules}: Directive, rule: RuleId): readonly (string | undefined)[] {
  if (rules.length === 0) return [undefined]
  return rules.filter((name) => name === rule || (rule.startsWith(name) && rule[name.length] === '/'))
}

/** Whether something stands in a reach at least in part; an insertion stands there at its edges, too. */
function touches(reach: Span, {start, end}: Span): boolean {
  return start === end ? reach.start <= start && start <= reach.end : reach.start < end && start < reach.end
}
