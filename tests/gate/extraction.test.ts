/** Articles out of real pages that no model was trained on. The eval tells more: `npm run eval:extraction`. */
import {createHash} from 'node:crypto'
import {expect, test} from 'vitest'
import {createCleaner} from '../../src/index.js'
import {pageScore, summarise} from '../eval/extraction/measure.js'
import {bytesOf, flattened, isMeasurable, type MeasuredPage, pagesOf} from '../eval/extraction/pages.js'
import {describeWithShared} from '../shared.js'

/** Floors only rise; see CONTRIBUTING.md. They hold for these very pages. */
const FLOORS = {articles: 0.94, chinese: 0.938, all: 0.884}
const TEXT_FLOORS = {articles: 0.865, all: 0.82}
const PAGES = '542048aaf7aee185'

type Scores = ReadonlyMap<MeasuredPage, ReturnType<typeof pageScore>>

const isArticle = ({type}: MeasuredPage): boolean => type === 'article'
const isChinese = ({script}: MeasuredPage): boolean => script === 'zh'

/** F1 of some of the pages, told on the way. */
function f1(name: string, scores: Scores, isOne: (page: MeasuredPage) => boolean = () => true): number {
  const reached = summarise([...scores].filter(([page]) => isOne(page)).map(([, score]) => score)).f1
  process.stdout.write(`${name}: F1 ${reached.toFixed(4)}\n`)
  return reached
}

describeWithShared('pages with their articles', () => {
  const pages = isMeasurable() ? pagesOf('held-out') : []
  const cleaner = createCleaner({stages: ['boilerplate']})
  const scores = new Map<MeasuredPage, ReturnType<typeof pageScore>>()
  const digest = createHash('sha256')

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
    ['articles', FLOORS.articles, isArticle],
    ['Chinese pages', FLOORS.chinese, isChinese],
    ['all pages', FLOORS.all, undefined],
  ] as const)('%s: F1 at least %f', (name, floor, isOne) => {
    expect(f1(name, scores, isOne)).toBeGreaterThanOrEqual(floor)
  })

  test('without their tags', () => {
    const ofText = new Map(
      pages.map((page) => [page, pageScore(page, cleaner(flattened(page), {path: 'page.txt'}).report.text)]),
    )
    expect(f1('articles without tags', ofText, isArticle)).toBeGreaterThanOrEqual(TEXT_FLOORS.articles)
    expect(f1('pages without tags', ofText)).toBeGreaterThanOrEqual(TEXT_FLOORS.all)
  })
})
