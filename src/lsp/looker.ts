/** Looks at documents with what is installed and configured: what the language server's thread does. */
import path from 'node:path'
import type {Cleaned} from '../clean.js'
import type {Configuration} from '../cli/config/configuration.js'
import {readConfig} from '../cli/config.js'
import {lintSettings} from '../cli/lint-settings.js'
import {compose, type Edit, isMarkdown} from '../draft/index.js'
import type {LintFinding} from '../lint/lint.js'
import {createLinter, type Linter, type LintSettings} from '../lint/linter.js'
import {soundEdits} from '../lint/structure.js'
import {complaintOf} from '../rule-set.js'
import {type Facts, factsOf, isMdx} from './document-facts.js'
import {blindLook, type Look, type Question} from './look.js'
import {isReplacement} from './replacement.js'

export type Looker = (question: Question) => Promise<Look>

/** Linters kept ready: an author works in few folders, and each holds megabytes. */
const MOST_LINTERS = 4

/** What the configuration says of a document; undefined where it says that the document is none of ours. */
interface Choice {
  readonly configuration: Configuration
  readonly settings: LintSettings
}

/** Reads each configuration once; a new looker reads them anew. */
export function createLooker(): Looker {
  const linters = new Map<string, Linter>()
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
      const choice = await choiceFor(question)
      return choice ? lookWith(linterWith(choice.settings), choice, question, facts) : blindLook()
    } catch (error) {
      return blindLook((error as Error).message)
    }
  }
}

function lookWith(linter: Linter, {configuration, settings}: Choice, question: Question, facts: Facts): Look {
  // Where a rule was refused, its id is unknown for a reason that is told.
  if (linter.refused.length === 0) configuration.refuseUnknownRules(linter.catalogue.keys())
  const {sight, result} = linter.look({content: question.text, facts})
  const cleaned = sight.looks.find(({writing}) => writing === undefined)?.cleaned
  return {
    findings: result.findings,
    repairs: cleaned ? repairsOf(cleaned, result.findings) : [],
    form: cleaned?.html !== undefined ? 'html' : isMdx(question) ? 'mdx' : (cleaned?.report.format ?? 'text'),
    complaints: linter.refused.map(complaintOf),
    rulesFolders: settings.rulesFolders,
  }
}

/** A judge takes seconds for each place: it is not for a text being written. */
async function choiceFor({file, folder, config, asksDictionary}: Question): Promise<Choice | undefined> {
  const document = file ?? path.join(folder, '-')
  const configuration = await readConfig({from: path.dirname(document), file: config})
  if (configuration.isIgnored(document)) return undefined
  const {ranker: _, model: __, ...rest} = configuration.settingsFor(document).config
  return {configuration, settings: lintSettings(asksDictionary ? {suggest: true} : {}, rest)}
}

/** The cleaner went on until nothing changed. Of Markdown what would change its structure is left; of a page, whose text it rewrote, only what stands in the HTML can be. */
function repairsOf({source, html, report}: Cleaned, findings: readonly LintFinding[]): Edit[] {
  if (report.rejected !== undefined) return []
  if (html === undefined) {
    const edits = compose(source, report.revisions)
    return isMarkdown(report.format) ? [...soundEdits(source, edits)] : edits
  }
  const repairs: Edit[] = []
  for (const finding of findings) {
    const {level, start, end, expected} = finding
    const isNext = start.offset >= (repairs.at(-1)?.end ?? 0)
    if (level !== 'safe' || !isNext || !isReplacement(finding, html, true)) continue
    repairs.push({start: start.offset, end: end.offset, insert: expected[0]!})
  }
  return repairs
}
