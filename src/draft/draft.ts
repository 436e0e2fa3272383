/**
 * What flows through the house: the source as received, the text as it now stands, and every revision between the two.
 *
 * Stages propose, the draft applies what the policy allows, in one pass, and remembers the rest.
 * A repair is a finding that was applied, so what is shown is what was done.
 */
import type {Root, RootContent} from 'nlcst'
import {toString as sayTree} from 'nlcst-to-string'
import {besideAsides, withObjects} from './asides.js'
import {applyEdits, type Edit, type Revision, RevisionMap, type StageName} from './edit.js'
import type {Decide, Finding, Policy, Proposal} from './finding.js'
import {Findings} from './findings.js'
import type {Format} from './format.js'
import {editsOfTree, growTree, type Leaves, type Parse, relocate} from './lazy-root.js'
import {type Lines, linesOf} from './lines.js'
import {type DecisionOn, settleOverlaps, type Verdict} from './overlap.js'
import {isSamePartition, type Language, type Metadata, movedPassages, type Passage} from './passage.js'
import {placesOf} from './place.js'
import {protectedSpans} from './protected.js'
import {rewordedOf} from './reworded.js'
import type {SiteMemory} from './site.js'
import type {ProtectedSpan, Span} from './span.js'
import type {WrittenPage} from './web-page.js'
import {type Words, wordsOf} from './words.js'

export interface DraftOptions {
  /** How the tree is grown when somebody looks at it. */
  readonly parse: Parse
  readonly format?: Format
}

/** What is computed from the text as it stands, and forgotten when it changes. */
interface Derived {
  words?: Words
  lines?: Lines
  protectedSpans?: readonly ProtectedSpan[]
  children?: RootContent[]
  leaves?: Leaves
}

const drafts = new WeakMap<object, Draft>()

export class Draft {
  readonly source: string
  readonly format: Format
  readonly root: Root
  /** Main language of the document; undefined until identified, or when that was not possible. */
  language: Language | undefined
  /** Why the whole document should go, if it should. */
  rejected: string | undefined
  /** The web page that the source was written from. */
  web: WrittenPage | undefined
  /** What the page said about the article: title, byline, date. */
  readonly metadata: Metadata = {}
  /** What repeats on the pages of the site it is from; undefined where nobody looked. */
  site: SiteMemory | undefined
  /** What authors and editors decided about findings; undefined where nobody has a say. */
  decide: Decide | undefined
  /** What no deletion takes along for being blank; in the coordinates of the source, sorted. */
  asides: readonly Span[] = []
  /** Opened inside a pipeline that is not ours: the stages report to the file themselves. */
  isGuest = false
  /** How often the tree was grown: 0 on the path of text-only stages. */
  parses = 0

  #text: string
  #passages: readonly Passage[] = []
  #derived: Derived = {}
  /** Of the text before the last revision; undefined where nobody had asked for them. */
  #wordsBefore: Words | undefined
  readonly #revisions: Revision[] = []
  readonly #findings = new Findings()
  readonly #map = new RevisionMap()
  /** What there was to be read when a reader last looked. */
  readonly #readers = new WeakMap<object, string>()
  /** How often other passages were set. */
  #partitions = 0
  readonly #parse: Parse

  constructor(source: string, options: DraftOptions) {
    this.source = source
    this.format = options.format ?? 'text'
    this.#text = source
    this.#parse = options.parse
    this.root = this.#lazyRoot()
    drafts.set(this.root, this)
  }

  /** A draft for a tree that somebody else parsed: what the tree says is the source. */
  static from(tree: Root, parse: Parse): Draft {
    const draft = new Draft(sayTree(tree), {parse})
    draft.isGuest = true
    return draft
  }

  /** The draft whose root this is. */
  static of(tree: object): Draft | undefined {
    return drafts.get(tree)
  }

  get text(): string {
    return this.#text
  }

  get revisions(): readonly Revision[] {
    return this.#revisions
  }

  get findings(): readonly Finding[] {
    return this.#findings.all
  }

  /** Stretches of one language, in the coordinates of the text as it stands; set by whoever identifies them. */
  get passages(): readonly Passage[] {
    return this.#passages
  }

  set passages(passages: readonly Passage[]) {
    if (!isSamePartition(passages, this.#passages)) this.#partitions++
    this.#passages = passages
  }

  words(): Words {
    this.#derived.words ??= this.#reworded() ?? wordsOf(this.#text)
    return this.#derived.words
  }

  /** From the tokens before the last revision, where somebody asked for those. */
  #reworded(): Words | undefined {
    const before = this.#wordsBefore
    this.#wordsBefore = undefined
    return before && rewordedOf(before, this.#revisions.at(-1)!.edits, this.#text)
  }

  lines(): Lines {
    this.#derived.lines ??= linesOf(this.#text)
    return this.#derived.lines
  }

  /** Code, URLs, e-mail addresses, front matter, HTML tags: sorted; no stage edits these. */
  protected(): readonly ProtectedSpan[] {
    this.#derived.protectedSpans ??= protectedSpans(withObjects(this.#text, this.#asides()), this.format, () =>
      this.lines(),
    )
    return this.#derived.protectedSpans
  }

  /** The asides, in the text as it stands. */
  #asides(): Span[] {
    return this.asides.map((aside) => this.fromSource(aside))
  }

  /** A span of the text as it stands, in the source. */
  toSource(span: Span): Span {
    return this.#map.toSource(span)
  }

  /** A span of the source, in the text as it stands. */
  fromSource(span: Span): Span {
    return this.#map.fromSource(span)
  }

  /**
   * Takes a stage's proposals: applies what the policy allows, nobody turned down and nothing overlaps or protects;
   * remembers all.
   *
   * @throws RangeError when a proposal lies outside the text: a fault of the stage, not of the document.
   */
  revise(stage: StageName, proposals: Iterable<Proposal>, policy: Policy): void {
    const meant = this.#meant(stage, proposals)
    const verdicts = settleOverlaps(this.#text, meant, this.protected(), policy, this.#decisions())
    if (verdicts.length === 0) return
    this.#findings.remember(
      stage,
      verdicts.map((verdict) => this.#findingOf(stage, verdict)),
    )
    const edits = verdicts.filter((v) => v.state === 'applied').map(({proposal}) => editOf(proposal))
    this.#apply({stage, edits})
  }

  /**
   * Whether the text or its languages are new to a reader, who has read them from now on: the same would only tell the
   * same again.
   */
  isNewTo(reader: object): boolean {
    const state = `${this.#revisions.length} ${this.#partitions} ${this.language?.tag}`
    const isNew = this.#readers.get(reader) !== state
    this.#readers.set(reader, state)
    return isNew
  }

  /** Takes over what a foreign plugin did to the tree, so that no change goes unrecorded. */
  settle(): void {
    const {children, leaves} = this.#derived
    if (!children || !leaves) return
    const edits = editsOfTree(children, leaves, this.#text)
    for (const edit of edits) {
      this.#findings.all.push({
        ...this.toSource(edit),
        stage: 'outside',
        rule: 'outside/rewritten-tree',
        actual: this.#text.slice(edit.start, edit.end),
        expected: [edit.insert],
        confidence: 1,
        state: 'applied',
        origin: 'outside',
        revision: this.#revisions.length,
      })
    }
    this.#apply({stage: 'outside', edits})
  }

  /** A plugin put another root in place of ours: its children are what the text should become. */
  adopt(children: RootContent[]): void {
    this.#grow()
    this.#derived.children = children
  }

  #lazyRoot(): Root {
    const draft = this
    return {
      type: 'RootNode',
      get children() {
        return draft.#grow()
      },
      set children(children) {
        draft.adopt(children)
      },
    }
  }

  #grow(): RootContent[] {
    const derived = this.#derived
    if (!derived.children) {
      this.parses++
      derived.children = growTree(this.#text, this.#parse)
      derived.leaves = relocate(derived.children, (span) => this.toSource(span), placesOf(this.source))
    }
    return derived.children
  }

  /** Without those that would change nothing. */
  #meant(stage: StageName, proposals: Iterable<Proposal>): Proposal[] {
    const meant: Proposal[] = []
    const asides = this.#asides()
    for (const proposed of proposals) {
      const proposal = asides.length > 0 ? besideAsides(proposed, this.#text, asides) : proposed
      const {start, end, expected, rule} = proposal
      if (!(start >= 0 && start <= end && end <= this.#text.length)) {
        throw new RangeError(`${stage}: ${rule} proposed ${start}–${end} in a text of ${this.#text.length} characters`)
      }
      if (expected[0] === undefined || expected[0] !== this.#text.slice(start, end)) meant.push(proposal)
    }
    return meant
  }

  /** Nothing where nobody decides: most documents pay nothing for it. */
  #decisions(): DecisionOn | undefined {
    const {decide} = this
    if (!decide) return undefined
    return (proposal, actual) => {
      const {rule, expected} = proposal
      return decide({rule, expected, actual, ...this.toSource(proposal)})
    }
  }

  /** Written out field by field: spreading costs five times as much, and rules may find thousands. */
  #findingOf(stage: StageName, {proposal, state, note}: Verdict): Finding {
    const {start, end} = this.toSource(proposal)
    const finding = {
      start,
      end,
      stage,
      rule: proposal.rule,
      actual: this.#text.slice(proposal.start, proposal.end),
      expected: proposal.expected,
      confidence: proposal.confidence,
      state,
      origin: 'rule' as const,
      revision: this.#revisions.length,
    }
    const said = note ?? proposal.note
    return said === undefined ? finding : {...finding, note: said}
  }

  #apply(revision: Revision): void {
    if (revision.edits.length === 0) return
    this.#text = applyEdits(this.#text, revision.edits)
    this.#revisions.push(revision)
    const map = this.#map.push(revision.edits)
    this.#passages = movedPassages(this.#passages, (offset, side) => map.forth(offset, side))
    this.#wordsBefore = this.#derived.words
    this.#derived = {}
  }
}

function editOf({start, end, expected}: Proposal): Edit {
  return {start, end, insert: expected[0]!}
}
