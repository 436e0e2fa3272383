/** Looks at documents with what is installed and configured: what the language server's thread does. */
import path from 'node:path'
import type {Cleaned} from '../clean.js'
import {readConfig} from '../cli/config.js'
import {cleanOptions} from '../cli/options.js'
import {compose, type Edit} from '../draft/index.js'
import type {LintFinding} from '../lint/lint.js'
import {createLinter, type Linter, type LintSettings} from '../lint/linter.js'
import {complaintOf} from '../rule-set.js'
import {factsOf, isMdx} from './document-facts.js'
import {blindLook, type Look, type Question} from './look.js'
import {isReplacement} from './replacement.js'

export type Looker = (question: Question) => Promise<Look>

/** Linters kept ready: an author works in few folders, and each holds megabytes. */
const MOST_LINTERS = 4

/** Reads each configuration once; a new looker reads them anew. */
export function createLooker(): Looker {
  const linters = new Map<string, Linter>()
  const settingsFor = new Map<string, Promise<LintSettings>>()
  const settingsOf = (question: Question): Promise<LintSettings> => {
    const {config, folder, file, asksDictionary} = question
    const key = JSON.stringify([file ?? folder, config, asksDictionary])
    const settings = settingsFor.get(key) ?? settingsFrom(question)
    settingsFor.set(key, settings)
    return settings
  }
  const linterWith = (settings: LintSettings): Linter => {
    const key = JSON.stringify(settings)
    const linter = linters.get(key) ?? createLinter(settings)
    linters.delete(key)
    linters.set(key, linter)
    if (linters.size > MOST_LINTERS) linters.delete(linters.keys().next().value!)
    return linter
  }
  return async (question) => {
    const facts = factsOf(question)
    if (facts === undefined || !/\S/.test(question.text)) return blindLook()
    try {
      const settings = await settingsOf(question)
      const linter = linterWith(settings)
      const {cleaned, result} = linter.look({content: question.text, facts})
      const {findings} = result
      return {
        findings,
        repairs: repairsOf(cleaned, findings),
        form: cleaned.html !== undefined ? 'html' : isMdx(question) ? 'mdx' : cleaned.report.format,
        complaints: linter.refused.map(complaintOf),
        rulesFolders: settings.rulesFolders,
      }
    } catch (error) {
      return blindLook((error as Error).message)
    }
  }
}

/** A judge takes seconds for each place, and profiles tell of crawled pages: neither is for a text being written. */
async function settingsFrom({file, folder, config, asksDictionary}: Question): Promise<LintSettings> {
  const from = file === undefined ? folder : path.dirname(file)
  const {ranker: _, model: __, profile: ___, ...rest} = await readConfig(config, from)
  return {options: cleanOptions({}, rest), rulesFolders: rest.rulesFolders ?? [], asksDictionary}
}

/** The cleaner went on until nothing changed. Of a page, whose text it rewrote, only what stands in the HTML can be. */
function repairsOf({source, html, report}: Cleaned, findings: readonly LintFinding[]): Edit[] {
  if (report.rejected !== undefined) return []
  if (html === undefined) return compose(source, report.revisions)
  const repairs: Edit[] = []
  for (const finding of findings) {
    const {level, start, end, expected} = finding
    const isNext = start.offset >= (repairs.at(-1)?.end ?? 0)
    if (level !== 'safe' || !isNext || !isReplacement(finding, html, true)) continue
    repairs.push({start: start.offset, end: end.offset, insert: expected[0]!})
  }
  return repairs
}
