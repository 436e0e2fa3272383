/** What the words around, the other places of the document and the words right beside add to a choice. */
import {describe, expect, test} from 'vitest'
import {Draft, wordsOf} from '../../../src/draft/index.js'
import {installedRules} from '../../../src/index.js'
import {rulesOf, type Table} from '../../../src/rules/rule.js'
import {Contexts} from '../../../src/stages/unspin/contexts.js'
import {arcsOf} from '../../../src/stages/unspin/lattice.js'
import {modelTokensOf} from '../../../src/stages/unspin/model-tokens.js'
import {Restorer} from '../../../src/stages/unspin/restorer.js'
import {repairOf} from '../../../src/stages/unspin/wording.js'

const rules = rulesOf(installedRules(), 'unspin')
const restorer = new Restorer(rules)

function read(text: string) {
  const draft = new Draft(text, {parse: () => ({type: 'RootNode', children: []})})
  const reading = restorer.read(draft)
  const {words} = reading
  return reading.places.flatMap((candidates) =>
    candidates.map((candidate) => ({
      actual: text.slice(words.starts[candidate.arc.first]!, words.ends[candidate.arc.last - 1]!),
      original: restorer.lexicon.original(candidate.pair),
      ...candidate,
    })),
  )
}

/** What the words around add to a form in a sentence, log10. */
function around(sentence: string, form: string): number {
  const draft = new Draft(sentence, {parse: () => ({type: 'RootNode', children: []})})
  const words = draft.words()
  const tokens = modelTokensOf(words)
  const contexts = new Contexts(rules.tables, restorer.lexicon)
  const found: number[] = []
  arcsOf(draft, restorer.lexicon, tokens, (place) => {
    const actual = sentence.slice(words.starts[place.first]!, words.ends[place.last - 1]!)
    if (actual.toLowerCase() === form) found.push(contexts.weightAt(place, tokens))
    return undefined
  })
  expect(found).toHaveLength(1)
  return found[0]!
}

describe('words around', () => {
  test.each<[string, string, string]>([
    ['in response to', 'In response to the paper, prices will fall.', 'In response to complaints prices will fall.'],
    ['in response to', 'In response to the paper, prices will fall.', 'In response to the paper, he said prices fell.'],
    ['one of many', 'It is one of many largest firms here.', 'It is one of many small firms here.'],
    ['most cancers', 'It can help to treat most cancers at home.', 'He knew that most cancers are found late.'],
    ['chinese language', 'The Chinese language firm sells phones.', 'She studied Chinese language for years.'],
  ])('%s: not every place is spun', (form, spun, clean) => {
    expect(around(spun, form)).toBe(0)
    expect(around(clean, form)).toBeLessThan(-1)
  })

  test('a table that says where in another word is refused with its line', () => {
    const cells = {form: 'mannequin', where: 'behind', words: 'shop', weight: '-1'}
    const table: Table = {
      name: 'unspin/contexts',
      path: 'contexts.tsv',
      columns: ['form', 'where', 'words', 'weight'],
      rows: [{line: 7, cells}],
    }
    expect(() => new Contexts([table], restorer.lexicon)).toThrow(/contexts\.tsv:7: unexpected where “behind”/)
  })
})

describe('other places of the document', () => {
  const once = read('The Venture Titan was late. It cost too much.')
  const twice = read('The Venture Titan was late. It cost too much. We left Venture Titan alone in spring.')
  const titans = (places: typeof once) =>
    places.filter(({actual, original}) => actual === 'Venture' && original === 'project')

  test('a form that stands once is judged alone', () => {
    for (const {features} of once) expect(features).toMatchObject({others: 0, again: 0})
  })

  test('a name is one decision', () => {
    const [first, second] = titans(twice)
    expect(first!.features.context).toBe(second!.features.context)
    expect(first!.features.again).toBe(1)
    expect(first!.features.context).not.toBe(titans(once)[0]!.features.context)
  })

  test('the same form elsewhere counts', () => {
    const places = read('A brand new mannequin of the car came out. The mannequin of the car sold well.')
    const models = places.filter(({actual, original}) => actual === 'mannequin' && original === 'model')
    expect(models).toHaveLength(2)
    for (const {features} of models) expect(features.others).toBeGreaterThan(0)
  })
})

describe('words right beside', () => {
  /** The text with a form replaced as the stage would. */
  function repaired(text: string, form: string, original: string): string {
    const words = wordsOf(text)
    const start = text.indexOf(form)
    const first = words.starts.indexOf(start)
    const last = words.ends.indexOf(start + form.length) + 1
    const repair = repairOf(words, first, last, [original])
    return text.slice(0, words.starts[repair.first]) + repair.texts[0] + text.slice(words.ends[repair.last - 1])
  }

  test.each<[string, string, string, string]>([
    ['a automobile maker', 'automobile', 'car', 'a car maker'],
    ['An automobile maker', 'automobile', 'car', 'A car maker'],
    ['a car maker', 'car', 'automobile', 'an automobile maker'],
    ['a physician', 'physician', 'MRI', 'an MRI'],
    ['his own personal money', 'personal', 'own', 'his own money'],
    ['he used most cancers cancer cells', 'most cancers', 'cancer', 'he used cancer cells'],
    ['the folks’ rights', 'folks', 'people', 'the people’s rights'],
    ['the group’s vote', 'group', 'members', 'the members’ vote'],
    ["the mannequin's battery", 'mannequin', 'model', "the model's battery"],
    ['the corporate’s boss', 'corporate', 'business', 'the business’s boss'],
    ['he said that which he knew', 'which', 'that', 'he said that that he knew'],
    ['the big\nhuge house', 'huge', 'big', 'the big\nbig house'],
  ])('%s', (text, form, original, expected) => {
    expect(repaired(text, form, original)).toBe(expected)
  })
})
