import {expect, test} from 'vitest'
import {put, read, unspun} from './run.js'

const POLISH = 'Młyn stoi nad rzeką i od ponad stu lat obraca swoje koło, nie zatrzymując się ani razu.\n'

test('--languages says which languages there are to choose among, over the configuration', () => {
  put('a.txt', POLISH)
  put('unspun.config.json', JSON.stringify({languages: ['en', 'fr']}))
  const languageIn = (folder: string): unknown => JSON.parse(read(`${folder}/a.report.json`)).language?.tag
  expect(unspun(['clean', 'a.txt', '--out', 'configured']).status).toBe(0)
  expect(languageIn('configured')).toBeUndefined()
  expect(unspun(['clean', 'a.txt', '--out', 'told', '--languages', 'en, pl']).status).toBe(0)
  expect(languageIn('told')).toBe('pl')
})

test.each([
  [['--languages', 'en,eng'], /Unexpected language eng, expected en, or another of am, ar, /],
  [['--languages', ''], /Unexpected empty list of languages/],
])('%j is refused', (flags, message) => {
  put('a.txt', POLISH)
  const {status, stderr} = unspun(['clean', 'a.txt', '--out', 'out', ...flags])
  expect(status).toBe(2)
  expect(stderr).toMatch(message)
})
