/** The words of buttons in somebody's mouth stay; between a page's own marks they go. */
import {expect, test} from 'vitest'
import {createCleaner} from '../../../src/index.js'

const cleaned = createCleaner({stages: ['boilerplate']})
const PROSE = 'The mill by the river has turned its wheel for a hundred years, and nobody expects it to stop.'
const around = (line: string): string => `${PROSE}\n\n${line}\n\n${PROSE}\n`

test.each([
  '“Read more: you have time,” said my aunt.',
  '"Sign up for our choir newsletter," she said.',
  '„Lesen Sie auch: die Rückseite“, sagte der Lehrer.',
  '« À lire aussi : le dos de la boîte », dit-elle.',
  '«Síguenos en Instagram», decía el cartel.',
  '— Читайте также: про медведей, — сказал дед.',
  '「関連記事：なし」と編集長は言った。',
  '“相关阅读：没有，”他念道。',
])('stays: %s', (line) => {
  expect(cleaned(around(line)).report.text).toBe(around(line))
})

test.each([
  '« Página siguiente',
  '— Advertisement —',
  '>> Read more: how the mill was built',
  '【相关阅读】磨坊的故事',
])('goes: %s', (line) => {
  expect(cleaned(around(line)).report.text).toBe(`${PROSE}\n\n${PROSE}\n`)
})
