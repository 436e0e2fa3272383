/** Made-up results: of a text with marks, and of whatever fast-check comes up with. */
import {createHash} from 'node:crypto'
import fc from 'fast-check'
import {placesOf} from '../../../src/draft/index.js'
import type {FormatFacts, ShownResult, Summary} from '../../../src/lint/formats/format.js'
import {FORMATS, type FormatName} from '../../../src/lint/formats/index.js'
import {LEVELS, type Level} from '../../../src/lint/level.js'
import type {FilePlace, LintFinding, LintResult} from '../../../src/lint/lint.js'

export const FACTS: FormatFacts = {
  version: '1.2.3',
  failOn: 'reported',
  hasColours: false,
  startedAt: new Date('2026-03-04T05:06:07.890Z'),
  folder: '',
}

/** Counts of bytes are made here in another way than in the code that is tested. */
const placeIn = (text: string, offset: number): FilePlace => {
  const {line, column} = placesOf(text)(offset)
  return {
    line,
    column,
    offset,
    byteColumn: new TextEncoder().encode(text.slice(offset - column + 1, offset)).length + 1,
  }
}

/** A finding of the first `actual` in a text; `expected` undefined for one without a repair. */
export function findingIn(text: string, actual: string, expected?: string, level: Level = 'safe'): LintFinding {
  const offset = text.indexOf(actual)
  return {
    rule: 'residue/unfilled-slot',
    level,
    start: placeIn(text, offset),
    end: placeIn(text, offset + actual.length),
    message: `Unexpected \`${actual}\``,
    why: 'A slot stayed.',
    advice: expected === undefined ? 'Look at the place.' : `Write «${expected}».`,
    actual,
    expected: expected === undefined ? [] : [expected],
    confidence: 0.9,
    fingerprint: createHash('sha256').update(actual).digest('hex').slice(0, 20),
    frame: {text: actual, start: 0, end: actual.length, isCutBefore: false, isCutAfter: false},
    isFixable: expected !== undefined,
  }
}

export const resultOf = (path: string, findings: readonly LintFinding[]): ShownResult => ({path, findings, omitted: []})

/** So many findings, of which each third is of another level. */
export const manyFindings = (count: number): LintFinding[] =>
  Array.from({length: count}, (_, index) => findingIn(`word${index}`, `word${index}`, 'x', LEVELS[2 - (index % 3)]))

export const summaryOf = (results: readonly ShownResult[], failures = 0): Summary => {
  const all = results.flatMap(({findings, omitted}) => [...findings, ...omitted])
  const count = (level: Level) => all.filter((finding) => finding.level === level).length
  return {
    documents: results.length,
    findings: all.length,
    levels: {safe: count('safe'), proposed: count('proposed'), reported: count('reported')},
    omitted: results.reduce((sum, {omitted}) => sum + omitted.length, 0),
    failures,
  }
}

/** What a format prints of a run. */
export async function printed(
  name: FormatName,
  results: readonly ShownResult[],
  facts: Partial<FormatFacts> = {},
  failures = 0,
): Promise<string> {
  const formatter = (await FORMATS[name]())({...FACTS, ...facts})
  const documents = results.map((result) => formatter.document(result))
  return documents.join('') + formatter.end(summaryOf(results, failures))
}

/** What breaks parsers, terminals, and the eyes of reviewers. */
const NASTY = [
  ']]>',
  '<![CDATA[',
  '&amp;',
  '</failure>',
  '"',
  "'",
  '::',
  '::error::',
  '##[error]',
  '%',
  '%0A',
  ',',
  '\\',
  '[x](https://example.org)',
  '{0}',
  '\u0000',
  '\u001b[31m',
  '\u009b2J',
  '\r',
  '\n',
  '\r\n',
  '\t',
  '\ud800',
  '\udc00',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\u{e0041}',
  '水車',
  '😀',
  'é',
  ' ',
]
export const nasty = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({unit: 'binary', maxLength: 4})), {maxLength: 6})
  .map((parts) => parts.join(''))

const place = fc.record({
  line: fc.integer({min: 1, max: 9}),
  column: fc.integer({min: 1, max: 99}),
  offset: fc.nat(),
  byteColumn: fc.integer({min: 1, max: 99}),
})

const nastyFinding: fc.Arbitrary<LintFinding> = fc.record({
  rule: nasty.map((name) => `guest/${name}` as const),
  level: fc.constantFrom(...LEVELS),
  start: place,
  end: place,
  message: nasty,
  why: fc.option(nasty, {nil: undefined}),
  advice: nasty,
  actual: nasty,
  expected: fc.array(nasty, {minLength: 1, maxLength: 3}),
  confidence: fc.double({min: 0, max: 1, noNaN: true}),
  fingerprint: fc.constantFrom('0123456789abcdef0123', 'ffffffffffffffffffff'),
  frame: nasty.map((text) => ({text, start: 0, end: text.length, isCutBefore: true, isCutAfter: true})),
  isFixable: fc.boolean(),
})

/** Any run, of which nothing but the types is as it should be. */
export const nastyRun: fc.Arbitrary<ShownResult[]> = fc.array(
  fc.record({
    path: nasty.map((name) => `dir/${name}x`),
    findings: fc.array(nastyFinding, {maxLength: 5}),
    omitted: fc.array(nastyFinding, {maxLength: 2}),
  }),
  {maxLength: 12},
)

/** A result of the linter, of which all is shown. */
export const shown = (result: LintResult): ShownResult => ({...result, omitted: []})
