import fc from 'fast-check'
import {expect, test} from 'vitest'
import {linesOf} from '../../src/batch/lines.js'

async function* pieces(bytes: Uint8Array, cuts: readonly number[]): AsyncIterable<Uint8Array> {
  let at = 0
  for (const cut of [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)) {
    yield bytes.subarray(at, cut)
    at = cut
  }
}

async function read(bytes: Uint8Array, cuts: readonly number[], longest = 1000) {
  const lines = []
  for await (const line of linesOf(pieces(bytes, cuts), longest)) lines.push(line)
  return lines
}

test('lines joined by LF are the bytes again, however the stream is cut', async () => {
  const byte = fc.constantFrom(0x0a, 0x0d, 0x61, 0xe2, 0x80, 0xa8)
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({max: 255}), fc.array(byte), fc.array(fc.nat()), async (random, some, cuts) => {
      const bytes = Uint8Array.from([...random, ...some])
      const lines = await read(bytes, cuts)
      const joined = Buffer.concat(lines.flatMap(({bytes}) => [Buffer.from(bytes!), Buffer.from('\n')]))
      const expected = Buffer.from(bytes.at(-1) === 0x0a || bytes.length === 0 ? bytes : [...bytes, 0x0a])
      expect(joined.equals(expected)).toBe(true)
      expect(lines.map(({number}) => number)).toEqual(lines.map((_, i) => i + 1))
    }),
  )
})

test('a line that is too long is read past, and the next is whole', async () => {
  const lines = await read(Buffer.from(`a\n${'x'.repeat(50)}\nb\n`), [5, 9, 20], 10)
  expect(lines.map(({bytes, length}) => [bytes && Buffer.from(bytes).toString(), length])).toEqual([
    ['a', 1],
    [undefined, 50],
    ['b', 1],
  ])
})

test('a line of the greatest length is whole', async () => {
  expect((await read(Buffer.from('0123456789'), [], 10))[0]!.bytes).toHaveLength(10)
})
