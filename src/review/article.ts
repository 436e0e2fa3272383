/**
 * The article in reading order, with an editor's marks: what was removed and inserted where it happened, lines that
 * went folded, what was only seen underlined. Each mark is a link to its note, so that it can be reached and followed
 * without a script.
 */
import type {Finding, Span, State} from '../draft/index.js'
import type {Change} from './changes.js'
import {changedText, differInBlanks, nameOf, unchangedText} from './characters.js'
import {escaped} from './html.js'
import {LineWriter} from './lines.js'
import type {Place, Places} from './places.js'
import type {Remark} from './remarks.js'

/** The article's HTML: paragraphs in groups. Linear in the source and its places. */
export function articleHtml(source: string, {places, bars}: Places, findings: readonly Finding[]): string {
  const lines = new LineWriter()
  const barAt = inAscending(bars)
  let at = 0
  const unchangedUpTo = (end: number): void => {
    const from = at
    if (end > from) lines.unchanged(source.slice(from, end), (offset) => (barAt(from + offset) ? 'bar' : ''))
    at = Math.max(at, end)
  }
  for (const place of places) {
    unchangedUpTo(place.of.start)
    if (place.type === 'change' && place.of.isWholeLines) lines.block(foldHtml(source, place.of, place.number))
    else lines.inline(placeHtml(source, place, findings), barAt(place.of.start) ? 'bar' : '')
    at = Math.max(at, place.of.end)
  }
  unchangedUpTo(source.length)
  return lines.end()
}

const placeHtml = (source: string, place: Place, findings: readonly Finding[]): string =>
  place.type === 'change'
    ? changeHtml(source, place.of, place.number)
    : remarkHtml(source, place.of, place.number, findings)

/** Whether an offset lies in one of sorted spans; asked at ever larger offsets. */
function inAscending(spans: readonly Span[]): (offset: number) => boolean {
  let next = 0
  return (offset) => {
    while (next < spans.length && spans[next]!.end <= offset) next++
    return next < spans.length && spans[next]!.start <= offset
  }
}

function changeHtml(source: string, {start, end, insert, findings}: Change, number: number): string {
  const removed = source.slice(start, end)
  const areBlanksShown = differInBlanks(removed, insert)
  const del = removed === '' ? '' : `<del>${changedText(removed, areBlanksShown)}</del>`
  const ins = insert === '' ? '' : `<ins>${changedText(insert, areBlanksShown)}</ins>`
  return `<a class="c" id="c${number}"${links(findings, number)}>${del}${ins}</a>`
}

/** The first finding is where the link leads; all are named when there are more. */
function links(findings: readonly number[], number: number): string {
  const first = findings[0] === undefined ? `#c${number}` : `#f${findings[0]}`
  return ` href="${first}"${findings.length > 1 ? ` data-f="${findings.join(' ')}"` : ''}`
}

/** Characters of the first removed line that a closed fold shows. */
const LONGEST_GIST = 70

function foldHtml(source: string, {start, end, findings}: Change, number: number): string {
  const removed = source.slice(start, end)
  const lines = removed.split('\n').filter((line) => /\S/.test(line))
  const gist = cut(lines[0]!.trim(), LONGEST_GIST)
  const count = lines.length === 1 ? '1 line' : `${lines.length} lines`
  const [body, tail] = atLastBreaks(removed.replaceAll('\r\n', '\n')).map(unchangedText)
  return (
    `<details class="c" id="c${number}" data-f="${findings.join(' ')}">` +
    `<summary><b>${count} removed</b> <bdi>${escaped(gist)}</bdi></summary><p dir="auto"><del>${body}<span class="tail">${tail}</span></del></p></details>`
  )
}

/** A text in two: the line breaks it ends with are not worth empty lines on the screen. */
function atLastBreaks(text: string): [string, string] {
  let end = text.length
  while (text[end - 1] === '\n') end--
  return [text.slice(0, end), text.slice(end)]
}

const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…` : text

/** The state that a mark with several findings is drawn as: the first of these that one of them has. */
const STRONGEST: readonly State[] = ['proposed', 'reported', 'refused', 'overruled', 'applied']

function remarkHtml(source: string, remark: Remark, number: number, all: readonly Finding[]): string {
  const findings = remark.findings.map((i) => all[i]!)
  const state = STRONGEST.find((candidate) => findings.some((finding) => finding.state === candidate))!
  const text = changedText(source.slice(remark.start, remark.end), false)
  if (remark.isContinued)
    return `<span class="m ${state}" data-f="${remark.findings.join(' ')}"><mark>${text}</mark></span>`
  const said = escaped(label(remark, findings, state))
  const attributes = `class="${remark.kind === 'text' ? 'm' : 'm flag'} ${state}" id="c${number}"${links(remark.findings, number)}${said && ` data-l="${said}"`}`
  return `<a ${attributes}>${text && `<mark>${text}</mark>`}</a>`
}

/** Characters of a proposal that stand beside its mark. */
const LONGEST_LABEL = 40

/** What stands beside a mark: what is proposed, or why there is a mark where nothing can be marked. */
function label({kind}: Remark, findings: readonly Finding[], state: State): string {
  const finding = findings.find((candidate) => candidate.state === state)!
  const proposal = proposed(finding.expected[0])
  if (kind === 'text') return state === 'proposed' ? proposal : ''
  const what = kind === 'point' ? proposal : [linesIn(finding), proposal].filter(Boolean).join(': ')
  return [state, what].filter(Boolean).join(' ')
}

function proposed(expected: string | undefined): string {
  if (expected === undefined) return ''
  return expected === '' ? 'remove' : (nameOf(expected) ?? cut(expected.trim().replace(/\s+/g, ' '), LONGEST_LABEL))
}

function linesIn({actual}: Finding): string {
  const count = actual.trim().split('\n').length
  return count === 1 ? '1 line' : `${count} lines`
}
