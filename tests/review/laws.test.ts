import fc from 'fast-check'
import {expect, test} from 'vitest'
import {catalogueFor, createCleaner} from '../../src/clean.js'
import {compose, type Proposal} from '../../src/draft/index.js'
import {documentPage} from '../../src/review/page.js'
import {placesIn} from '../../src/review/places.js'
import {installedRules} from '../../src/rules/read.js'
import {policyOf} from '../../src/stage/policy.js'
import {documents} from '../samples/fragments.js'
import {catalogue, cleanedOf, draftOf, markedArticle} from './documents.js'
import {HOSTILE} from './hostile.js'
import {articleText, normalised} from './page-text.js'

const runs = {numRuns: Number(process.env['RUNS'] ?? 300)}

function expectArticleAndSource(cleaned: Parameters<typeof documentPage>[0], rules = catalogue): void {
  const page = documentPage(cleaned, rules)
  expect(normalised(articleText(page, 'result'))).toBe(normalised(cleaned.report.text))
  expect(normalised(articleText(page, 'source'))).toBe(normalised(cleaned.source))
}

const SAMPLES: Readonly<Record<string, string>> = {
  'the marked article': markedArticle().source,
  'nothing but a line': 'The lamp was lit.',
  'no last line break': 'One.\n\nTwo.',
  'many empty lines': '\n\n\nOne.\n\n\n\nTwo.\n\n\n',
  'lines of a Windows editor': 'Tweet\r\nThe {lamp} was lit .\r\n\r\nShare on Facebook\r\n',
  'lines of an old Macintosh': 'One.\rTwo .\rThree.',
  'right to left': 'המגדל {נפל} בלילה .\nThe tower.\n',
  Chinese: '“爆品” blockbuster product strategy. 内卷 (nèijuǎn, “involution”) and again 内卷。\n',
  mojibake: '\ufeffThe cafÃ© isnâ€™t no\u00adwhere\u200b .\n',
  'a template': 'It cost billions of {dollars} &amp; a {large|huge} <sum>.\n```\n{code}\n```\n',
  'boilerplate about an article':
    'Home > News > Harbour\n\nThe lamp was lit again on Monday.\n\nRead more: the old lamp\n\nIt burned until dawn.\n\nLeave a Comment\n\nYour email address will not be published.\n',
  spun: 'Within the international electrical automobile race, the corporate has a brand new mannequin. In response to the workforce, gross sales in Could had been greater than these of the earlier 12 months, regardless of the massive fees.',
  'hostile lines': HOSTILE.join('\n'),
  'one long line': 'The lamp was lit , and nobody {saw} it. '.repeat(3000),
}

const cleaner = createCleaner({minConfidence: 0.3})
const installed = catalogueFor(installedRules())

for (const [name, source] of Object.entries(SAMPLES))
  test(`without what was removed the page is the article, without what was inserted the source: ${name}`, () => {
    expectArticleAndSource(cleaner(source), installed)
  })

test('the same holds for the marked article and for random documents', () => {
  expectArticleAndSource(markedArticle())
  fc.assert(
    fc.property(documents, (text) => {
      const cleaned = cleaner(text)
      if (cleaned.report.rejected === undefined) expectArticleAndSource(cleaned, installed)
    }),
    {numRuns: Math.ceil(runs.numRuns / 3)},
  )
})

const pieces = fc.constantFrom(
  'a',
  'bc',
  ' ',
  '\n',
  '\n',
  '\r\n',
  '\r',
  '<',
  '&',
  '"',
  '\u00ad',
  '\u202e',
  '\0',
  '内',
  '😀',
  '\ud83d',
  '{x}',
)
const sources = fc.array(pieces, {minLength: 1, maxLength: 30}).map((parts) => parts.join(''))
const inserts = fc.array(pieces, {maxLength: 4}).map((parts) => parts.join(''))
/** Where, how long, what instead, how sure: made to fit the text that the stage reads. */
const proposals = fc.array(fc.tuple(fc.nat(60), fc.nat(8), fc.option(inserts), fc.constantFrom(0.5, 0.9, 0.95)), {
  maxLength: 6,
})

test('the same holds for whatever any stages might do, and every finding has its place', () => {
  fc.assert(
    fc.property(sources, fc.array(proposals, {maxLength: 4}), (source, stages) => {
      const draft = draftOf(source)
      for (const stage of stages) {
        const made = stage.map(([at, length, insert, confidence]): Proposal => {
          const start = Math.min(at, draft.text.length)
          const end = Math.min(start + length, draft.text.length)
          return {start, end, rule: 'residue/any', expected: insert === null ? [] : [insert], confidence}
        })
        draft.revise('residue', made, policyOf({minConfidence: 0.8}))
      }
      const cleaned = cleanedOf(draft)
      expectArticleAndSource(cleaned)
      const {places, homes} = placesIn(source, cleaned.report)
      expect(homes.every((home) => home > 0)).toBe(true)
      const changed = places.filter(({type}) => type === 'change').map(({of}) => of)
      for (const {start, end, insert} of compose(source, cleaned.report.revisions))
        if (source.slice(start, end) !== insert)
          expect(changed.some((change) => change.start <= end && change.end >= start)).toBe(true)
      for (const [i, finding] of cleaned.report.findings.entries())
        if (finding.state === 'applied') expect(places.some(({of}) => of.findings.includes(i))).toBe(true)
    }),
    {numRuns: runs.numRuns * 5},
  )
})

test('the same document gives the same page', () => {
  expect(documentPage(markedArticle(), catalogue)).toBe(documentPage(markedArticle(), catalogue))
})
