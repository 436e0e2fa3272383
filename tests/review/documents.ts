/** Documents for these tests, made by hand, so that they hold what no stage would find. */
import type {Cleaned} from '../../src/clean.js'
import {Draft, type Finding, type Metadata, type Proposal, type RuleId, type StageName} from '../../src/draft/index.js'
import {reportOf} from '../../src/report/report.js'
import type {Fault} from '../../src/stage/fault.js'
import {policyOf} from '../../src/stage/policy.js'

export const SPUN: RuleId = 'unspin/spun-wording'
export const SLOT: RuleId = 'residue/unfilled-slot'
export const LINE: RuleId = 'boilerplate/share-link'
export const INVISIBLE: RuleId = 'decode/invisible-character'

export const catalogue: ReadonlyMap<RuleId, Fault> = new Map(
  [
    {id: SPUN, message: 'Unexpected spun wording `{actual}`, expected `{expected}`', why: 'A spinner put it there.'},
    {id: SLOT, message: 'Unexpected brackets around `{expected}`', why: 'A template was not filled in.'},
    {id: LINE, message: 'Unexpected share button `{actual}`', why: 'It is a button of the page.'},
    {id: INVISIBLE, message: 'Unexpected invisible character `{actual}`', why: 'Nobody sees it.'},
  ].map((fault) => [fault.id, fault]),
)

/** What a stage proposes for the first place where `actual` stands in the text it reads. */
export interface Seen {
  readonly actual: string
  readonly expected: readonly string[]
  readonly rule?: RuleId
  readonly confidence?: number
  readonly note?: string
}

export interface Facts {
  readonly path?: string
  readonly metadata?: Metadata
  readonly others?: readonly Finding[]
}

/** A document and what its stages saw, one after the other. What is less sure than 0.8 stays a proposal. */
export function documentOf(
  source: string,
  stages: readonly (readonly [StageName, readonly Seen[]])[] = [],
  facts: Facts = {},
): Cleaned {
  const draft = draftOf(source)
  for (const [stage, seen] of stages) {
    const proposals = seen.map((one) => proposalFor(draft.text, one))
    draft.revise(stage, proposals, policyOf({minConfidence: 0.8}))
  }
  return cleanedOf(draft, facts)
}

export const draftOf = (source: string): Draft =>
  new Draft(source, {parse: () => ({type: 'RootNode', children: []}), format: 'text'})

/** What the cleaner would answer for a draft that went through its stages. */
export function cleanedOf(draft: Draft, {path = 'site/article.txt', metadata = {}, others = []}: Facts = {}): Cleaned {
  Object.assign(draft.metadata, metadata)
  draft.language = {tag: 'en', script: 'Latn', confidence: 1}
  const {source} = draft
  const digest = {sha256: '0'.repeat(64), bytes: source.length, characters: source.length}
  const about = {path, source: {...digest, encoding: 'utf-8', evidence: 'valid'}, rules: {sha256: '1'.repeat(64)}}
  return {report: reportOf(draft, draft.text, about, others), source}
}

function proposalFor(text: string, {actual, expected, rule = SPUN, confidence = 0.9, note}: Seen): Proposal {
  const start = text.indexOf(actual)
  if (start < 0) throw new Error(`${JSON.stringify(actual)} does not stand in the text`)
  return {start, end: start + actual.length, rule, expected, confidence, ...(note === undefined ? {} : {note})}
}

/** An article with every kind of mark: changes, whole lines, a proposal, a report, something displaced. */
export function markedArticle(): Cleaned {
  const source = [
    'Share this page',
    'Tweet it',
    '',
    'The lamp at the harbour was lit by {hand} for a century, and the keeper liked his coffee black.',
    'Nobody in the village owned an automobile, and no\u00adbody missed one.',
    '',
    'Then the council purchased a mannequin of the tower, which was {large|huge} and wrong .',
    'It is called the Wrng Tower.',
    'Share this page again',
  ].join('\n')
  return documentOf(source, [
    ['decode', [{actual: '\u00ad', expected: [''], rule: INVISIBLE, confidence: 0.97}]],
    [
      'boilerplate',
      [
        {actual: 'Share this page\nTweet it\n\n', expected: [''], rule: LINE, confidence: 0.95},
        {actual: '\nShare this page again', expected: [''], rule: LINE, confidence: 0.95},
      ],
    ],
    [
      'residue',
      [
        {actual: '{hand}', expected: ['hand'], rule: SLOT, confidence: 0.95},
        {actual: '{large|huge}', expected: ['large', 'huge'], rule: 'residue/unresolved-spintax', confidence: 0.5},
        {actual: ' .', expected: ['.'], rule: 'residue/blank-before-mark'},
      ],
    ],
    [
      'unspin',
      [
        {actual: 'automobile', expected: ['car', 'motor car'], confidence: 0.81, note: '12 of 14 neighbours'},
        {actual: 'mobile', expected: ['phone'], confidence: 0.8},
        {actual: 'purchased', expected: ['bought']},
        {actual: 'mannequin', expected: ['model']},
      ],
    ],
    ['spell', [{actual: 'Wrng', expected: [], rule: 'spell/unknown-word', confidence: 0.5}]],
  ])
}
