/** Articles out of real pages that no model was trained on. The eval tells more: `npm run eval:extraction`. */
import {createHash} from 'node:crypto'
import {expect, test} from 'vitest'
import {createCleaner} from '../../src/index.js'
import {pageScore, summarise} from '../eval/extraction/measure.js'
import {bytesOf, isMeasurable, type MeasuredPage, pagesOf} from '../eval/extraction/pages.js'
import {describeWithShared} from '../shared.js'

/** Floors only rise; see CONTRIBUTING.md. They hold for these very pages. */
const FLOORS = {articles: 0.935, chinese: 0.938, all: 0.872}
const PAGES = '542048aaf7aee185'

describeWithShared('pages with their articles', () => {
  const pages = isMeasurable() ? pagesOf('held-out') : []
  const cleaner = createCleaner({stages: ['boilerplate']})
  const scores = new Map<MeasuredPage, ReturnType<typeof pageScore>>()
  const digest = createHash('sha256')
  const f1 = (isOne: (page: MeasuredPage) => boolean): number =>
    summarise([...scores].filter(([page]) => isOne(page)).map(([, score]) => score)).f1

  test('are the ones that the floors were measured on', () => {
    for (const page of pages) {
      const bytes = bytesOf(page)
      digest.update(page.id).update(page.text).update(bytes)
      const {text} = cleaner(bytes, {path: `${page.id}.html`, markup: 'html', url: page.url}).report
      scores.set(page, pageScore(page, text))
    }
    expect(digest.digest('hex').slice(0, 16)).toBe(PAGES)
  })

  test.each([
    ['articles', FLOORS.articles, ({type}: MeasuredPage) => type === 'article'],
    ['Chinese pages', FLOORS.chinese, ({script}: MeasuredPage) => script === 'zh'],
    ['all pages', FLOORS.all, () => true],
  ] as const)('%s: F1 at least %f', (name, floor, isOne) => {
    const reached = f1(isOne)
    process.stdout.write(`${name}: F1 ${reached.toFixed(4)}\n`)
    expect(reached).toBeGreaterThanOrEqual(floor)
  })
})
