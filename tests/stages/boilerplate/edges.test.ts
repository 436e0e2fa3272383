/** Text that lost its tags: cut above and below the article where it shows that it is a page, and nowhere else. */
import {expect, test} from 'vitest'
import {createCleaner} from '../../../src/index.js'

const cleaner = createCleaner({stages: ['boilerplate']})
const cleaned = (text: string): string => cleaner(text, {path: 'page.txt'}).report.text

const MENU =
  'Start\nLatest\nTown\nIslands\nBusiness\nTides\nWeather\nSailing\nObituaries\nPuzzles\nArchive\nContact\nLog in\nRegister\n'
const FOOT =
  'Most popular\nGull steals hat\nPier to close\nFog until Friday\nNew chef at the Anchor\nTown\nIslands\nTides\nPuzzles\nPrivacy\nTerms\nImprint\nJobs\n'
const PROSE = [
  'The mill at Saltby turned again on Sunday, after forty years in which nothing had moved in it but the mice.',
  'Two brothers built the wheel of oak from the park, where the storm of last winter had brought down nine trees.',
  '“We had never built a wheel before,” said the elder of the two, “and we shall not build another one soon.”',
  'The county paid for the nails. Everything else was given, lent or found in the barns of the neighbours.',
  'Flour will be sold from the first of May, and anybody who wants to see the stones at work may come in.',
].join('\n')

test('a page loses its menu and its foot, and keeps every line of its article', () => {
  const text = cleaned(`${MENU}${PROSE}\n${FOOT}`)
  for (const line of PROSE.split('\n')) expect(text).toContain(line)
  for (const gone of ['Obituaries', 'Contact', 'Gull steals hat', 'Imprint']) expect(text).not.toContain(gone)
})

test('Markdown is cut by rules only', () => {
  const contents = Array.from({length: 14}, (_, i) => `- [Part ${i}](#part-${i})\n`).join('')
  const text = `# The mill\n\n${contents}\n${PROSE}\n`
  expect(cleaner(text, {path: 'mill.md'}).report.text).toBe(text)
})

test('what went is said with its side of the article', () => {
  const {report} = cleaner(`${MENU}${PROSE}\n${FOOT}`, {path: 'page.txt'})
  const rules = new Set(report.findings.map(({rule}) => rule))
  expect(rules).toContain('boilerplate/page-head')
  expect(rules).toContain('boilerplate/page-tail')
})

test.each([
  ['broken at a width', `${MENU}${PROSE}\n${FOOT}`.replace(/(.{30,40}) /g, '$1\n')],
  ['indented', `${MENU}${PROSE}\n${FOOT}`.replace(/^(?=.)/gm, '   ')],
])('a file that is %s is no page, whatever its lines say', (_, text) => {
  const {findings} = cleaner(text, {path: 'page.txt'}).report
  expect(findings.filter(({rule}) => rule.startsWith('boilerplate/page-'))).toEqual([])
})

test.each([
  ['an article by itself', `${PROSE}\n`],

  [
    'a list under prose',
    `${PROSE}\n\nWhat to bring:\n\n- boots\n- a sack\n- string\n- bread\n- a knife\n- salt\n- a cup\n- a lamp\n- rope\n`,
  ],
  [
    'a poem',
    Array.from({length: 24}, (_, i) =>
      i % 4 === 3 ? `and so the wheel goes round, said mill ${i},\n` : 'the water talks, the timber listens,\n',
    ).join(''),
  ],
  ['results', Array.from({length: 20}, (_, i) => `Saltby ${i % 5} – ${(i * 3) % 4} Orrin\n`).join('')],
  ['a list of places alone', MENU.replace('Log in\nRegister\n', '')],
])('%s stays as it is', (_, text) => {
  expect(cleaned(text)).toBe(text)
})
