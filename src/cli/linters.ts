/** One linter for all files with the same settings, prepared when the first of them is looked at. */
import {createLinter, type Linter, type LintSettings} from '../lint/linter.js'
import {additionsOf} from './config/additions.js'
import type {Configuration} from './config/configuration.js'
import type {Config} from './config/schema.js'
import {cleanOptions} from './merged-options.js'
import type {SharedFlags} from './options.js'

export interface LintingFlags extends SharedFlags {
  readonly suggest?: true
}

/** How files with these settings are looked at; plain values, as long as no judge is asked for. */
export function lintSettings(flags: LintingFlags, config: Config): LintSettings {
  return {
    options: cleanOptions(flags, config),
    rulesFolders: [...(config.rulesFolders ?? []), ...(flags.rules ?? [])],
    additions: additionsOf(config),
    asksDictionary: flags.suggest ?? false,
  }
}

/**
 * Linters by path.
 *
 * @throws ConfigError from the first call on when the configuration names rules that there are not.
 */
export function lintersFor(flags: LintingFlags, configuration: Configuration): (path: string) => Linter {
  const linters = new Map<string, Linter>()
  return (path) => {
    const {key, config} = configuration.settingsFor(path)
    const linter = linters.get(key) ?? createLinter(lintSettings(flags, config))
    // Where a rule was refused, its id is unknown for a reason that was told.
    if (linters.size === 0 && linter.refused.length === 0) configuration.refuseUnknownRules(linter.catalogue.keys())
    linters.set(key, linter)
    return linter
  }
}
