/** How each file is looked at: what the configuration says of it, with what the command line says over that. */
import type {Fixes, LintSettings} from '../lint/linter.js'
import type {Timer} from '../rules/rule.js'
import {additionsOf} from './config/additions.js'
import type {Configuration} from './config/configuration.js'
import type {Config} from './config/schema.js'
import type {PartFlags} from './fixing.js'
import {cleanOptions} from './merged-options.js'
import type {SharedFlags} from './options.js'

export interface LintingFlags extends SharedFlags, PartFlags {
  readonly suggest?: true
}

/** The settings for a path; the same object for all files with the same ones, so that they can share a linter. */
export type SettingsFor = (path: string) => LintSettings

/** What holds for the whole run. */
interface OfRun {
  /** The rules of the user's that failed their examples. */
  readonly setAside: readonly string[]
  /** The repairs that are to be made. */
  readonly fixes?: Fixes | undefined
  readonly findsAll?: boolean | undefined
  readonly timer?: Timer | undefined
}

export function settingsIn(
  configuration: Configuration,
  flags: LintingFlags,
  {setAside, fixes, findsAll, timer}: OfRun,
): SettingsFor {
  const known = new Map<string, LintSettings>()
  const settingsWith = (config: Config): LintSettings => {
    const plain = lintSettings(flags, config)
    const options = timer ? {...plain.options, timer} : plain.options
    return {...plain, options, setAside, ...(fixes && {fixes}), ...(findsAll && {findsAll})}
  }
  return (path) => {
    const {key, config} = configuration.settingsFor(path)
    const settings = known.get(key) ?? settingsWith(config)
    known.set(key, settings)
    return settings
  }
}

/** Plain values, as long as no judge is asked for. */
export function lintSettings(flags: LintingFlags, config: Config): LintSettings {
  return {
    options: cleanOptions(flags, config),
    rulesFolders: [...(config.rulesFolders ?? []), ...(flags.rules ?? [])],
    additions: additionsOf(config),
    asksDictionary: flags.suggest ?? false,
    ...fieldsFor(flags, config),
  }
}

/**
 * Refuses rules that there are not. For when documents are looked at: what was found before, with the same settings,
 * was found after this check.
 *
 * @throws ConfigError for ids in the configuration that neither the installed rules nor those of the folders have.
 */
export async function refuseUnknownRules(configuration: Configuration, rulesFolders: readonly string[]): Promise<void> {
  if (!configuration.namesRules) return
  const [{lintCatalogue}, {ruleSetOf}] = await Promise.all([import('../lint/faults.js'), import('../rule-set.js')])
  configuration.refuseUnknownRules(lintCatalogue(ruleSetOf(rulesFolders, []).set).keys())
}

/** Which values of a file are prose: what the configuration says, with what the command line says over that. */
export function fieldsFor(flags: PartFlags, config: Config): Pick<LintSettings, 'fields' | 'frontMatterFields'> {
  const fields = flags.fields ?? config.fields
  const frontMatterFields = flags.frontMatterFields ?? config.frontMatterFields
  return {...(fields && {fields}), ...(frontMatterFields && {frontMatterFields})}
}
