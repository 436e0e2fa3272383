import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {JsonRecord, RecordError} from '../../src/read/record.js'

const withText = (line: string, text: string): string => new JsonRecord(line).with(new Map([['text', text]]))

describe('a record', () => {
  test.each([
    ['{"text":"a"}', '{"text":"b"}'],
    [
      '{"id": 12345678901234567890.10, "text" : "a" , "z":[1e400]}',
      '{"id": 12345678901234567890.10, "text" : "b" , "z":[1e400]}',
    ],
    ['{"x":1,"text":"a","x":2}', '{"x":1,"text":"b","x":2}'],
    ['{"text":"first","text":"a"}', '{"text":"first","text":"b"}'],
    [
      '{"__proto__":{"text":"no"},"constructor":1,"text":"a"}',
      '{"__proto__":{"text":"no"},"constructor":1,"text":"b"}',
    ],
    ['{"2":0,"1":{"text":"in"},"text":"a"}', '{"2":0,"1":{"text":"in"},"text":"b"}'],
    ['{"t\\u0065xt":"a"}', '{"t\\u0065xt":"b"}'],
    ['{"k\\\\":"\\\\","text":"say \\"a\\" \\\\"}', '{"k\\\\":"\\\\","text":"b"}'],
    ['{"a":"}]\\"{","text":null,"b":[{"c":"]"}]}', '{"a":"}]\\"{","text":"b","b":[{"c":"]"}]}'],
    ['\t{"text":"a"} \r', '\t{"text":"b"} \r'],
    ['{}', '{"text":"b"}'],
    ['{ "id":7 }', '{ "id":7,"text":"b" }'],
    ['{"text":"\u2028"}', '{"text":"b"}'],
  ])('%s keeps every other byte', (line, expected) => expect(withText(line, 'b')).toBe(expected))

  test('what it holds is what JSON.parse finds, and setting a field changes no other', () => {
    const key = fc.oneof(fc.constantFrom('text', '__proto__', 'a"b', '\\', '1'), fc.string())
    fc.assert(
      fc.property(
        fc.dictionary(key, fc.jsonValue()),
        fc.string({unit: 'binary'}),
        fc.nat(3),
        (object, text, indent) => {
          const line = JSON.stringify(object, null, indent).replaceAll('\n', ' ')
          const record = new JsonRecord(line)
          for (const [name, value] of Object.entries(JSON.parse(line))) expect(record.get(name)).toEqual(value)
          const changed = Object.entries(JSON.parse(withText(line, text)))
          expect(new Map(changed).get('text')).toBe(text)
          const others = (entries: [string, unknown][]) => entries.filter(([name]) => name !== 'text')
          expect(others(changed)).toEqual(others(Object.entries(JSON.parse(line))))
        },
      ),
    )
  })

  test.each([
    ['', 'not JSON'],
    ['{"text":', 'not JSON'],
    ['{"text":"a"} {}', 'not JSON'],
    ['{text:1}', 'not JSON'],
    ['[1]', 'not a JSON object'],
    ['null', 'not a JSON object'],
    ['"text"', 'not a JSON object'],
    ['['.repeat(1_000_000), 'nested deeper than 500'],
    [`{"a":${'{"a":'.repeat(600)}`, 'nested deeper than 500'],
  ])('%# is refused', (line, reason) => {
    expect(() => new JsonRecord(line)).toThrow(RecordError)
    expect(() => new JsonRecord(line)).toThrow(reason)
  })

  test('whatever a line is, it is read or refused, as JSON.parse would', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', '"', '\\', ':', ',', ' ', '1', 'null', '"a"', '{"a":1}', '\u2028')
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (line) => {
          let value: unknown
          try {
            value = JSON.parse(line)
          } catch {}
          const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
          if (isRecord) expect(JSON.parse(withText(line, 'b'))).toEqual({...(value as object), text: 'b'})
          else expect(() => new JsonRecord(line)).toThrow(RecordError)
        },
      ),
      {numRuns: 2000},
    )
  })

  test('inherited properties are no fields', () => {
    expect(new JsonRecord('{"a":1}').get('constructor')).toBeUndefined()
    expect(new JsonRecord('{"a":1}').get('__proto__')).toBeUndefined()
  })

  test('brackets in strings are not depth', () => {
    expect(new JsonRecord(`{"text":"${'['.repeat(2000)}"}`).get('text')).toHaveLength(2000)
  })
})
