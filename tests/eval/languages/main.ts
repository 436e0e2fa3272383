/**
 * `npm run eval:languages [-- SECTION… --lingua FOLDER --udhr FOLDER --half odd|even|all]`: languages of words, pairs,
 * sentences and paragraphs, of mixed text, Simplified and Traditional, what confidences are worth, and speed; franc alone,
 * with the same closed list, beside it.
 *
 * Every share is of all texts, and a text without an answer is wrong. The "best guess" is what is thought most likely
 * however unsure; "answered" is what the stage says of a document that holds nothing else. By default the even lines, which
 * nothing was tuned on.
 */

import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {gunzipSync} from 'node:zlib'
import {table} from '../../bench/measure.mjs'
import {LEVELS} from '../benchmark.js'
import {chineseSources} from './chinese.js'
import {answer, bare, bestGuess, FRANC_CODES, francAlone} from './engines.js'
import {mixedSets} from './mixed.js'
import {rates} from './speed.mjs'
import {half, linguaTexts, packagedTexts, paragraphsOf, SIXTEEN, type Texts} from './texts.js'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {lingua: {type: 'string'}, udhr: {type: 'string'}, half: {type: 'string', default: 'even'}},
})
const SECTIONS = ['accuracy', 'mixed', 'chinese', 'confidence', 'speed'] as const
const chosen = new Set(positionals.length > 0 ? positionals : SECTIONS)
for (const name of chosen)
  if (!SECTIONS.some((one) => one === name))
    throw new Error(`Unexpected section ${name}, expected ${SECTIONS.join(', ')}`)

const all: Texts = values.lingua === undefined ? packagedTexts() : linguaTexts(values.lingua)
const texts: Texts = (language, level) => {
  const lines = all(language, level)
  return values.half === 'all' ? lines : half(lines, values.half === 'odd' ? 'odd' : 'even')
}
const languages = SIXTEEN.filter((language) => texts(language, 'sentences').length > 0)
const separatorOf = (language: string): string => (/^(?:zh|ja|th)$/.test(language) ? '' : ' ')
const paragraphs = (language: string): string[] => paragraphsOf(texts(language, 'sentences'), separatorOf(language))

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length
const share = (part: number, of: number): string => (of === 0 ? '-' : ((100 * part) / of).toFixed(2))
const count = <T>(list: readonly T[], isOne: (one: T) => boolean): number =>
  list.reduce((sum, one) => sum + (isOne(one) ? 1 : 0), 0)
const guess = (text: string): string => bare(bestGuess(text)?.tag ?? 'und')

/** Shares right by language, with their mean. */
function accuracy(title: string, textsOf: (language: string) => readonly string[]): void {
  const engines = {'best guess': guess, answered: answer, 'franc alone': francAlone}
  const answers = languages.map((language) => {
    const lines = textsOf(language)
    const given = Object.values(engines).map((engine) => lines.map(engine))
    const right = given.map((list) => (100 * count(list, (tag) => tag === language)) / lines.length)
    const said = count(given[1]!, (tag) => tag !== 'und')
    const precision = (100 * count(given[1]!, (tag) => tag === language)) / said
    return {language, right, rest: [(100 * said) / lines.length, precision]}
  })
  const row = (name: string, numbers: readonly number[]): string[] => [name, ...numbers.map((n) => n.toFixed(2))]
  const columns = answers.map(({right, rest}) => [right[0]!, ...rest, right[2]!])
  table(title, [
    ['', 'best guess', 'answered', 'of these right', 'franc alone'],
    ...answers.map(({language}, i) => row(language, columns[i]!)),
    row(
      'mean',
      [0, 1, 2, 3].map((i) => mean(columns.map((column) => column[i]!))),
    ),
  ])
}

function mixed(): void {
  const sets = mixedSets((language) => texts(language, 'sentences'), texts('zh', 'word-pairs'), 7)
  table('Mixed text', [
    ['', 'texts', 'answered right', 'franc alone'],
    ...sets.map(({name, language, texts: lines}) => [
      name,
      lines.length,
      share(
        count(lines, (text) => answer(text) === language),
        lines.length,
      ),
      share(
        count(lines, (text) => francAlone(text) === language),
        lines.length,
      ),
    ]),
  ])
}

/** Sentences by themselves, and five of them in a paragraph. */
function chinese(): void {
  const rows = chineseSources(values.udhr).flatMap(({name, script, sentences}) => {
    const fives = Array.from({length: Math.ceil(sentences.length / 5)}, (_, i) =>
      sentences.slice(5 * i, 5 * i + 5).join(''),
    )
    return [scriptRow(`${name}, ${script}`, script, sentences), scriptRow('  paragraphs of five', script, fives)]
  })
  table('Simplified and Traditional, sentences of ten Chinese characters and more', [
    ['', 'texts', 'right', 'open', 'the other', 'not Chinese'],
    ...rows,
  ])
}

function scriptRow(name: string, script: 'Hans' | 'Hant', lines: readonly string[]): (string | number)[] {
  const tags = lines.map((text) => bestGuess(text)?.tag ?? 'und')
  const of = (isOne: (tag: string) => boolean): string => share(count(tags, isOne), tags.length)
  const other = script === 'Hans' ? 'zh-Hant' : 'zh-Hans'
  return [
    name,
    tags.length,
    ...[`zh-${script}`, 'zh', other].map((tag) => of((one) => one === tag)),
    of((tag) => bare(tag) !== 'zh'),
  ]
}

/** What is claimed against what is right, over words, pairs and sentences in Latin letters. */
function confidence(): void {
  const bins = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.995, 1.01]
  const latin = languages.filter((language) => 'en vi fr de es pt it nl id tr'.split(' ').includes(language))
  const guesses = latin.flatMap((language) =>
    LEVELS.flatMap((level) => texts(language, level)).flatMap((text) => {
      const found = bestGuess(text)
      return found ? [{claimed: found.confidence, isRight: found.tag === language}] : []
    }),
  )
  const rows = bins.slice(1).map((most, i) => {
    const inside = guesses.filter(({claimed}) => claimed >= bins[i]! && claimed < most)
    const right = share(
      count(inside, (one) => one.isRight),
      inside.length,
    )
    return [
      `${bins[i]!} to ${Math.min(1, most)}`,
      inside.length,
      (100 * mean(inside.map((g) => g.claimed))).toFixed(2),
      right,
    ]
  })
  table('Confidence', [['', 'texts', 'claimed', 'right'], ...rows])
}

/** Megabytes of UTF-8 and million characters by CPU second; the whole stage with its tokens, and franc. */
function speed(): void {
  const rows = [['paragraphs, all', ...fixedRates(languages.flatMap(paragraphs))]]
  for (const language of languages) rows.push([`paragraphs, ${language}`, ...fixedRates(paragraphs(language))])
  const english = longEnglish()
  if (english) rows.push(['long English documents', ...fixedRates(english)])
  table('Speed', [['', 'MB/s', 'Mchar/s', 'franc, Mchar/s (it reads 2,048 characters)'], ...rows])
}

const fixedRates = (documents: readonly string[]): string[] =>
  rates(documents, FRANC_CODES).map((rate: number) => rate.toFixed(2))

/** Documents of the shared corpus, joined to 200 KB each. */
function longEnglish(): string[] | undefined {
  const file = path.resolve(import.meta.dirname, '../../../../shared/corpus/digitalgov.txt.gz')
  if (!existsSync(file)) return undefined
  const text = gunzipSync(readFileSync(file)).toString('utf8')
  return Array.from({length: 15}, (_, i) => text.slice(i * 200_000, (i + 1) * 200_000))
}

if (chosen.has('accuracy')) {
  for (const level of LEVELS) accuracy(level, (language) => texts(language, level))
  accuracy('paragraphs of 300 characters', paragraphs)
}
if (chosen.has('mixed')) mixed()
if (chosen.has('chinese')) chinese()
if (chosen.has('confidence')) confidence()
if (chosen.has('speed')) speed()
