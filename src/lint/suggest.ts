/** What the dictionary suggests for misspelt words: dear to ask for, so only for what is printed. */
import type {LintFinding, LintResult} from './lint.js'

const MISSPELT = 'spell/unknown-word'
/** More than a reader takes in at a glance. */
const MOST_SUGGESTIONS = 3

/** The results with suggestions at every misspelt word; `suggestionsFor` is asked once for all of them together. */
export function withSuggestions(
  results: readonly LintResult[],
  suggestionsFor: (forms: readonly string[]) => ReadonlyMap<string, readonly string[]>,
): LintResult[] {
  const misspelt = results.flatMap(({findings}) => findings.filter(({rule}) => rule === MISSPELT))
  const suggestions = suggestionsFor(misspelt.map(({actual}) => actual))
  const suggest = (finding: LintFinding): LintFinding => {
    const expected = finding.rule === MISSPELT ? (suggestions.get(finding.actual) ?? []) : []
    if (expected.length === 0) return finding
    const best = expected.slice(0, MOST_SUGGESTIONS)
    return {...finding, expected: best, advice: `Perhaps ${best.map((word) => `«${word}»`).join(' or ')}.`}
  }
  return results.map((result) => ({...result, findings: result.findings.map(suggest)}))
}
