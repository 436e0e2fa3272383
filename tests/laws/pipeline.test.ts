import fc from 'fast-check'
import {retext} from 'retext'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {createCleaner} from '../../src/clean.js'
import {replay} from '../../src/draft/index.js'
import {
  decode,
  identify,
  normaliseTerms,
  retextDraft,
  spell,
  stripBoilerplate,
  stripResidue,
  unspin,
} from '../../src/index.js'
import {documents} from '../samples/fragments.js'

const cleaner = createCleaner()
/** More with RUNS=5000 in the environment. */
const runs = {numRuns: Number(process.env['RUNS'] ?? 300)}

test('replaying the revisions on the source gives the text', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const {report, source} = cleaner(text)
      if (report.rejected === undefined) expect(replay(source, report.revisions)).toBe(report.text)
    }),
    runs,
  )
})

test('a text without applied findings is returned as the same string', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const {report} = cleaner(text)
      if (report.rejected === undefined && report.findings.every((f) => f.state !== 'applied'))
        expect(report.text).toBe(text)
    }),
    runs,
  )
})

test('cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const once = cleaner(text).report.text
      const again = cleaner(once).report
      if (again.rejected === undefined) expect(again.text).toBe(once)
    }),
    runs,
  )
})

test('a stage that knows the text is asked again when its languages have changed', () => {
  // Once the shortcode is gone the line is English, and the term may be explained.
  const once = cleaner('[caption id="x" align="left"]The harbour[/caption]“爆品” blockbuster product strategy at work')
  expect(once.report.text).toContain('(bàopǐn, “blockbuster product”)')
  expect(cleaner(once.report.text).report.text).toBe(once.report.text)
})

test('a finding says what stands in the source, or in the text its stage read', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const {report, source} = cleaner(text)
      for (const {start, end, actual, revision} of report.findings) {
        expect(start).toBeLessThanOrEqual(end)
        expect(end).toBeLessThanOrEqual(source.length)
        if (revision === 0) expect(source.slice(start, end)).toBe(actual)
      }
    }),
    runs,
  )
})

test('the same document gives the same report whatever came before it', () => {
  fc.assert(
    fc.property(documents, documents, (text, other) => {
      const fresh = createCleanerOnce()(text).report
      cleaner(other)
      expect(cleaner(text).report).toEqual(fresh)
    }),
    {numRuns: 30},
  )
})

let second: ReturnType<typeof createCleaner> | undefined
/** A cleaner that has seen other documents than the first. */
const createCleanerOnce = (): ReturnType<typeof createCleaner> => {
  second ??= createCleaner()
  return second
}

test('what comes out is well-formed', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary', maxLength: 200}), (text) => {
      expect(cleaner(`The keeper said: ${text}`).report.text.isWellFormed()).toBe(true)
    }),
    runs,
  )
})

const plugins = {
  decode,
  identify,
  boilerplate: stripBoilerplate,
  residue: stripResidue,
  unspin,
  terms: normaliseTerms,
  spell,
}

test.each(Object.entries(plugins))('%s alone in retext() gives the same text as in the pipeline', (_, plugin) => {
  const alone = retext().use(plugin as never)
  const ours = unified()
    .use(retextDraft)
    .use(plugin as never)
  fc.assert(
    fc.property(documents, (text) => {
      expect(String(alone.processSync(new VFile(text)))).toBe(String(ours.processSync(new VFile(text))))
    }),
    {numRuns: Math.ceil(runs.numRuns / 3)},
  )
})
