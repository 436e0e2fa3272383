/** The reference pages: an index and a page for each stage, as Markdown, from what is known of the rules and nothing else. */
import {stages} from '../pipeline.js'
import type {Origin} from '../rules/rule.js'
import type {FaultExample} from '../stage/example.js'
import {anchorOf, pageOf} from './anchor.js'
import type {Entry} from './entry.js'
import {code, fence, prose, row} from './markdown.js'
import {conditionsOf, deedOf, silencing} from './words.js'

/** What each stage looks for; the pages begin with it. */
const SUBJECTS: Readonly<Record<string, string>> = {
  decode: 'What went wrong between bytes and characters.',
  boilerplate: 'What is not of the article: menus, forms, credits, lists of other pages.',
  residue: 'What templates, scrapers, wikis and writing tools left in the text.',
  unspin: 'What an article spinner or a literal translation put in place of words.',
  terms: 'Chinese terms in English text, and Chinese typography.',
  spell: 'What is misspelt.',
  lint: 'What the linter says of documents and of its own directives.',
}

const MADE =
  'Made by `npm run docs` from the rule files and from the program: change those, not this page. A character that cannot be seen is written as `‹U+200B›`.'

/** All pages by the name of their file. */
export function pagesOf(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const order = [...stages.map((plugin) => plugin.stage.name as string), 'lint']
  const known = new Map(order.map((stage) => [stage, entries.filter((entry) => entry.stage === stage)]))
  const pages = new Map<string, string>()
  const filled = [...known].filter(([, own]) => own.length > 0)
  pages.set('README.md', indexOf(filled))
  for (const [stage, own] of filled) pages.set(pageOf(stage), pageFor(stage, own))
  return pages
}

function indexOf(stagesWithRules: readonly (readonly [string, readonly Entry[]])[]): string {
  const sections = stagesWithRules.map(([stage, entries]) =>
    [
      `## ${code(stage)}`,
      SUBJECTS[stage] ?? '',
      [
        row(['rule', 'level', 'what it says']),
        '|---|---|---|',
        ...entries.map(({id, level, message}) => row([`[${code(id)}](${anchorOf(id)})`, level, said(message)])),
      ].join('\n'),
    ].join('\n\n'),
  )
  return `${['# All rules', MADE, ...sections].join('\n\n')}\n`
}

function pageFor(stage: string, entries: readonly Entry[]): string {
  return `${[`# Rules of ${code(stage)}`, `${SUBJECTS[stage] ?? ''} [All rules](README.md)`, MADE, ...entries.map(section)].join('\n\n')}\n`
}

function section(entry: Entry): string {
  const {id, message, why, rule, examples} = entry
  const {config, directive} = silencing(id)
  const points = [
    `**What unspun does**: ${deedOf(entry)}`,
    ...(rule ? conditionsOf(rule).map(conditionPoint) : []),
    ...(rule?.languages === undefined ? [] : [`**Languages**: ${rule.languages.map(code).join(', ')}`]),
    `**To silence it**: ${code(config)} in the configuration${directive === undefined ? '' : `; at one place ${code(directive)}`}`,
    rule ? `**Defined** in ${code(fileOf(rule.origin))}` : '**Defined** in the program',
  ]
  return [
    `## ${code(id.slice(id.indexOf('/') + 1))}`,
    said(message),
    prose(why),
    points.map((point) => `- ${point}`).join('\n'),
    ...examples.map(exampleBlock),
  ].join('\n\n')
}

/** As the package has it, wherever the working folder is. */
const fileOf = ({path}: Origin): string => ['rules', ...path.split(/[\\/]/).slice(-2)].join('/')

/** What stands for the text of a document is code, also where a message forgot to say so. */
const said = (message: string): string => prose(message.replace(/(?<!`)\{(?:actual|expected)\}(?!`)/g, '`$&`'))

const conditionPoint = ({words, phrases}: {words: string; phrases: readonly string[]}): string =>
  phrases.length === 0 ? `**Where**: ${words}` : `**${words}**: ${phrases.map(code).join(', ')}`

function exampleBlock(example: FaultExample): string {
  const language = example.within?.markup ?? 'text'
  const where = circumstances(example)
  if ('leave' in example) return `Left alone${where}:\n\n${fence(ended(example.leave), language)}`
  const {bad, good} = example
  if (bad === good) return `Found${where}, and left as it is:\n\n${fence(ended(bad), language)}`
  return `Repaired${where}:\n\n${fence(difference(bad, good), 'diff')}`
}

/** Without the last line break, which a block of code has of its own. */
const ended = (text: string): string => text.replace(/\n$/, '')

function circumstances({within, options, siteLines}: FaultExample): string {
  return [
    ...(within ? [` in ${within.name}`] : []),
    ...(options ? [` with ${code(JSON.stringify(options))} in the configuration`] : []),
    ...(siteLines ? [` on a site whose pages all hold ${siteLines.map(code).join(', ')}`] : []),
  ].join(',')
}

/** Lines that stay, that go and that come. */
function difference(bad: string, good: string): string {
  const [before, after] = [linesOf(bad), linesOf(good)]
  let same = 0
  while (same < Math.min(before.length, after.length) && before[same] === after[same]) same++
  let tail = 0
  while (
    tail < Math.min(before.length, after.length) - same &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++
  const marked = (mark: string, lines: readonly string[]): string[] => lines.map((line) => `${mark} ${line}`.trimEnd())
  return [
    ...marked(' ', before.slice(0, same)),
    ...marked('-', before.slice(same, before.length - tail)),
    ...marked('+', after.slice(same, after.length - tail)),
    ...marked(' ', before.slice(before.length - tail)),
  ].join('\n')
}

const linesOf = (text: string): string[] => (text === '' ? [] : ended(text).split('\n'))
