/** From tables to a lexicon and back from its file; inflected forms. */
import {describe, expect, test} from 'vitest'
import {wordsOf} from '../../../src/draft/index.js'
import {installedRules} from '../../../src/index.js'
import {NgramModel} from '../../../src/matching/ngram-model.js'
import type {Table} from '../../../src/rules/rule.js'
import {rulesOf} from '../../../src/rules/rule.js'
import {compileLexicon, pairsOf, sourcesOf} from '../../../src/stages/unspin/compile-lexicon.js'
import {Inflection, type WordClass} from '../../../src/stages/unspin/inflection.js'
import {eachHit} from '../../../src/stages/unspin/lattice.js'
import {Lexicon, packLexicon, unpackLexicon} from '../../../src/stages/unspin/lexicon.js'

const {tables, models} = rulesOf(installedRules(), 'unspin')
const model = NgramModel.read(models.get('unspin/english.ngrams')!)

function hitsIn(text: string, lexicon: Lexicon): {form: number}[] {
  const hits: {form: number}[] = []
  eachHit(wordsOf(text), lexicon, (form) => hits.push({form}))
  return hits
}

function table(columns: string, ...rows: string[]): Table {
  const names = columns.split(' ')
  const cellsOf = (row: string): Record<string, string> =>
    Object.fromEntries(row.split('\t').map((cell, i) => [names[i]!, cell]))
  return {
    name: 'unspin/test',
    path: 'test.tsv',
    columns: names,
    rows: rows.map((row, i) => ({line: i + 2, cells: cellsOf(row)})),
  }
}

describe('inflection', () => {
  const inflection = new Inflection(
    tables.filter(({columns}) => columns.includes('lemma')),
    model,
  )
  test.each<[string, WordClass, string[]]>([
    ['walk', 'v', ['walk', 'walks', 'walked', 'walked', 'walking']],
    ['stop', 'v', ['stop', 'stops', 'stopped', 'stopped', 'stopping']],
    ['offer', 'v', ['offer', 'offers', 'offered', 'offered', 'offering']],
    ['carry out', 'v', ['carry out', 'carries out', 'carried out', 'carried out', 'carrying out']],
    ['agree', 'v', ['agree', 'agrees', 'agreed', 'agreed', 'agreeing']],
    ['write', 'v', ['write', 'writes', 'wrote', 'written', 'writing']],
    ['company', 'n', ['company', 'companies']],
    ['point of view', 'n', ['point of view', 'points of view']],
    ['sister company', 'n', ['sister company', 'sister companies']],
    ['information', 'n', ['information', 'information']],
    ['child', 'n', ['child', 'children']],
    ['big', 'a', ['big', 'bigger', 'biggest']],
    ['proper', 'a', ['proper', 'more proper', 'most proper']],
    ['nonetheless', 'x', ['nonetheless']],
  ])('%s (%s)', (lemma, wordClass, forms) => {
    expect(inflection.of(lemma, wordClass).map(([first]) => first)).toEqual(forms)
  })
})

describe('a compiled lexicon', () => {
  const small = [
    table('spun original weight', 'mannequin\tmodel\t0'),
    table('original class spun', 'help\tv\tassist|aid', 'Wall Street\tx\tWall Road', 'model\tn\texemplar'),
  ]
  const lexicon = new Lexicon(compileLexicon(small, model))
  const found = (text: string): string[] =>
    hitsIn(text, lexicon).flatMap(({form}) => {
      const pairs = Array.from(
        {length: lexicon.pairStart(form + 1) - lexicon.pairStart(form)},
        (_, i) => lexicon.pairStart(form) + i,
      )
      return pairs.map((pair) => lexicon.original(pair))
    })

  test('finds forms and inflected forms with their originals', () => {
    expect(found('They assisted a mannequin on Wall Road.')).toEqual(['helped', 'model', 'Wall Street'])
  })

  test('keeps apart what was seen and what is guessed, names and words', () => {
    const [hit] = hitsIn('mannequin', lexicon)
    const [name] = hitsIn('Wall Road', lexicon)
    expect(lexicon.family(lexicon.pairStart(hit!.form))).toBe('articles')
    expect(lexicon.isName(lexicon.pairStart(hit!.form))).toBe(false)
    expect(lexicon.isName(lexicon.pairStart(name!.form))).toBe(true)
    expect(lexicon.family(lexicon.pairStart(name!.form))).toBe('thesaurus')
  })

  test('likelier forms of an entry weigh more', () => {
    const weight = (spun: string): number => pairsOf(small, model).get(spun)!.get('help')!.weight
    expect(weight('assist')).toBeGreaterThan(weight('aid'))
  })

  test('reads its own file, and refuses that of other sources or a damaged one', () => {
    const dated = small.map((each, i) => ({...each, digest: String(i)}))
    const file = packLexicon(compileLexicon(dated, model))
    const sources = sourcesOf(dated, model)
    expect(new Lexicon(unpackLexicon(file, sources)!).pairCount).toBe(lexicon.pairCount)
    expect(unpackLexicon(file, `${sources} and more`)).toBeUndefined()
    expect(unpackLexicon(file, undefined)).toBeUndefined()
    expect(unpackLexicon(file.slice(0, file.byteLength - 8), sources)).toBeUndefined()
  })

  test('the installed file is that of the installed tables', () => {
    expect(unpackLexicon(models.get('unspin/spun.lexicon')!, sourcesOf(tables, model))).toBeDefined()
  })
})
