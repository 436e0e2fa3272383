/** Pages that nobody wrote to be read: never an error, well-formed text, time and memory linear in their length. */
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {gunzipSync} from 'node:zlib'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createCleaner, replay} from '../../src/index.js'
import {openPage} from '../../src/read/html/open-page.js'
import {describeWithShared, sharedFile} from '../shared.js'

const SAMPLE = readFileSync(path.resolve(import.meta.dirname, '../../input/harbour-news.html'), 'utf8')
const cleaner = createCleaner({stages: ['boilerplate']})

/** What went in comes out in order, and the report says how. */
function holds(html: string | Uint8Array): void {
  const {report, source} = cleaner(html, {path: 'page.html'})
  expect(report.text.isWellFormed()).toBe(true)
  if (report.rejected === undefined) expect(replay(source, report.revisions) === report.text).toBe(true)
}

const CHARACTERS = 200_000
const many = (piece: string): string => piece.repeat(CHARACTERS / piece.length)

/** Milliseconds; what is quadratic in so many takes longer. */
const LONGEST = 20_000

describe('size and depth', () => {
  const shapes: Readonly<Record<string, string>> = {
    'paragraphs without text': many('<p>'),
    paragraphs: many('<p>a'),
    cells: `<table>${many('<td>a')}`,
    rows: `<table>${many('<tr><td>a<td>b')}`,
    'tables in tables': many('<table><td>a'),
    links: many('<a href=x>a</a> '),
    'open links': many('<a href=x>'),
    'angle brackets': many('<'),
    ampersands: many('&'),
    'character references': many('&amp;'),
    'long numbers of characters': `&#${many('0')}65;`,
    'one text': `<p>${many('The mill stands by the river. ')}`,
    'one word': `<p>${many('a')}`,
    'one class': `<p class="${many('nav ')}">a`,
    attributes: `<p ${many('a=b ')}>a`,
    'one script': `a<script>${many('x = 1; ')}`,
    'one comment': `a<!--${many('x - ')}`,
    elements: many('<div>'),
    'elements with text': many('<div>a'),
    'end tags': many('</p></div>'),
    'lists in lists': many('<ul><li>a'),
    'line breaks': many('a<br>'),
    'lines of code': `<pre>${many('a\n')}`,
    'fences in code': `<pre>${many('``` ')}`,
    'bold in bold': many('<b>a'),
    'quotations in quotations': many('<blockquote>a'),
    'text at every depth': `${'<b>'.repeat(500)}${many('<b>a</b>b')}`,
    stars: `<p>${many('*')}`,
    tildes: `<p>${many('~a')}`,
    'tags at random': many('<div><p><a href=x>b</div><b><td><li></ul></table>'),
    pictures: many('<svg>'),
  }
  test.each(Object.entries(shapes))(
    '%s',
    (_, html) => {
      holds(`<html>${html}`)
    },
    LONGEST,
  )

  test('a hundred thousand elements deep, the text is still there', () => {
    const html = `<html>${'<div>'.repeat(100_000)}The mill${'</div>'.repeat(100_000)}<p>The river`
    expect(openPage(html).text).toBe('The mill\n\nThe river\n')
  })
})

describe('a page that was damaged', () => {
  const place = fc.nat({max: SAMPLE.length})
  const tags = [...SAMPLE.matchAll(/<\/?\w+[^>]*>/g)].map(([tag]) => tag)
  const runs = {numRuns: Number(process.env['RUNS'] ?? 100)}

  test('cut anywhere is read to the cut', () => {
    fc.assert(
      fc.property(place, (at) => holds(SAMPLE.slice(0, at))),
      runs,
    )
  })

  test('with other bytes is read', () => {
    const damage = fc.array(fc.tuple(place, fc.nat({max: 255})), {maxLength: 30})
    fc.assert(
      fc.property(damage, (bytes) => {
        const page = Buffer.from(SAMPLE)
        for (const [at, byte] of bytes) page[at] = byte
        holds(page)
      }),
      runs,
    )
  })

  test('with tags lost, doubled and put where they do not belong is read', () => {
    const damage = fc.array(fc.tuple(place, fc.constantFrom(...tags), fc.nat({max: 40})), {maxLength: 30})
    fc.assert(
      fc.property(damage, (changes) => {
        let page = SAMPLE
        for (const [at, tag, gone] of changes) page = page.slice(0, at) + tag + page.slice(at + gone)
        holds(page)
      }),
      runs,
    )
  })
})

describeWithShared('pages from the wild', () => {
  const folder = sharedFile('extraction/html')
  const all = createCleaner()
  /** One in so many; the others were cleaned by hand. */
  const STEP = 60

  test('are cleaned without an error, and the report replays', () => {
    for (const [i, name] of readdirSync(folder).sort().entries()) {
      if (i % STEP > 0) continue
      const html = gunzipSync(readFileSync(path.join(folder, name)))
      const {report, source} = all(html, {path: 'page.html'})
      expect(report.text.isWellFormed()).toBe(true)
      expect(replay(source, report.revisions) === report.text, name).toBe(true)
      expect(all(html, {path: 'page.html'}).report, name).toEqual(report)
    }
  })
})
