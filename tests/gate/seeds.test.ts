/** Real scraped articles, each line of them labelled, and one of them spun with every span marked. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {RevisionMap} from '../../src/draft/index.js'
import {createCleaner, type Report, replay} from '../../src/index.js'
import {corpusDocuments, describeWithShared, sharedFile} from '../shared.js'

type Label = 'keep' | 'drop' | 'metadata' | 'caption' | 'marker'
interface LabelledLine {
  readonly line: number
  readonly text: string
  readonly label: Label
}

const cleaner = createCleaner()

describeWithShared('the seeds', () => {
  const gold = JSON.parse(readFileSync(sharedFile('gold/boilerplate.json'), 'utf8')) as Record<string, LabelledLine[]>
  const seeds = Object.keys(gold)

  describe.each(seeds)('%s', (seed) => {
    const bytes = readFileSync(sharedFile(`seeds/${seed}`))
    const {report, source} = cleaner(bytes, {path: seed})
    /** What became of each labelled line, by its place in the source. */
    const became = gold[seed]!.map(({line, label}) => ({label, text: lineAfter(source, report, line)}))

    test('every line of the page’s furniture is gone', () => {
      expect(became.filter(({label, text}) => label === 'drop' && text.trim() !== '')).toEqual([])
    })

    test('every line of the article is there', () => {
      expect(became.filter(({label, text}) => label === 'keep' && text.trim() === '')).toEqual([])
    })

    test('metadata is in the report and not in the text', () => {
      for (const {label, text} of became) if (label === 'metadata') expect(text.trim()).toBe('')
      if (gold[seed]!.some(({label}) => label === 'metadata')) expect(report.metadata.byline).toBe('Prince jie')
    })

    test('captions stay, without their credit', () => {
      for (const {label, text} of became) {
        if (label !== 'caption') continue
        expect(text.trim()).not.toBe('')
        expect(text).not.toContain('Image source')
      }
    })

    test('the report replays, and cleaning twice is cleaning once', () => {
      expect(replay(source, report.revisions)).toBe(report.text)
      expect(cleaner(report.text).report.text).toBe(report.text)
    })

    test(seed.startsWith('001') ? 'it is spun' : 'nothing in it was spun', () => {
      const edits = report.findings.filter(({stage, state}) => stage === 'unspin' && state === 'applied')
      if (seed.startsWith('001')) expect(edits.length).toBeGreaterThan(100)
      else expect(edits).toEqual([])
    })
  })

  test('the spun one is restored: recall at least 0.85, precision at least 0.90', () => {
    const seed = seeds.find((name) => name.startsWith('001'))!
    const restored = createCleaner({stages: ['residue', 'unspin']})(readFileSync(sharedFile(`seeds/${seed}`))).report
      .text
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'unspun-')), seed)
    writeFileSync(file, restored)
    const marked = sharedFile(`gold/${seed.replace('.txt', '.marked.txt')}`)
    const printed = execFileSync(process.execPath, [sharedFile('eval/score-restoration.mjs'), marked, file], {
      encoding: 'utf8',
    })
    const {recall, precision} = JSON.parse(printed)
    expect(recall).toBeGreaterThanOrEqual(0.85)
    expect(precision).toBeGreaterThanOrEqual(0.9)
  })
})

/** Every nth document of each corpus, so that 2,000 come from all of them. */
const DOCUMENTS = 2000
const CORPORA = ['18f', 'bitcoinops', 'digitalgov', 'medquad']
const FEWEST_WORDS = 300

describeWithShared('clean text', () => {
  const all = CORPORA.flatMap(corpusDocuments)
  const step = Math.max(1, Math.floor(all.length / DOCUMENTS))
  const sample = all.filter((_, i) => i % step === 0).slice(0, DOCUMENTS)

  test('of 300 words and more is never unspun', () => {
    const unspin = createCleaner({stages: ['unspin']})
    const long = all.filter((text) => text.split(/\s+/, FEWEST_WORDS).length >= FEWEST_WORDS).slice(0, 2 * DOCUMENTS)
    expect(long.length).toBeGreaterThanOrEqual(DOCUMENTS)
    const changed = long.filter((text) => unspin(text).report.text !== text)
    expect(changed.map((text) => text.slice(0, 80))).toEqual([])
  })

  test('is cleaned once for all, and its report replays', () => {
    for (const text of sample) {
      const {report, source} = cleaner(text)
      if (report.rejected !== undefined) continue
      expect(replay(source, report.revisions)).toBe(report.text)
      expect(cleaner(report.text).report.text).toBe(report.text)
    }
  })
})

describe('the samples', () => {
  const folders = ['../../input', '../clean', '../spun', '../golden'].map((f) => path.join(import.meta.dirname, f))
  const files = folders.flatMap((f) => readdirSync(f).map((name) => path.join(f, name)))

  test.each(files)('%s: the report replays, and cleaning twice is cleaning once', (file) => {
    const {report, source} = cleaner(readFileSync(file), {path: file})
    expect(replay(source, report.revisions)).toBe(report.text)
    // The article of a page is Markdown.
    const again = file.replace(/\.html$/, '.md')
    expect(cleaner(report.text, {path: again}).report.text).toBe(report.text)
  })
})

/** What the report says became of a line of the source. */
function lineAfter(source: string, {revisions, text}: Report, line: number): string {
  const lines = source.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0)
  const map = new RevisionMap()
  for (const {edits} of revisions) map.push(edits)
  const now = map.fromSource({start, end: start + lines[line - 1]!.length})
  return text.slice(now.start, now.end)
}
