/** The lines of a draft that hold what a web page has besides its article. */
import {type Draft, lineAt, type WebPage} from '../../../draft/index.js'
import type {TreeEnsemble} from '../../../matching/tree-ensemble.js'
import type {Removals} from '../removal.js'
import {type Verdict, verdictsOn} from './verdicts.js'

/** A map holds no more than 16 million lines; pages with this many are none that anybody wrote. */
const MOST_LINES = 2_000_000

export class Furniture {
  readonly #trees: TreeEnsemble
  /** A page is judged once, however often its draft comes by. */
  readonly #known = new WeakMap<WebPage, readonly (Verdict | undefined)[]>()

  constructor(trees: TreeEnsemble) {
    this.#trees = trees
  }

  /** Adds the lines of blocks that go; a line with cells of both kinds goes as the larger part of it does. */
  find(draft: Draft, gone: Removals): void {
    const {web} = draft
    if (!web) return
    const verdicts = this.#known.get(web.page) ?? verdictsOn(this.#trees, web.page)
    this.#known.set(web.page, verdicts)
    const lines = draft.lines()
    if (lines.count > MOST_LINES) return
    const stays = new Map<number, number>()
    for (const [i, source] of web.spans.entries()) {
      const {start, end} = draft.fromSource(source)
      if (start >= end) continue
      const verdict = verdicts[i]
      for (let line = lineAt(lines, start); line < lines.count && lines.starts[line]! < end; line++) {
        const balance = (stays.get(line) ?? 0) + (verdict ? start - end : end - start)
        stays.set(line, balance)
        if (balance > 0) gone.delete(line)
        else if (verdict) gone.set(line, {...verdict, opensTail: false})
      }
    }
  }
}
