/** From tables to a lexicon and back from its file; inflected forms. */
import {createHash} from 'node:crypto'
import {describe, expect, test} from 'vitest'
import {wordsOf} from '../../../src/draft/index.js'
import {installedRules} from '../../../src/index.js'
import {NgramModel} from '../../../src/matching/ngram-model.js'
import type {Table} from '../../../src/rules/rule.js'
import {rulesOf} from '../../../src/rules/rule.js'
import {compileLexicon, pairsOf, sourcesOf} from '../../../src/stages/unspin/compile-lexicon.js'
import {extendLexicon, lexiconFor} from '../../../src/stages/unspin/extend-lexicon.js'
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

describe('a lexicon with pairs of a project', () => {
  const base = [
    table(
      'spun original weight',
      'primary\tfirst\t0',
      'primary\tmain\t-0.5',
      'launch\trelease\t0',
      'tv set\ttelevision\t-1',
    ),
    table('original class spun', 'Monday\tx\tmoon day|day of the moon'),
  ]
  const added = table(
    'spun original weight',
    'tower beacon house\tlighthouse\t0', // new in all
    'primary\tchief\t0', // another original of a known form
    'primary\tmain\t0', // a known pair that is believed more
    'launch\trelease\t-1', // … and less
    'release\tlaunch\t-0.5', // a form that is an original, an original that is a form
    'tv-set\ttelevision\t0', // the same words with another gap
  )
  const all = new Lexicon(compileLexicon([...base, added], model))
  const extended = new Lexicon(extendLexicon(compileLexicon(base, model), [added], model)!)

  /** All that is known of a form, in the order of originals. */
  function known(lexicon: Lexicon, text: string) {
    return hitsIn(text, lexicon)
      .filter(({form}) => lexicon.hasGaps(form, wordsOf(text), 0, wordsOf(text).count))
      .map(({form}) => ({
        score: lexicon.formScore(form),
        evidence: lexicon.evidence(form).toFixed(4),
        isHead: lexicon.isHead(form),
        pairs: Array.from(pairsFrom(lexicon, form), (pair) => ({
          original: lexicon.original(pair),
          weight: lexicon.weight(pair),
          family: lexicon.family(pair),
          isName: lexicon.isName(pair),
          first: lexicon.firstId(pair),
          inner: lexicon.innerScore(pair),
          score: lexicon.originalScore(pair),
          context: lexicon.contextWeight(pair),
        })).sort((a, b) => (a.original < b.original ? -1 : 1)),
      }))
  }

  function* pairsFrom(lexicon: Lexicon, form: number): Iterable<number> {
    for (let pair = lexicon.pairStart(form); pair < lexicon.pairStart(form + 1); pair++) yield pair
  }

  test.each(['tower beacon house', 'primary', 'launch', 'release', 'tv set', 'tv-set', 'moon day', 'day of the moon'])(
    '%s is known as if all had been compiled',
    (form) => {
      expect(known(all, form).length).toBeGreaterThan(0)
      expect(known(extended, form)).toEqual(known(all, form))
    },
  )

  test('marks are found as if all had been compiled', () => {
    const text =
      'The primary launch of the tower beacon house was on moon day, not on the day of the moon with a tv set.'
    const marked = (lexicon: Lexicon): string[] => {
      const words = wordsOf(text)
      const found: string[] = []
      lexicon.markTrie.scan(words, 16, (value, first, last) => {
        found.push(`${text.slice(words.starts[first], words.ends[last - 1])} ${lexicon.formScore(lexicon.mark(value))}`)
      })
      return found.sort()
    }
    expect(marked(all).length).toBeGreaterThan(0)
    expect(marked(extended)).toEqual(marked(all))
  })

  test('is made from the compiled one, which stays as it is', () => {
    const compiled = models.get('unspin/spun.lexicon')!
    const before = createHash('sha256').update(new Uint8Array(compiled)).digest('hex')
    const {pairCount} = new Lexicon(lexiconFor(tables, model, compiled))
    const lexicon = new Lexicon(lexiconFor([...tables, {...added, digest: 'x'}], model, compiled))
    // Compiled anew it would not stand behind all others.
    const pairs = hitsIn('tower beacon house', lexicon).map(({form}) => lexicon.pairStart(form))
    expect(pairs.filter((pair) => pair >= pairCount).map((pair) => lexicon.original(pair))).toEqual(['lighthouse'])
    expect(createHash('sha256').update(new Uint8Array(compiled)).digest('hex')).toBe(before)
  })

  test('with more than the tries have room for all is compiled', () => {
    const rows = Array.from({length: 40}, (_, i) => `odd form ${i} of a small thing in a row of things\tthing`)
    const many = table(
      'spun original weight',
      ...Array.from({length: 60}, (_, k) => rows.map((row) => `${k} ${row}`)).flat(),
    )
    const small = compileLexicon(base, model)
    expect(extendLexicon(small, [many], model)).toBeUndefined()
  })
})
