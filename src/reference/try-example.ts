/** An example of a fault that lives in code, put through the real stage: what it says must be what happens. */
import {type Cleaned, type Cleaner, type CleanOptions, createCleaner, type DocumentFacts} from '../clean.js'
import type {Finding, RuleId, SiteMemory, StageName} from '../draft/index.js'
import {createLinter} from '../lint/linter.js'
import type {FaultExample, Illustration} from '../stage/example.js'

/** Answers what is wrong with an example, or nothing. */
export type TryExample = (rule: RuleId, outcome: Illustration['outcome'], example: FaultExample) => string | undefined

/** Prepares each combination of options once. */
export function exampleTrier(): TryExample {
  const cleaners = new Map<string, Cleaner>()
  const cleanerFor = (options: CleanOptions): Cleaner => {
    const key = JSON.stringify(options)
    const cleaner = cleaners.get(key) ?? createCleaner(options)
    cleaners.set(key, cleaner)
    return cleaner
  }
  return (rule, outcome, example) => {
    if (rule.startsWith('lint/')) return lintSurprise(rule, example)
    const options: CleanOptions = {
      ...example.options,
      stages: ['identify', rule.slice(0, rule.indexOf('/')) as StageName],
    }
    const bold = cleanerFor({...options, minConfidence: 0})
    if ('leave' in example) return disturbance(rule, cleaned(bold, example, example.leave), example.leave)
    const {report} = cleaned(bold, example, example.bad)
    const good = expectedText(bold, example)
    if (!firedIn(report.findings, rule)) return `Unexpected silence of ${rule} on: ${example.bad}`
    if (report.text !== good) return `Unexpected repair «${report.text}», expected «${good}»`
    return surprise(outcome, firedIn(cleaned(cleanerFor(options), example, example.bad).report.findings, rule))
  }
}

/** What lint itself says changes no text: it is said of the bad one, and not of the other. */
function lintSurprise(rule: RuleId, example: FaultExample): string | undefined {
  const content = 'bad' in example ? example.bad : example.leave
  const {lint} = createLinter({options: {}, rulesFolders: [], asksDictionary: false})
  const isFound = lint({content, facts: {path: 'example.md', format: 'markdown'}}).findings.some(
    (one) => one.rule === rule,
  )
  if (isFound === 'bad' in example) return undefined
  return `Unexpected ${isFound ? 'finding' : 'silence'} of ${rule} on: ${content}`
}

/** A rule that is to leave a text alone must say nothing of it, and its text must stay. */
function disturbance(rule: RuleId, {report, source}: Cleaned, text: string): string | undefined {
  if (firedIn(report.findings, rule)) return `Unexpected finding of ${rule}, expected it to leave: ${text}`
  return report.text === source || report.page ? undefined : `Unexpected change «${report.text}», expected «${text}»`
}

/** Within other things, what comes of the document with the good part in place of the bad one. */
const expectedText = (cleaner: Cleaner, example: FaultExample & {readonly good: string}): string =>
  example.within ? cleaned(cleaner, example, example.good).report.text : example.good

function surprise(outcome: Illustration['outcome'], finding: Finding | undefined): string | undefined {
  if (outcome === 'varies' || finding?.state === outcome) return undefined
  return `Unexpected outcome ${finding?.state}, expected ${outcome}`
}

const firedIn = (findings: readonly Finding[], rule: RuleId): Finding | undefined =>
  findings.find((finding) => finding.rule === rule && finding.state !== 'overruled')

function cleaned(cleaner: Cleaner, {within, siteLines}: FaultExample, part: string): Cleaned {
  const facts: DocumentFacts = {
    ...(within?.markup === undefined ? {} : {markup: within.markup}),
    ...(siteLines === undefined ? {} : {site: siteOf(siteLines)}),
  }
  return cleaner(within ? within.document(part) : part, facts)
}

/** A site of three pages, all of which hold these lines. */
const siteOf = (lines: readonly string[]): SiteMemory => ({
  name: 'gazette.example',
  pages: 3,
  pagesWith: (line) => (lines.includes(line.trim()) ? 3 : 0),
})
