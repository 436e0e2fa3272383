/** Texts made to keep the rules for characters busy: each has a suspect every few letters, and none may take long. */
import {expect, test} from 'vitest'
import {createCleaner} from '../../src/index.js'

const decode = createCleaner({stages: ['decode']})
const SIZE = 200_000

const cases: Readonly<Record<string, string>> = {
  'Cyrillic letters without a blank': 'а',
  'words in two alphabets': 'аbс ',
  'words of look-alikes among Latin ones': 'the сор ',
  'addresses in two alphabets': 'а@b.',
  'marks without letters': '\u0301',
  'letters under nine marks': `a${'\u0301'.repeat(9)}`,
  'letters in pieces': 'Vie\u0323\u0302t ',
  jamo: '\u1112\u1161',
  'full-width letters': 'Ａ ',
  'full-width letters among Chinese': 'Ａ字',
  'ideographic spaces': 'ab\u3000',
  'Hangul fillers': '\u3164a',
  'Braille blanks': '\u2800a',
  'zero-width spaces': '\u200ba',
  'soft hyphens at the ends of lines': '\u00ad\n a',
  'variation selectors': '\ufe0f',
  tags: '\u{e0041}',
  'bold letters': '𝗮𝗯𝗰 ',
  'annotations that do not end': `\ufff9${'a'.repeat(90)}`,
  'overrides that do not end': `\u202e${'a'.repeat(190)}`,
  'escapes that do not end': '\u001b[1;',
  'opening quotation marks': '“a ',
  'straight quotation marks': '"a ',
  'paragraphs of one quotation mark': '“a\n\n',
}

test.each(Object.entries(cases))('%s', (_, piece) => {
  const {report} = decode(piece.repeat(Math.ceil(SIZE / piece.length)))
  expect(report.text.isWellFormed()).toBe(true)
})
