import {installedRules} from '../rules/read.js'
import type {StagePlugin} from '../stage/define-stage.js'

/** The same plugin with the installed rules (and what else it cannot be without) already in its options. */
export function withRules<Options extends object>(
  plugin: StagePlugin<Options>,
  defaults: () => Partial<Options> = () => ({}),
): StagePlugin<Options> {
  type Attach = (this: unknown, options?: object) => unknown
  const bound: Attach = function (this: unknown, options = {}) {
    return (plugin as unknown as Attach).call(this, {rules: installedRules(), ...defaults(), ...options})
  }
  return Object.defineProperties(bound as unknown as StagePlugin<Options>, {
    name: {value: plugin.name},
    stage: {value: plugin.stage},
  })
}
