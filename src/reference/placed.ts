/** The bad examples of a rule where no rule may reach: in code, an address, an attribute, front matter. */
import type {Rule, RuleError} from '../rules/rule.js'
import {complaint, type TextOf} from './complaint.js'

/** Says what becomes of a Markdown text when every proposal of a stage is carried out. */
export type RunMarkdown = (stage: string, text: string) => string

const NEUTRAL = 'The harbour was quiet that morning, and the gulls had the pier to themselves.'

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Each makes of a bad text the part of a document in which nothing may change. */
const PLACES: ReadonlyArray<readonly [name: string, place: (bad: string) => string]> = [
  ['a block of code', (bad) => `~~~~~~~~\n${bad.replaceAll('~~~~~~~~', '')}\n~~~~~~~~`],
  ['a code span', (bad) => `She typed ${codeSpan(onOneLine(bad))} and waited for the boat.`],
  ['an address', (bad) => `It was at https://example.org/${pathOf(bad)} until the winter.`],
  ['an attribute', (bad) => `Here <img src="boat.png" alt="${onOneLine(bad).replace(/[<>"&]/g, ' ')}"> is the boat.`],
]

/** Rules that change a bad example of theirs where it is no text. */
export function trespasses(rules: readonly Rule[], run: RunMarkdown, textOf: TextOf): RuleError[] {
  return rules.flatMap((rule) => {
    const stage = rule.id.slice(0, rule.id.indexOf('/'))
    const bads = rule.examples.flatMap((example) => ('bad' in example ? [example.bad] : []))
    return bads.flatMap((bad) =>
      touched(bad, (text) => run(stage, text)).map((name) =>
        complaint(rule.origin, textOf, `Unexpected change in ${name}, expected ${rule.id} to stay out of it: ${bad}`),
      ),
    )
  })
}

/** In which places a text is changed; one document with all of them is tried first, for it mostly stays. */
function touched(bad: string, run: (text: string) => string): string[] {
  const whole = documentOf(bad, PLACES.map(([, place]) => place(bad)).join(`\n\n${NEUTRAL}\n\n`))
  if (run(whole) === whole) return []
  const names = PLACES.filter(([, place]) => {
    const document = `${NEUTRAL}\n\n${place(bad)}\n\n${NEUTRAL}\n`
    return run(document) !== document
  }).map(([name]) => name)
  const matter = documentOf(bad, NEUTRAL)
  return run(matter) === matter ? names : ['front matter', ...names]
}

const documentOf = (bad: string, body: string): string =>
  `---\ntitle: ${JSON.stringify(onOneLine(bad))}\n---\n\n${NEUTRAL}\n\n${body}\n\n${NEUTRAL}\n`

function codeSpan(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const mark = '`'.repeat(longest + 1)
  return `${mark} ${text} ${mark}`
}

/** Letters and digits of any script, and hyphens for the rest. */
const pathOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '-')
