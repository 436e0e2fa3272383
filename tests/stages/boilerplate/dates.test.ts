import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../../src/index.js'
import {dateIn, isDateLine} from '../../../src/stages/boilerplate/dates.js'

describe('a line with a date and nothing else', () => {
  test.each([
    ['12 March 2024 10:20', '12 March 2024'],
    ['Updated: March 12, 2024, 9:27 am EST', 'March 12, 2024'],
    ['2024年3月5日 10:20', '2024年3月5日'],
    ['2024年3月5日 星期二 上午10:20', '2024年3月5日'],
    ['2024年3月5日（火）10時20分', '2024年3月5日'],
    ['2024년 3월 5일 오전 10시 20분', '2024년 3월 5일'],
    ['2024. 3. 5. 10:20', '2024. 3. 5.'],
    ['martes, 5 de marzo de 2024 a las 10:20', '5 de marzo de 2024'],
    ['5 de março de 2024, às 10h20', '5 de março de 2024'],
    ['mardi 5 mars 2024 à 10 h 20', '5 mars 2024'],
    ['1er mars 2024', '1er mars 2024'],
    ['Dienstag, 5. März 2024, 10.20 Uhr', '5. März 2024'],
    ['Stand: 05.03.2024', '05.03.2024'],
    ['5 марта 2024 г., 10:20 мск', '5 марта 2024'],
    ['الثلاثاء 5 مارس 2024 - 10:20 ص', '5 مارس 2024'],
    ['الثلاثاء ٥ مارس ٢٠٢٤', '٥ مارس ٢٠٢٤'],
  ])('%s', (line, date) => {
    expect(dateIn(line)).toBe(date)
    expect(isDateLine(line)).toBe(true)
  })

  test.each([
    '5 de marzo',
    'Madrid, 5 de marzo de 2024',
    '2024年3月5日，桥通车了。',
    'März 2024',
    'Version 2.4.2024.1',
    'Der 5. März 2024 war ein Dienstag.',
  ])('is not: %s', (line) => {
    expect(isDateLine(line)).toBe(false)
  })
})

describe('dates that are the text’s own stay', () => {
  const PROSE =
    'The wind went round to the north in the night, and by morning there was ice in every bucket on the farm.'

  test.each([
    ['of a letter', `Ann Harper\n12 Mill Lane\n\n5 March 2024\n\nDear Mr Lindqvist,\n\n${PROSE}\n`],
    ['of a German letter', `Anna Harfner\n\n5. März 2024\n\nLiebe Frau Lind,\n\n${PROSE}\n`],
    ['of a diary', `5 March 2024\n\n${PROSE}\n`],
    ['of fixtures', `Fixtures\n\n5 March 2024\nHarriers\n\n12 March 2024\nRovers\n\n19 March 2024\nTown\n\n${PROSE}\n`],
  ])('%s', (_, source) => {
    expect(createCleaner({stages: ['boilerplate']})(source).report.text).toBe(source)
  })
})
