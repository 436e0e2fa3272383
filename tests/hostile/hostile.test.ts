/** Input that nobody wrote to be read: no crash, no hang, bounded memory, a clear word in the report. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createCleaner, replay} from '../../src/index.js'

const cleaner = createCleaner()
const bytes = (...parts: Array<string | number[]>): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')

describe('what is no article is rejected, with a reason', () => {
  test.each([
    ['nothing', bytes(''), 'empty'],
    ['blanks', bytes(' \n\t \r\n '), 'nothing but blanks'],
    ['a PDF', bytes('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'PDF'],
    ['a PNG', bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'PNG'],
    ['a ZIP', bytes('PK\x03\x04\x14\x00'), 'ZIP'],
    ['zeros', new Uint8Array(4096), 'control characters'],
    ['control characters', bytes('\x01\x02\x03\x04\x05\x06'.repeat(50)), 'control characters'],
    ['an HTML page without text', bytes('<!DOCTYPE html><html><body></body></html>'), 'a page without text'],
  ])('%s', (_, input, reason) => {
    const {report} = cleaner(input)
    expect(report.rejected).toContain(reason)
    expect(report.text).toBe('')
  })
})

describe('what can be read is read', () => {
  test.each([
    ['UTF-8 with a mark', bytes('\xef\xbb\xbfThe mill stands.'), 'utf-8'],
    ['UTF-16 with a mark', bytes([0xff, 0xfe], [...utf16('The mill stands.')]), 'utf-16le'],
    ['UTF-16 without a mark', utf16('The mill stands by the river.'), 'utf-16le'],
    ['UTF-16, big-endian, without a mark', utf16('The mill stands by the river.').swap16(), 'utf-16be'],
    ['windows-1252', bytes('The caf\xe9\x92s owner paid \x80 5 for na\xefve art.'), 'windows-1252'],
    ['GB18030', bytes('The mantra \xca\xd8\xd5\xfd\xb3\xf6\xc6\xe6 guides the team.'), 'gb18030'],
    [
      'Big5',
      bytes('The mantra \xa6\x75\xa5\xbf\xa5\x58\xa9\x5f guides us, \xa6\x73\xaa\xba\xa4\x48\xa4\xa3\xa4\xd6\xa1\x43'),
      'big5',
    ],
  ])('%s', (_, input, encoding) => {
    const {report} = cleaner(input)
    expect(report.rejected).toBeUndefined()
    expect(report.source.encoding).toBe(encoding)
    expect(report.text).toMatch(/^The (?:mill|mantra|café)/)
  })

  test('broken UTF-8 keeps what is whole and says what is lost', () => {
    const input = Buffer.concat([
      Buffer.from('Zoë said “yes” in São Paulo, naïvely, '),
      Buffer.from([0xe2, 0x80]),
      Buffer.from(' and left.'),
    ])
    const {report} = cleaner(input)
    expect(report.source.encoding).toBe('utf-8')
    expect(report.counts.byRule['decode/lost-character']).toEqual({reported: 1})
  })

  test('NUL and lone surrogates go, emoji sequences and right-to-left text stay', () => {
    const text = 'The\0 keeper 👩‍👩‍👧 said \ud800 “مرحبا” to all the boats on the river.\n'
    const {report} = cleaner(text)
    expect(report.text).toBe('The keeper 👩‍👩‍👧 said \ufffd “مرحبا” to all the boats on the river.\n')
  })
})

describe('size and depth', () => {
  const cases: Array<[string, () => string]> = [
    ['50 MB in one line', () => 'The mill stands by the river and turns its wheel. '.repeat(1_050_000)],
    ['100,000 nested braces', () => `${'{'.repeat(100_000)}a|b${'}'.repeat(100_000)}`],
    ['1,000,000 unmatched braces', () => '{'.repeat(1_000_000)],
    ['1,000,000 closing braces', () => '}'.repeat(1_000_000)],
    ['1,000,000 backticks of growing runs', () => Array.from({length: 1400}, (_, i) => '`'.repeat(i + 1)).join(' ')],
    ['1,000,000 angle brackets', () => '<'.repeat(1_000_000)],
    ['300,000 unclosed tags', () => '<a '.repeat(300_000)],
    ['300,000 unclosed comments', () => '<!-- '.repeat(300_000)],
    ['300,000 unclosed links', () => '](a('.repeat(300_000)],
    ['300,000 unclosed shortcodes', () => '[a b="'.repeat(300_000)],
    ['500,000 ampersands', () => '&a'.repeat(500_000)],
    ['1,000,000 blanks before a mark', () => `word${' '.repeat(1_000_000)}.`],
    ['1,000,000 blanks in a line', () => `${' '.repeat(1_000_000)}x`],
    ['500,000 line breaks', () => `${'\n'.repeat(500_000)}x`],
    ['500,000 carriage returns', () => `${'\r'.repeat(500_000)}x`],
    ['500,000 lines after one carriage return', () => `\r${'x\n'.repeat(500_000)}`],
    ['500,000 returns after one line feed', () => `\n${'x\r'.repeat(500_000)}`],
    ['an address of 500,000 brackets', () => `https://a.example/${')'.repeat(500_000)}`],
    ['200,000 slots in one line', () => 'a {word} '.repeat(200_000)],
    ['200,000 stray blanks in one line', () => 'A word . '.repeat(200_000)],
    ['200,000 full-width letters in one line', () => 'a Ｂ '.repeat(200_000)],
    ['50,000 terms in one line', () => 'they say 内卷 and the '.repeat(50_000)],
    ['200,000 list markers', () => '-\n'.repeat(200_000)],
    ['500,000 at signs', () => '@a'.repeat(500_000)],
    ['200,000 schemes', () => 'a://'.repeat(200_000)],
    ['1,000,000 quotation marks', () => '“'.repeat(1_000_000)],
    ['a word of 5,000,000 letters', () => 'a'.repeat(5_000_000)],
    ['500,000 Chinese characters', () => '内卷守正出奇'.repeat(80_000)],
    ['300,000 brackets after a term', () => '内卷 ('.repeat(60_000)],
    ['200,000 rule phrases in one line', () => 'Read more: (Photo: Ann) '.repeat(100_000)],
    ['100,000 mojibake', () => 'itâ€™s cafÃ© '.repeat(50_000)],
    ['500,000 no-break spaces', () => '\u00a0a'.repeat(500_000)],
    ['200,000 spun words without an end', () => 'the corporate mannequin in response to gross sales '.repeat(30_000)],
  ]

  test.each(cases)('%s', (_, make) => {
    const text = make()
    for (const format of ['text', 'markdown'] as const) {
      const {report, source} = cleaner(text, {format})
      if (report.rejected === undefined) expect(replay(source, report.revisions) === report.text).toBe(true)
    }
  })
})

test('random bytes never throw, and what comes out is well-formed', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 2000}), fc.constantFrom('text', 'markdown'), (input, format) => {
      const {report} = cleaner(input, {format: format as 'text'})
      expect(report.text.isWellFormed()).toBe(true)
    }),
    {numRuns: Number(process.env['RUNS'] ?? 500)},
  )
})

test('random bytes among words never throw, and the report replays', () => {
  const noise = fc.array(
    fc.oneof(
      fc.constantFrom('The mill ', 'stands. ', '{a|b} ', '&amp; ', '内卷 ', '\n'),
      fc.uint8Array({maxLength: 6}),
    ),
    {maxLength: 60},
  )
  fc.assert(
    fc.property(noise, (parts) => {
      const input = Buffer.concat(parts.map((part) => Buffer.from(part as string)))
      const {report, source} = cleaner(input)
      expect(report.text.isWellFormed()).toBe(true)
      if (report.rejected === undefined) expect(replay(source, report.revisions)).toBe(report.text)
    }),
    {numRuns: Number(process.env['RUNS'] ?? 500)},
  )
})
