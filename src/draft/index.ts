export {Ascending} from './ascending.js'
export {Draft, type DraftOptions} from './draft.js'
export {
  applyEdits,
  compose,
  type Edit,
  OffsetMap,
  type Revision,
  RevisionMap,
  replay,
  type Side,
  STAGE_NAMES,
  type StageName,
} from './edit.js'
export type {Decidable, Decide, Decision, Finding, Policy, Proposal, RuleId, State} from './finding.js'
export {FORMATS, type Format, formatOfName, isMarkdown} from './format.js'
export {type FrontMatter, frontMatterIn} from './front-matter.js'
export type {Parse} from './lazy-root.js'
export {type Lines, lineAt, lineStartAt, linesOf} from './lines.js'
export {type Language, languageAt, type Metadata, type Passage, type Run} from './passage.js'
export {type Place, placesOf} from './place.js'
export {protectedSpans} from './protected.js'
export type {SiteMemory} from './site.js'
export {findOverlap, firstEndingAfter, overlaps, type ProtectedSpan, type Span} from './span.js'
export {isHtmlElement} from './tags.js'
export {
  type Block,
  type Elements,
  GROUPS,
  type Group,
  type PageType,
  type Told,
  type WebPage,
  type WrittenPage,
} from './web-page.js'
export * from './words.js'
