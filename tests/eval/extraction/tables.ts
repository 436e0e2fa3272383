/** Figures as Markdown tables. */
import {type PageScore, POOR, type Summary, summarise} from './measure.js'
import type {MeasuredPage} from './pages.js'

/** What one extractor came to, by page. */
export interface Run {
  readonly name: string
  readonly scores: readonly PageScore[]
  /** On how many pages it threw. */
  readonly failures: number
}

export const three = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(3))

export function table(title: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  return [
    '',
    `**${title}**`,
    '',
    line(head),
    line(head.map((_, i) => (i === 0 ? '---' : '--:'))),
    ...rows.map(line),
  ].join('\n')
}

/** A row an extractor, all pages and then articles only. */
export function overview(title: string, pages: readonly MeasuredPage[], runs: readonly Run[]): string {
  const isArticle = (page: MeasuredPage): boolean => page.type === 'article'
  const head = [
    '',
    'F1',
    'precision',
    'recall',
    `below ${POOR}`,
    'kept',
    'leaked',
    'articles: F1',
    'precision',
    'recall',
  ]
  const rows = runs.map(({name, scores, failures}) => {
    const all = summarise(scores)
    const articles = summarise(scores.filter((_, i) => isArticle(pages[i]!)))
    return [name, ...figures(all), all.poor, three(all.kept), three(all.leaked), ...figures(articles), failures]
  })
  const count = `${pages.length} pages, ${pages.filter(isArticle).length} of them articles`
  return table(`${title}: ${count}`, [...head, 'failures'], rows)
}

const figures = ({f1, precision, recall}: Summary): string[] => [three(f1), three(precision), three(recall)]

/** F1 by what the pages are, a column an extractor. */
export function breakdown(pages: readonly MeasuredPage[], runs: readonly Run[]): string {
  const rows = (['type', 'source', 'script'] as const).flatMap((key) =>
    groupsOf(pages, key).map((group) => {
      const own = runs.map(({scores}) => summarise(scores.filter((_, i) => pages[i]![key] === group)))
      return [`${key}: ${group}`, own[0]?.pages ?? 0, ...own.map(({f1}) => three(f1))]
    }),
  )
  return table('F1 by kind of page', ['', 'pages', ...runs.map(({name}) => name)], rows)
}

/** The values of a key, most frequent first. */
function groupsOf(pages: readonly MeasuredPage[], key: 'type' | 'source' | 'script'): string[] {
  const counts = new Map<string, number>()
  for (const page of pages) counts.set(page[key], (counts.get(page[key]) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([group]) => group)
}

/** The pages that an extractor does worst on. */
export function worst(pages: readonly MeasuredPage[], {name, scores}: Run, count: number): string {
  const order = [...scores.keys()].sort((a, b) => scores[a]!.f1 - scores[b]!.f1).slice(0, count)
  const rows = order.map((i) => {
    const {f1, precision, recall} = scores[i]!
    const {id, type, script} = pages[i]!
    return [id, type, script, three(f1), three(precision), three(recall)]
  })
  return table(`Worst pages, ${name}`, ['page', 'type', 'script', 'F1', 'precision', 'recall'], rows)
}
