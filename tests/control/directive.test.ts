import {describe, expect, test} from 'vitest'
import {quoted, readOrder} from '../../src/control/directive.js'

describe('a directive', () => {
  test.each([
    [
      'unspun ignore-next residue/unfilled-slot: quoting a template',
      'ignore-next',
      ['residue/unfilled-slot'],
      'quoting a template',
    ],
    ['unspun ignore-line: a quotation', 'ignore-line', [], 'a quotation'],
    [
      'unspun ignore-line spell, terms/unknown-term : Lin: “as is”',
      'ignore-line',
      ['spell', 'terms/unknown-term'],
      'Lin: “as is”',
    ],
    ['unspun ignore-start spell：引文', 'ignore-start', ['spell'], '引文'],
    ['unspun ignore-end', 'ignore-end', [], undefined],
    ['unspun ignore-line spell', 'ignore-line', ['spell'], undefined],
    ['unspun ignore-line spell:  ', 'ignore-line', ['spell'], undefined],
    ['\n  unspun\n  ignore-next\n  spell: one\n  two\n', 'ignore-next', ['spell'], 'one\n  two'],
  ])('%j', (body, verb, rules, reason) => {
    expect(readOrder(` ${body} `)).toEqual({verb, phrase: undefined, rules, reason})
  })

  test('may be narrowed to a phrase, in which marks of its own are escaped', () => {
    expect(readOrder('unspun ignore-phrase "Venture Titan": a name')).toMatchObject({
      phrase: 'Venture Titan',
      rules: [],
    })
    for (const phrase of ['say "so"', 'back\\slash', 'a: b, c', '磨坊']) {
      const order = readOrder(`unspun ignore-line ${quoted(phrase)} spell: why`)
      expect(order).toMatchObject({phrase, rules: ['spell'], reason: 'why'})
    }
  })

  test.each([
    ['unspun ignor-next spell: why', 'no directive is called `ignor-next`'],
    ['unspun "x": why', 'no directive is called'],
    ['unspun ignore-phrase spell: why', 'ignore-phrase needs a phrase'],
    ['unspun ignore-line "open spell: why', 'no closing quotation mark'],
    ['unspun ignore-line "" spell: why', 'a phrase has 1 to 200'],
    ['unspun ignore-end spell: why', 'ignore-end stands alone'],
  ])('%j is a mistake', (body, mistake) => {
    expect(readOrder(body)).toEqual({mistake: expect.stringContaining(mistake)})
  })

  test.each(['unspunned wool', 'about unspun', 'unspun', 'unspun: off', 'Unspun ignore-line'])(
    '%j speaks to people',
    (body) => {
      expect(readOrder(body)).toBeUndefined()
    },
  )
})
