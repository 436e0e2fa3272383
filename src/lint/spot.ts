/** Where a finding stands in its file, and whether it can be put right in that place alone. */
import {escapeText} from 'entities'
import type {Finding, Span} from '../draft/index.js'
import {spansInHtml} from '../read/html/in-html.js'
import type {Look} from './look.js'

export interface Spot extends Span {
  /** That writing the first of what is expected there repairs it, whatever else is repaired. */
  readonly isFixable: boolean
}

/** Answers for the findings of one part. */
export function spotsIn({cleaned, writing}: Look, file: string): (finding: Finding) => Spot {
  const {html, source, report} = cleaned
  const inHtml = html === undefined ? undefined : spansInHtml(html, source, report.page?.places ?? [])
  return (finding) => {
    const inText = inHtml?.(finding) ?? finding
    const {start, end} = writing?.spanOf(inText) ?? inText
    const [best] = finding.expected
    const isSame = file.slice(start, end) === finding.actual && best !== undefined
    return {start, end, isFixable: isSame && isWrittenSo(best, finding, {cleaned, writing})}
  }
}

/** Whether a text is written in the file as it is read. What is taken from a page is no repair of its HTML. */
function isWrittenSo(text: string, {stage}: Finding, {cleaned, writing}: Look): boolean {
  if (cleaned.html !== undefined && (stage === 'boilerplate' || escapeText(text) !== text)) return false
  return writing === undefined || writing.written(text) === text
}
