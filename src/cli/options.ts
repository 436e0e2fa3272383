/** Options of the commands: from the command line, over those of a configuration file. */
import {Option} from 'commander'
import * as v from 'valibot'
import {DEFAULT_FIELDS, type RecordFields} from '../batch/documents.js'
import {UsageError} from '../batch/inputs.js'
import type {CleanOptions, DocumentFacts} from '../clean.js'
import type {Format, StageName} from '../draft/index.js'
import {LlamaJudge} from '../judge/llama.js'
import {nearest} from '../matching/edit-distance.js'
import {stages} from '../pipeline.js'
import {chosenLanguages} from '../stages/identify/languages.js'
import {UNKNOWN_NAMES} from '../stages/spell/index.js'
import {SCRIPTS} from '../stages/terms/conversion/script.js'
import {STYLES} from '../stages/terms/mentions/style.js'
import {TYPOGRAPHY_CHOICES} from '../stages/terms/typography/options.js'
import type {Judge} from '../stages/unspin/judged.js'

export const STAGE_NAMES = stages.map((plugin) => plugin.stage.name)

const RANKERS = ['log-linear', 'llama'] as const

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

const fieldName = v.pipe(v.string(), v.minLength(1))

/** Every disputed point of Chinese typography, and what may be decided about it. */
type PointEntries = {
  readonly [P in keyof typeof TYPOGRAPHY_CHOICES]: v.OptionalSchema<
    v.PicklistSchema<(typeof TYPOGRAPHY_CHOICES)[P], undefined>,
    undefined
  >
}
const typographySchema = v.strictObject(
  Object.fromEntries(
    Object.entries(TYPOGRAPHY_CHOICES).map(([point, choices]) => [point, v.optional(v.picklist(choices))]),
  ) as PointEntries,
)

/** What a configuration file may hold; the command line says the same with other spelling. */
export const configSchema = v.strictObject({
  stages: v.optional(v.array(v.picklist(STAGE_NAMES))),
  minConfidence: v.optional(share),
  rules: v.optional(v.record(v.string(), v.picklist(['off', 'propose', 'apply']))),
  rulesFolders: v.optional(v.array(v.string())),
  captions: v.optional(v.picklist(['keep', 'drop'])),
  chinese: v.optional(v.picklist(SCRIPTS)),
  protect: v.optional(v.array(v.pipe(v.string(), v.minLength(1)))),
  typography: v.optional(v.lazy((value) => (typeof value === 'string' ? v.literal('off') : typographySchema))),
  style: v.optional(v.picklist(STYLES)),
  unknownNames: v.optional(v.picklist(UNKNOWN_NAMES)),
  tones: v.optional(v.boolean()),
  languages: v.optional(v.array(v.string())),
  ranker: v.optional(v.picklist(RANKERS)),
  model: v.optional(v.string()),
  format: v.optional(v.picklist(['text', 'markdown'])),
  frontMatter: v.optional(v.boolean()),
  reports: v.optional(v.boolean()),
  textField: v.optional(fieldName),
  htmlField: v.optional(fieldName),
  urlField: v.optional(fieldName),
  idField: v.optional(fieldName),
  profile: v.optional(v.string()),
  siteMemory: v.optional(v.boolean()),
})

export type Config = v.InferOutput<typeof configSchema>

/** What commander collects from the shared options. */
export interface SharedFlags extends RankerFlags, InputFlags {
  readonly stages?: StageName[]
  readonly minConfidence?: number
  readonly captions?: 'keep' | 'drop'
  readonly chinese?: Config['chinese']
  readonly protect?: string[]
  readonly typography?: Config['typography']
  readonly style?: Config['style']
  readonly unknownNames?: Config['unknownNames']
  readonly languages?: string[]
  readonly tones?: boolean
  readonly rules?: string[]
  readonly profile?: string
  readonly config?: string
}

/** How inputs are read. */
export interface InputFlags {
  readonly from?: StandardInputForm
  readonly textField?: string
  readonly htmlField?: string
  readonly urlField?: string
  readonly idField?: string
}

const STANDARD_INPUT_FORMS = ['text', 'markdown', 'html', 'jsonl'] as const
export type StandardInputForm = (typeof STANDARD_INPUT_FORMS)[number]

/** What is known of a document on standard input. A page is recognised without being told, unless it begins oddly. */
export const standardFacts = (from: Exclude<StandardInputForm, 'jsonl'> | undefined, format?: Format): DocumentFacts =>
  from === 'html' ? {path: '-', markup: 'html'} : {path: '-', format: from ?? format ?? 'text'}

/** The options of every command that reads documents. */
export const inputOptions = (): Option[] => [
  new Option('--from <form>', 'with -: what comes in').choices(STANDARD_INPUT_FORMS),
  ...(['text', 'html', 'url', 'id'] as const).map((part) =>
    new Option(`--${part}-field <name>`, `field of a record with its ${PARTS[part]} (default: ${part})`).argParser(
      parseFieldName,
    ),
  ),
]

const PARTS: Readonly<Record<keyof RecordFields, string>> = {text: 'text', html: 'HTML page', url: 'URL', id: 'name'}

function parseFieldName(name: string): string {
  if (name === '') throw new UsageError('Unexpected empty name of a field')
  return name
}

/** The fields of records: the configuration's, with what the command line says over them. */
export const fieldsOf = (flags: InputFlags, config: Config): RecordFields => ({
  text: flags.textField ?? config.textField ?? DEFAULT_FIELDS.text,
  html: flags.htmlField ?? config.htmlField ?? DEFAULT_FIELDS.html,
  url: flags.urlField ?? config.urlField ?? DEFAULT_FIELDS.url,
  id: flags.idField ?? config.idField ?? DEFAULT_FIELDS.id,
})

/** Who chooses among the originals of spun words. */
export interface RankerFlags {
  readonly ranker?: (typeof RANKERS)[number] | undefined
  readonly model?: string | undefined
}

export const rankerOptions = (): Option[] => [
  new Option('--ranker <name>', 'who chooses among the originals of spun words').choices(RANKERS),
  new Option('--model <file.gguf>', 'language model that --ranker llama reads with'),
]

/** The options that every command has which runs the pipeline. */
export const sharedOptions = (): Option[] => [
  new Option('--stages <a,b,c>', `run only these: ${STAGE_NAMES.join(', ')}`).argParser(parseStages),
  new Option('--min-confidence <0–1>', 'make repairs this sure, propose the others').argParser(parseShare),
  new Option('--captions <keep|drop>', 'lines with an image credit').choices(['keep', 'drop']),
  new Option('--chinese <script>', 'convert Chinese characters').choices([...SCRIPTS]),
  new Option('--protect <a,b,c>', 'words that keep their characters when others are converted').argParser(parseList),
  new Option('--typography <off|point=choice,…>', `Chinese typography: off, or ${TYPOGRAPHY_POINTS}`).argParser(
    parseTypography,
  ),
  new Option('--unknown-names <quiet|report>', 'names and terms that no dictionary knows').choices([...UNKNOWN_NAMES]),
  new Option('--languages <a,b,c>', 'languages to choose among: ISO 639-1 codes').argParser(parseList),
  new Option('--style <style>', 'form of Chinese terms').choices([...STYLES]),
  new Option('--tones <on|off>', 'tone marks on the pinyin of Chinese terms').argParser(parseSwitch),
  new Option('--rules <folder>', 'a folder of your own rules, besides the installed ones').argParser(
    (folder, folders: string[] = []) => [...folders, folder],
  ),
  ...rankerOptions(),
  ...inputOptions(),
  new Option('--profile <file>', 'what repeats on the pages of sites: made by unspun profile'),
  new Option('--config <file>', 'instead of the unspun.config.{json,yaml,js,ts} found upward'),
]

const TYPOGRAPHY_POINTS = Object.entries(TYPOGRAPHY_CHOICES)
  .map(([point, choices]) => `${point}=${choices.join('|')}`)
  .join(', ')

export const parseList = (list: string): string[] =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** Later decisions are told over earlier ones, as everywhere on the command line. */
function parseTypography(value: string, earlier?: Config['typography']): Config['typography'] {
  if (value === 'off') return 'off'
  const decided = Object.fromEntries(value.split(',').map((decision) => `${decision.trim()}=`.split('=', 2)))
  const parsed = v.safeParse(typographySchema, {...(earlier === 'off' ? {} : earlier), ...decided})
  if (parsed.success) return parsed.output
  throw new UsageError(`Unexpected --typography ${value}, expected off or some of ${TYPOGRAPHY_POINTS}`)
}

function parseStages(list: string): StageName[] {
  return parseList(list).map((name) => {
    const known = STAGE_NAMES.find((stage) => stage === name)
    if (known) return known
    const near = nearest(name, STAGE_NAMES)
    throw new UsageError(
      `Unexpected stage ${name}, expected ${near ? `${near}, or another ` : 'one '}of ${STAGE_NAMES.join(', ')}`,
    )
  })
}

/** The codes, if there are languages of these names to be told. */
function knownLanguages(codes: readonly string[] | undefined): readonly string[] | undefined {
  try {
    chosenLanguages(codes)
    return codes
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function parseSwitch(text: string): boolean {
  if (text === 'on' || text === 'off') return text === 'on'
  throw new UsageError(`Unexpected --tones ${text}, expected on or off`)
}

function parseShare(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 1)) {
    throw new UsageError(`Unexpected --min-confidence ${text}, expected a number from 0 to 1`)
  }
  return value
}

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
    languages: knownLanguages(flags.languages ?? config.languages),
    tones: flags.tones ?? config.tones,
    judge: judgeOf({ranker: flags.ranker ?? config.ranker, model: flags.model ?? config.model}),
  }
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)) as CleanOptions
}

/** The judge that the ranker asks; none by default. */
export function judgeOf({ranker, model}: RankerFlags): Judge | undefined {
  if (ranker !== 'llama') {
    if (model === undefined) return undefined
    throw new UsageError('Unexpected --model without --ranker llama')
  }
  if (model === undefined) throw new UsageError('--ranker llama needs a language model, expected --model FILE.gguf')
  try {
    return new LlamaJudge(model)
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

export const parseFormat = (flag: Format | undefined, config: Config): Format | undefined => flag ?? config.format
