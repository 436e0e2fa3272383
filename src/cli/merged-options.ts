/** What is asked for: the configuration's settings, with what the command line says over them. */
import {DEFAULT_FIELDS, type RecordFields} from '../batch/fields.js'
import type {CleanOptions} from '../clean.js'
import type {Format} from '../draft/index.js'
import {LlamaJudge} from '../judge/llama.js'
import type {Judge} from '../stages/unspin/judged.js'
import {UsageError} from '../usage-error.js'
import type {Config} from './config/schema.js'
import type {InputFlags, RankerFlags, SharedFlags} from './options.js'

/** The fields of records: the configuration's, with what the command line says over them. */
export const fieldsOf = (flags: InputFlags, config: Config): RecordFields => ({
  text: flags.textField ?? config.textField ?? DEFAULT_FIELDS.text,
  html: flags.htmlField ?? config.htmlField ?? DEFAULT_FIELDS.html,
  url: flags.urlField ?? config.urlField ?? DEFAULT_FIELDS.url,
  id: flags.idField ?? config.idField ?? DEFAULT_FIELDS.id,
})

/** The cleaner's options: the configuration's, with what the command line says over them. */
export function cleanOptions(flags: SharedFlags, config: Config): CleanOptions {
  const chosen = {
    stages: flags.stages ?? config.stages,
    minConfidence: flags.minConfidence ?? config.minConfidence,
    rules: config.rules,
    captions: flags.captions ?? config.captions,
    chinese: flags.chinese ?? config.chinese,
    protect: flags.protect ?? config.protect,
    typography: flags.typography ?? config.typography,
    style: flags.style ?? config.style,
    unknownNames: flags.unknownNames ?? config.unknownNames,
    languages: flags.languages ?? config.languages,
    tones: flags.tones ?? config.tones,
    judge: judgeOf({ranker: flags.ranker ?? config.ranker, model: flags.model ?? config.model}),
  }
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)) as CleanOptions
}

/** A model is loaded once, whatever the files are that it reads. */
const judges = new Map<string, Judge>()

/** The judge that the ranker asks; none by default. */
export function judgeOf({ranker, model}: RankerFlags): Judge | undefined {
  if (ranker !== 'llama') {
    if (model === undefined) return undefined
    throw new UsageError('Unexpected --model without --ranker llama')
  }
  if (model === undefined) throw new UsageError('--ranker llama needs a language model, expected --model FILE.gguf')
  try {
    const judge = judges.get(model) ?? new LlamaJudge(model)
    judges.set(model, judge)
    return judge
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

export const parseFormat = (flag: Format | undefined, config: Config): Format | undefined => flag ?? config.format
