/**
 * What a configuration file may hold, said once: this schema validates files, types the settings, and editors get it as
 * JSON Schema (`config.schema.json`), so every key is described here.
 *
 * The command line says the same with other spelling.
 */
import * as v from 'valibot'
import {STAGE_NAMES} from '../../draft/edit.js'
import {LEVELS} from '../../lint/level.js'
import {RULE_SETTINGS} from '../../stage/policy.js'
import {KNOWN_LANGUAGES} from '../../stages/identify/languages.js'
import {UNKNOWN_NAMES} from '../../stages/spell/choices.js'
import {SCRIPTS, STYLES} from '../../stages/terms/choices.js'
import {TYPOGRAPHY_CHOICES} from '../../stages/terms/typography/options.js'
import {FORM, isForm} from './forms.js'
import {RANKERS} from './rankers.js'

const text = v.pipe(v.string(), v.nonEmpty('a text that is not empty'))
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0))
/** Negation would make the order of globs count; there is `excludedFiles`. */
const glob = v.pipe(text, v.regex(/^[^!]/, 'a glob without !; excludedFiles says what is left out'))

const oneOrMore = <S extends v.GenericSchema>(item: S) => v.union([item, v.array(item)])

/** A key that may be left out, with what editors say of it. */
const key = <S extends v.GenericSchema>(schema: S, description: string) =>
  v.optional(v.pipe(schema, v.description(description)))

/** Every disputed point of Chinese typography, and what may be decided about it. */
type PointEntries = {
  readonly [P in keyof typeof TYPOGRAPHY_CHOICES]: v.OptionalSchema<
    v.PicklistSchema<(typeof TYPOGRAPHY_CHOICES)[P], undefined>,
    undefined
  >
}
const points = v.strictObject(
  Object.fromEntries(
    Object.entries(TYPOGRAPHY_CHOICES).map(([point, choices]) => [point, v.optional(v.picklist(choices))]),
  ) as PointEntries,
)

const term = v.strictObject({
  term: v.pipe(
    text,
    v.regex(/\p{Script=Han}/u, 'a term with Chinese characters'),
    v.description('Headword in Simplified characters.'),
  ),
  traditional: key(text, 'Its Traditional form where that differs.'),
  pinyin: v.pipe(text, v.description('With tone marks, joined by word.')),
  gloss: v.pipe(text, v.description('One short English gloss for running text.')),
  literal: key(text, 'What the characters say, where that is something else.'),
  short: key(text, 'What can stand for the term in a sentence.'),
  alternates: key(v.array(text), 'Other renderings that authors may keep.'),
})

const form = v.pipe(text, v.check(isForm, FORM))

const spunForm = v.strictObject({
  spun: v.pipe(form, v.description('What the spinner put, in any case.')),
  original: v.pipe(form, v.description('What stood there.')),
  weight: key(
    v.pipe(v.number(), v.minValue(-3), v.maxValue(0)),
    'How ready the pair is to be believed, log10; default 0, which is most.',
  ),
})

/** What may differ from file to file. */
const perFile = {
  stages: key(v.array(v.picklist(STAGE_NAMES)), 'Run only these stages, always in the order of the pipeline.'),
  minConfidence: key(share, 'Repairs less sure than this are proposed, not made. Default 0.8, 0.45 for spun wording.'),
  rules: key(
    v.record(v.string(), v.picklist(RULE_SETTINGS)),
    'By rule (residue/unfilled-slot) or stage (residue); the rule’s own wins. off: find nothing; report: only say where; propose: change nothing unasked; apply: whatever the confidence.',
  ),
  captions: key(
    v.picklist(['keep', 'drop']),
    'Lines with an image credit. Default keep: they stay, without their credit.',
  ),
  chinese: key(v.picklist(SCRIPTS), 'Convert Chinese characters. Default keep.'),
  protect: key(v.array(text), 'Words that keep their characters when others are converted.'),
  typography: key(
    v.union([v.literal('off'), points]),
    'Chinese typography: off, or what the house decided on each disputed point.',
  ),
  style: key(v.picklist(STYLES), 'Form of Chinese terms. Default hanzi-first.'),
  tones: key(v.boolean(), 'Whether pinyin has its tone marks. Default true.'),
  unknownNames: key(v.picklist(UNKNOWN_NAMES), 'Names and terms that no dictionary knows. Default quiet.'),
  languages: key(
    v.pipe(v.array(v.picklist(KNOWN_LANGUAGES)), v.nonEmpty('some languages')),
    'ISO 639-1 codes of the languages to choose among.',
  ),
  words: key(
    v.array(v.pipe(v.string(), v.regex(/\p{L}/u, 'a word'))),
    'Words and names that spelling accepts, in any case; each form that is written.',
  ),
  glossary: key(
    v.array(v.union([text, term])),
    'Chinese terms besides the installed ones, or instead of those: tables (.tsv with the columns of rules/terms), or entries.',
  ),
  lexicon: key(
    v.array(v.union([text, spunForm])),
    'Spun forms and what stood there: tables (.tsv with the columns spun, original and weight), or entries.',
  ),
  fields: key(v.array(text), 'Fields of JSON and YAML files that hold text: names, or paths with dots.'),
  frontMatterFields: key(v.array(text), 'Fields of front matter that are checked, too: title, description.'),
}

const lint = v.strictObject({
  failOn: key(v.picklist(LEVELS), 'The least grave level that fails. Default reported.'),
  format: key(oneOrMore(text), 'How findings are printed, as with --format.'),
  maxFindings: key(wholeNumber, 'Print no more findings than this.'),
  baseline: key(text, 'File of findings that are known and do not count.'),
  cache: key(v.union([v.boolean(), text]), 'Whether, or in which folder, findings are kept for the next run.'),
})

const override = v.strictObject({
  files: v.pipe(
    oneOrMore(glob),
    v.description('Globs from the folder of the configuration; without a slash at any depth.'),
  ),
  excludedFiles: key(oneOrMore(glob), 'Globs of files that are left out of these.'),
  ...perFile,
})

export const configSchema = v.strictObject({
  $schema: key(v.string(), 'Where editors find the schema of this file.'),
  extends: key(
    oneOrMore(text),
    'Configurations that this one is laid over: files from here (./base.yaml) or packages, the later over the earlier.',
  ),
  ignores: key(oneOrMore(glob), 'Globs of files that are never linted.'),
  overrides: key(v.array(override), 'Settings for some files, the later over the earlier.'),
  ...perFile,
  rulesFolders: key(v.array(text), 'Folders of your own rules, besides the installed ones.'),
  ranker: key(v.picklist(RANKERS), 'Who chooses among the originals of spun words. Default log-linear.'),
  model: key(text, 'Language model that the ranker llama reads with.'),
  format: key(v.picklist(['text', 'markdown']), 'clean: form of the articles. Default: that of the input.'),
  frontMatter: key(v.boolean(), 'clean: write what is known of the article as front matter into Markdown.'),
  reports: key(v.boolean(), 'clean: write a report beside each article. Default true.'),
  textField: key(text, 'Field of a record with its text. Default text.'),
  htmlField: key(text, 'Field of a record with its HTML page. Default html.'),
  urlField: key(text, 'Field of a record with its URL. Default url.'),
  idField: key(text, 'Field of a record with its name. Default id.'),
  siteProfile: key(text, 'What repeats on the pages of sites: made by unspun profile.'),
  siteMemory: key(v.boolean(), 'clean: read the inputs twice, first to see what repeats. Default true.'),
  lint: key(lint, 'What unspun lint does where no flag says otherwise.'),
})

/** A file as it is written. */
export type WrittenConfig = v.InferOutput<typeof configSchema>
/** What is said of how files are linked and chosen, not of how they are read. */
type Links = '$schema' | 'extends' | 'ignores' | 'overrides'
/** The settings that hold together for one file: all keys but those that choose files. Paths are absolute. */
export type Config = Omit<WrittenConfig, Links>
export type LintChoices = NonNullable<Config['lint']>
/** What Chinese typography may be told. */
export type Typography = Config['typography']
