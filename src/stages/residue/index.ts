/** What templates, spinners and scrapers left behind in the text. Never in code, URLs or real HTML: the draft protects those. */
import {fold, type Proposal} from '../../draft/index.js'
import {RuleScan} from '../../rules/compile.js'
import type {Hit} from '../../rules/hit.js'
import {confidenceOf, type Table} from '../../rules/rule.js'
import {defineStage} from '../../stage/define-stage.js'
import {entities} from './entities.js'
import {shortcodes} from './shortcodes.js'
import {slots} from './slots.js'
import {loneMarkers, strayBlanks} from './spacing.js'
import {spintax} from './spintax.js'
import {Subjects} from './subject.js'

export const stripResidue = defineStage({
  name: 'residue',
  faults: [
    {
      id: 'residue/unfilled-slot',
      message: 'Unexpected brackets around `{expected}`',
      why: 'A spinner or template marked this word and left its marks.',
    },
    {
      id: 'residue/empty-slot',
      message: 'Unexpected template slot `{actual}`, expected what belongs there',
      why: 'A template was published before this slot was filled in; only the source knows with what.',
    },
    {
      id: 'residue/unresolved-spintax',
      message: 'Unexpected choice `{actual}`, expected one wording',
      why: 'A spinner was to choose one of these and did not.',
    },
    {
      id: 'residue/character-reference',
      message: 'Unexpected `{actual}`, expected `{expected}`',
      why: "It is HTML's way to write a character, and this is not HTML.",
    },
    {
      id: 'residue/shortcode',
      message: 'Unexpected shortcode `{actual}`',
      why: 'A command for the content system, which never saw it.',
    },
    {
      id: 'residue/blank-before-mark',
      message: 'Unexpected blank before a mark',
      why: 'Mostly a citation or link stood there that a scraper removed.',
    },
    {
      id: 'residue/lone-list-marker',
      message: 'Unexpected line break after a list marker',
      why: 'The marker and its text were separate boxes on the page.',
    },
  ],
  prepare(_, rules) {
    const {rules: written, tables, compiled, timer} = rules()
    const scan = new RuleScan(written, compiled, timer)
    const subjects = new Subjects(tables.filter((table) => table.name === 'residue/technical-words'))
    const placeholders = new Set(columnOf(tables, 'placeholder-names', 'word').map(fold))
    const codes = new Set(columnOf(tables, 'shortcodes', 'name'))
    return function* (draft) {
      const {text, format} = draft
      const isTechnical = subjects.in(draft, 'brackets')
      const isMarkup = subjects.in(draft, 'references')
      yield* slots(draft, {isTechnical, isMarkup, isPlaceholder: (word) => placeholders.has(fold(word))})
      yield* spintax(text, isTechnical)
      yield* entities(text, format, isMarkup)
      yield* shortcodes(text, codes)
      yield* strayBlanks(draft)
      yield* loneMarkers(draft)
      if (written.length > 0) for (const hit of scan.scan(draft.words())) yield proposalOf(text, hit)
    }
  },
})

const columnOf = (tables: readonly Table[], name: string, column: string): string[] =>
  tables.filter((table) => table.name === `residue/${name}`).flatMap(({rows}) => rows.map(({cells}) => cells[column]!))

/** A phrase that goes takes the blank before it along. */
function proposalOf(text: string, {rule, start, end, expected}: Hit): Proposal {
  const isCut = expected === '' || (expected === undefined && rule.cut === 'match')
  const isAtLineStart = start === 0 || text[start - 1] === '\n'
  const from = isCut && text[start - 1] === ' ' ? start - 1 : start
  const to = isCut && isAtLineStart && text[end] === ' ' ? end + 1 : end
  return {
    start: from,
    end: to,
    rule: rule.id,
    expected: isCut ? [''] : expected === undefined ? [] : [expected],
    confidence: confidenceOf(rule),
  }
}
