/**
 * The notes at the end of a page: every finding once, under the rule that made it.
 *
 * They are the page's only store of what is known about a finding: the script shows parts of them beside the article,
 * and without a script the marks lead here.
 */
import {type Finding, placesOf, type RuleId} from '../draft/index.js'
import {type Fault, messageOf, shown} from '../stage/fault.js'
import {nameOf} from './characters.js'
import {html, Markup} from './html.js'

interface RuleNotes {
  readonly rule: RuleId
  readonly stage: Finding['stage']
  readonly indices: number[]
}

/** A section for each rule, in the order in which the article meets them. */
export function notesHtml(
  source: string,
  findings: readonly Finding[],
  homes: readonly number[],
  catalogue: ReadonlyMap<RuleId, Fault>,
): Markup {
  const lineOf = placesOf(source)
  const noteOf = (i: number, isExplained: boolean): string => {
    const finding = findings[i]!
    return noteHtml(finding, i, homes[i]!, lineOf(finding.start).line, isExplained)
  }
  const sections = byRule(findings).map(({rule, stage, indices}, number) => {
    const fault = catalogue.get(rule)
    const notes = new Markup(indices.map((i) => noteOf(i, fault !== undefined)).join('\n'))
    return html`<section class="rule" id="r${number}" data-stage="${stage}" data-m="${fault?.message}">
<h3>${rule}</h3>
${fault && html`<p class="said">${code(templateOf(fault.message))}</p>\n<p class="why">${code(fault.why)}</p>`}
<ol>
${notes}
</ol>
</section>
`
  })
  return html`${sections}`
}

function byRule(findings: readonly Finding[]): RuleNotes[] {
  const rules = new Map<string, RuleNotes>()
  const order = findings.map((_, i) => i).sort((a, b) => findings[a]!.start - findings[b]!.start || a - b)
  for (const i of order) {
    const {rule, stage} = findings[i]!
    const key = `${stage} ${rule}`
    const notes = rules.get(key) ?? {rule, stage, indices: []}
    rules.set(key, notes)
    notes.indices.push(i)
  }
  return [...rules.values()]
}

/** A message that holds for all findings of its rule. */
const templateOf = (message: string): string => message.replaceAll(/\{(?:actual|expected)\}/g, '…')

/** What stands between backquotes as code. */
const code = (text: string): Markup =>
  html`${text.split('`').map((part, i) => (i % 2 === 0 ? html`${part}` : html`<code>${part}</code>`))}`

function noteHtml(finding: Finding, index: number, home: number, line: number, isExplained: boolean): string {
  const {actual, expected, confidence, state, note, origin} = finding
  const isSaidByGuest = origin === 'outside' && note !== undefined
  // A rule that is not in the catalogue has no template to build the message from.
  const message = isSaidByGuest ? note : isExplained ? undefined : messageOf(finding, undefined)
  const said = message === undefined ? undefined : html` data-m="${message}"`
  return html`<li id="f${index}" data-s="${state}" data-k="${percent(confidence)}"${said}><a href="#c${home}">${value(actual)}</a>${expectedHtml(
    expected,
  )} <small>line ${line}, ${percent(confidence)} %, ${state}</small>${note && html` <q>${note}</q>`}${by(origin)}</li>`
    .html
}

const by = (origin: Finding['origin']): Markup | undefined =>
  origin.startsWith('editor:') ? html` <small class="by">by ${origin.slice('editor:'.length)}</small>` : undefined

function expectedHtml(expected: readonly string[]): Markup {
  return html`${expected.map((text, i) => html`${i === 0 ? ' → ' : ' or '}${value(text)}`)}`
}

/** What stood or should stand there, apart from the text around it; in words where there is nothing to see. */
function value(text: string): Markup {
  const name = text === '' ? 'nothing' : nameOf(text)
  return name === undefined ? html`<bdi>${shown(withoutOuterBreaks(text))}</bdi>` : html`<i>${name}</i>`
}

/** A line is shown without the line breaks it was removed with. */
function withoutOuterBreaks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isBreak(text[start]!)) start++
  while (end > start && isBreak(text[end - 1]!)) end--
  return start === end ? text : text.slice(start, end)
}

const isBreak = (char: string): boolean => char === '\n' || char === '\r'

/** Rounded down, so that no finding passes a threshold it did not pass in the run; 0.29 × 100 is 28.999… */
export const percent = (confidence: number): number => Math.floor(confidence * 100 + 1e-6)
