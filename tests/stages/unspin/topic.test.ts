/** What the paragraph is about, how it is written, and which originals are worth a look. */
import {describe, expect, test} from 'vitest'
import {Draft, wordsOf} from '../../../src/draft/index.js'
import {installedRules} from '../../../src/index.js'
import {WordVectors} from '../../../src/matching/word-vectors.js'
import {rulesOf} from '../../../src/rules/rule.js'
import {idsOf, modelTokensOf} from '../../../src/stages/unspin/model-tokens.js'
import {registerOf} from '../../../src/stages/unspin/register.js'
import {Restorer} from '../../../src/stages/unspin/restorer.js'
import {Topic} from '../../../src/stages/unspin/topic.js'

const rules = rulesOf(installedRules(), 'unspin')
const vectors = WordVectors.read(rules.models.get('unspin/english.vectors')!)

describe('topic', () => {
  /** How much better one word goes with a text than another. */
  function preference(text: string, word: string, other: string): number {
    const ids = idsOf(text)
    const topic = new Topic(vectors, ids)
    topic.turnTo(ids.length, ids.length)
    return topic.fit(idsOf(word), 1) - topic.fit(idsOf(other), 1)
  }

  test('a text about cars does not speak of mannequins, one about a shop window does', () => {
    expect(preference('The engine and the battery of this electric car', 'model', 'mannequin')).toBeGreaterThan(0)
    expect(preference('She dressed the naked dummy in the shop window', 'model', 'mannequin')).toBeLessThan(0)
  })

  test('near words count more than far ones, the commonest not at all', () => {
    const far = `hospital nurse doctor ${'of the and '.repeat(20)} railway station`
    expect(preference(far, 'train', 'patient')).toBeGreaterThan(0)
    expect(Math.abs(preference('of the and to in', 'train', 'patient'))).toBe(0)
  })

  test('a word without a vector has no fit', () => {
    expect(new Topic(vectors, idsOf('car')).fit(idsOf('zzyzxq'), 1)).toBeNaN()
  })
})

describe('register', () => {
  function registerIn(text: string): number {
    const words = wordsOf(text)
    const tokens = modelTokensOf(words)
    return registerOf(words, tokens, 0, tokens.count)
  }

  test('old words, semicolons and long sentences speak against spinning; news does not', () => {
    const news = 'The town has sold its mill. The buyer wants to make flour there. He paid two million dollars. '
    expect(registerIn(news)).toBe(0)
    expect(registerIn(`${news}Wherefore thou hast spoken unto them. `)).toBeGreaterThan(1)
    expect(registerIn(news.replaceAll('. The', '; the').replaceAll('. He', '; he'))).toBeGreaterThan(1)
    expect(
      registerIn(`${'and so the miller went on with his work in the old mill by the river '.repeat(4)}.`),
    ).toBeGreaterThan(1)
  })

  test('never more than so much, whatever the text', () => {
    expect(registerIn('thou; thee; thy; ye; '.repeat(200))).toBeLessThan(12)
  })
})

describe('the shortlist', () => {
  const restorer = new Restorer(rules)
  const originals = (text: string, form: string): string[] => {
    const draft = new Draft(text, {parse: () => ({type: 'RootNode', children: []})})
    const {words, arcs} = restorer.read(draft)
    const all = [...arcs.values()].flat()
    const arc = all.find(({first, last}) => text.slice(words.starts[first]!, words.ends[last - 1]!) === form)
    return (arc?.pairs ?? []).map((pair) => restorer.lexicon.original(pair))
  }

  test('keeps what may have stood there, best first, and no more than six', () => {
    expect(originals('The new mannequin of the car is cheap.', 'mannequin')[0]).toBe('model')
    const text = 'The agency said that a significant number of firms obtained substantial assistance.'
    for (const form of ['agency', 'significant', 'obtained', 'substantial', 'assistance']) {
      expect(originals(text, form).length).toBeLessThanOrEqual(6)
    }
  })

  test('has nothing for a word that stands well where it is', () => {
    expect(originals('It is one of the best.', 'of')).toEqual([])
    expect(originals('He was according to nobody a member of the team.', 'to')).toEqual([])
  })
})
