/** What holds for every text, whatever is in it. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {createCleaner} from '../../../src/index.js'
import {decode} from '../../../src/stages/decode/index.js'

const cleaner = createCleaner({stages: ['decode']})
/** More with RUNS=5000 in the environment. */
const runs = {numRuns: Number(process.env['RUNS'] ?? 500)}

/** Characters that some rule looks at, in every script that wants some of them. */
const PIECES = [
  ...[
    'the ',
    'mill',
    'river, ',
    'a',
    'B',
    ' ',
    '\n',
    '\n\n',
    '. ',
    '12',
    ' km',
    '“',
    '”',
    '"',
    "'",
    '(',
    ')',
    '!',
    '-',
  ],
  ...['мельница ', 'о', 'а', 'с', 'сор', 'Р', 'μύλος ', 'ο', 'ν', 'α', 'Τ', 'հ', '\u212a', 'µ', 'iТ', 'пpивет'],
  ...[
    '水',
    '车',
    'Ａ',
    'ｂ',
    '，',
    '（',
    '。',
    '︰',
    '﹐',
    '︵',
    'か',
    'が',
    '한',
    '\u1112',
    '\u1161',
    '\u11ab',
    '\u3164',
  ],
  ...['می', 'ﻃﺒﯿ', 'ﻌﯽ', 'ﷺ', 'آ', 'ا\u0653', 'क', '्', '\u093c', 'ব', 'ো', 'ท', 'ี', '่', 'שׁ', 'ְ', 'ᠠ'],
  ...['\u0301', '\u0323', '\u0302', '\u0336', '\u0345\u0346\u0347\u0348\u0349', 'é', 'ệ', 'x̂', 'e\u0301'],
  ...[
    '\u200b',
    '\u200c',
    '\u200d',
    '\u00ad',
    '\u2060',
    '\u2063',
    '\ufeff',
    '\u034f',
    '\u180e',
    '\ufff9',
    '\ufffa',
    '\ufffb',
  ],
  ...['\u200e', '\u200f', '\u202e', '\u202c', '\u2028', '\u0007', '\u001b[1m', '\u001b', '\f', '\u0092', '\0'],
  ...['\u00a0', '\u2003', '\u2009', '\u202f', '\u3000', '\u2800', '⠓'],
  ...['👩', '❤', '\ufe0f', '\ufe00', '\u{e0101}', '🏴', '\u{e0067}', '\u{e007f}', '🏽', '1', '\u20e3', '🇫'],
  ...['𝗯𝗼𝗹𝗱', '𝑥', 'ⓐⓑⓒ', '🅰', 'ﬁ', '\ud800', '\ufffd', '`', 'www.mill.org ', 'ann@mill.org '],
]
const texts = fc.array(fc.constantFrom(...PIECES), {maxLength: 24}).map((pieces) => pieces.join(''))

test('decoding twice is decoding once', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const once = cleaner(text).report
      const again = cleaner(once.text).report
      if (once.rejected === undefined && again.rejected === undefined) expect(again.text).toBe(once.text)
    }),
    runs,
  )
})

/** What a rule may touch: every repair has one of these in it. */
const OWN: Readonly<Record<string, RegExp>> = {
  'byte-order-mark': /\ufeff/,
  'control-character': /[\0-\x1f\x7f]/,
  'terminal-escape': /\x1b/,
  'windows-1252-character': /[\x80-\x9f]/,
  'zero-width-space': /^\u200b+$/,
  'soft-hyphen': /^\u00ad/,
  'idle-joiner': /^[\u200c\u200d]+$/,
  'invisible-character': /^[\u034f\u180e\u2060-\u206f]+$/,
  'interlinear-annotation': /[\ufff9-\ufffb]/,
  'idle-variation-selector': /^[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+$/u,
  'hidden-text': /^[\ufe00-\ufe0f\u{e0000}-\u{e01ef}]+$/u,
  'idle-direction-mark': /^[\u061c\u200e-\u202e\u2066-\u2069]+$/,
  'reversed-text': /^\u202e/,
  'no-break-space': /^[ \t]*\u00a0[ \t\u00a0]*$/,
  'fixed-width-space': /^[\u2000-\u200a\u202f\u205f\u3000]+$/,
  'fake-blank': /^[\u115f\u1160\u2800\u3164\uffa0]+$/,
  'line-separator': /^[\u2028\u2029]$/,
  'latin-ligature': /^[\ufb00-\ufb06]$/,
  'presentation-form': /^[\ufe10-\ufe6b]$/,
  'arabic-presentation-form': /^[\ufb50-\ufbff\ufe70-\ufefc]+$/,
  'full-width-letter': /^[\uff01-\uffe6]+$/,
  'styled-letter': /[\u{1d400}-\u{1d7ff}\u24b6-\u24e9\u{1f130}-\u{1f189}]/u,
  'stacked-marks': /\p{M}{5}/u,
  'decomposed-character': /[\p{M}\u1161-\u11c2]/u,
  'mixed-script-word': /^[\p{L}\p{M}]+$/u,
  'lone-surrogate': /^[\ud800-\udfff]+$/,
}

test('a repair touches its own characters and no others', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const {rule, state, actual, expected} of cleaner(text).report.findings) {
        if (state !== 'applied' || rule === 'decode/mojibake') continue
        const name = rule.slice('decode/'.length)
        expect([name, actual], name).toEqual([name, expect.stringMatching(OWN[name]!)])
        if (name === 'decomposed-character') expect(expected[0]!.normalize('NFD')).toBe(actual.normalize('NFD'))
        if (name === 'mixed-script-word') expect(expected[0]!.length).toBe(actual.length)
      }
    }),
    runs,
  )
})

test('nothing that can be seen is lost where only what cannot be seen was taken out', () => {
  const words = fc.array(fc.constantFrom('the', 'mill', 'turns', 'slowly', 'Köln', 'Łódź'), {
    minLength: 2,
    maxLength: 8,
  })
  const invisible = fc.constantFrom('\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u0001')
  const places = fc.array(fc.tuple(fc.nat(), invisible), {minLength: 1, maxLength: 6})
  fc.assert(
    fc.property(words, places, (list, marks) => {
      const plain = list.join(' ')
      let injured = plain
      for (const [place, mark] of marks) {
        const at = place % injured.length
        injured = injured.slice(0, at) + mark + injured.slice(at)
      }
      expect(cleaner(injured).report.text).toBe(plain)
    }),
    runs,
  )
})

test('whatever is found, something is said of it', () => {
  const told = new Set(decode.stage.faults?.map(({id}) => id))
  fc.assert(
    fc.property(texts, (text) => {
      for (const {rule} of cleaner(text).report.findings) expect(told).toContain(rule)
    }),
    runs,
  )
})
