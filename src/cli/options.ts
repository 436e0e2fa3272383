/** The options that commands share, as commander takes them. */
import {Option} from 'commander'
import type {DocumentFacts} from '../clean.js'
import {STAGE_NAMES} from '../draft/edit.js'
import type {Format, StageName} from '../draft/index.js'
import {UNKNOWN_NAMES} from '../stages/spell/choices.js'
import {SCRIPTS, STYLES} from '../stages/terms/choices.js'
import {RANKERS} from './config/rankers.js'
import type {Config, Typography} from './config/schema.js'
import {
  parseFieldName,
  parseLanguages,
  parseList,
  parseShare,
  parseStages,
  parseSwitch,
  parseTypography,
  TYPOGRAPHY_POINTS,
} from './option-parsers.js'

/** What commander collects from the shared options. */
export interface SharedFlags extends RankerFlags, InputFlags {
  readonly stages?: StageName[]
  readonly minConfidence?: number
  readonly captions?: 'keep' | 'drop'
  readonly chinese?: Config['chinese']
  readonly protect?: string[]
  readonly typography?: Typography
  readonly style?: Config['style']
  readonly unknownNames?: Config['unknownNames']
  readonly languages?: string[]
  readonly tones?: boolean
  readonly rules?: string[]
  readonly siteProfile?: string
  readonly config?: string
}

/** How inputs are read. */
export interface InputFlags {
  readonly from?: StandardInputForm
  readonly textField?: string
  readonly htmlField?: string
  readonly urlField?: string
  readonly idField?: string
  readonly allowEmpty?: true
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
  new Option('--allow-empty', 'a folder, glob or list in which nothing is found is no error'),
]

const PARTS = {text: 'text', html: 'HTML page', url: 'URL', id: 'name'} as const

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
  new Option('--languages <a,b,c>', 'languages to choose among: ISO 639-1 codes').argParser(parseLanguages),
  new Option('--style <style>', 'form of Chinese terms').choices([...STYLES]),
  new Option('--tones <on|off>', 'tone marks on the pinyin of Chinese terms').argParser(parseSwitch),
  new Option('--rules <folder>', 'a folder of your own rules, besides the installed ones').argParser(
    (folder, folders: string[] = []) => [...folders, folder],
  ),
  ...rankerOptions(),
  ...inputOptions(),
  new Option('--site-profile <file>', 'what repeats on the pages of sites: made by unspun profile'),
  new Option('--config <file>', 'instead of the unspun.config.{json,yaml,js,ts} found upward'),
]
