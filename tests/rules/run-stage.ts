import {unified} from 'unified'
import {VFile} from 'vfile'
import type {RunStage} from '../../src/rules/check.js'
import type {RuleSet} from '../../src/rules/rule.js'
import {policyOf} from '../../src/stage/policy.js'
import {carried, retextDraft} from '../../src/stage/retext-draft.js'
import {stripBoilerplate} from '../../src/stages/boilerplate/index.js'
import {stripResidue} from '../../src/stages/residue/index.js'

const plugins = {boilerplate: stripBoilerplate, residue: stripResidue}

/** Runs one stage with the rules given, every proposal applied. */
export function runnerFor(rules: RuleSet): RunStage {
  const policy = policyOf({minConfidence: 0})
  return (stage, text) => {
    const plugin = plugins[stage as keyof typeof plugins]
    const file = new VFile(text)
    const out = unified().use(retextDraft).use(plugin as never, {rules, policy} as never).processSync(file)
    return {text: String(out), fired: carried(file)!.findings.map((finding) => finding.rule)}
  }
}
