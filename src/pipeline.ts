/** The order of the rooms, and nothing else. */
import {type Processor, unified} from 'unified'
import type {StageSettings} from './stage/define-stage.js'
import {type RetextDraftOptions, retextDraft} from './stage/retext-draft.js'
import {stripBoilerplate} from './stages/boilerplate/index.js'
import {decode} from './stages/decode/index.js'
import {identify} from './stages/identify/index.js'
import {stripResidue} from './stages/residue/index.js'
import {spell} from './stages/spell/index.js'
import {normaliseTerms} from './stages/terms/index.js'
import {unspin} from './stages/unspin/index.js'

export const stages = [decode, identify, stripBoilerplate, stripResidue, unspin, normaliseTerms, spell] as const

/** A processor that runs the chosen stages in their order; `options` holds each stage's own by its name. */
export function pipeline(
  chosen: readonly string[],
  settings: StageSettings & RetextDraftOptions,
  options: Readonly<Record<string, object>> = {},
): Processor {
  const processor = unified().use(retextDraft, settings) as unknown as Processor
  for (const plugin of stages) {
    const {name} = plugin.stage
    if (chosen.includes(name)) processor.use(plugin as never, {...settings, ...options[name]} as never)
  }
  return processor.freeze()
}
