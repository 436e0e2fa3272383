/** `unspun rules` as it is called: what goes to which stream, and the exit codes. */
import {expect, test} from 'vitest'
import {lineRule} from '../reference/pack.js'
import {put, unspun} from './run.js'

test('list and show print rules, among them those of a folder and of a configuration', () => {
  put('rules/boilerplate/site.yml', lineRule('heron-button', 'feed the heron'))
  put('unspun.config.json', '{"rulesFolders": ["rules"], "rules": {"boilerplate/heron-button": "off"}}')
  const {stdout, stderr, status} = unspun(['rules', 'list', '--stage', 'boilerplate', '--json'])
  expect([stderr, status]).toEqual(['', 0])
  const ours = JSON.parse(stdout).rules.find(({id}: {id: string}) => id === 'boilerplate/heron-button')
  expect(ours).toMatchObject({level: 'off', origin: {path: 'rules/boilerplate/site.yml', line: 1}})
  const unknown = unspun(['rules', 'show', 'boilerplate/heron-buton'])
  expect(unknown).toEqual({
    stdout: '',
    stderr: 'unspun: Unexpected rule boilerplate/heron-buton, expected boilerplate/heron-button\n',
    status: 2,
  })
})

test('test answers 0, 1 or 2 with its faults on standard output', () => {
  put('good/boilerplate/site.yml', lineRule('heron-button', 'feed the heron'))
  put('bad/boilerplate/site.yml', lineRule('heron-button', 'feed the heron').replace('good: "The', 'good: "A'))
  expect(unspun(['rules', 'test', 'good'])).toMatchObject({status: 0, stderr: ''})
  const bad = unspun(['rules', 'test', 'bad/boilerplate/site.yml'])
  expect(bad).toMatchObject({status: 1, stderr: ''})
  expect(bad.stdout).toMatch(/^fault bad\/boilerplate\/site\.yml:1:3 Unexpected repair /)
  expect(unspun(['rules', 'test', 'nowhere'])).toMatchObject({status: 2, stdout: ''})
})

test('try shows what a new rule finds', () => {
  put('site.yml', lineRule('heron-button', 'feed the heron'))
  put('corpus/a.txt', 'The heron stood still for an hour, and then it flew.\n\nFeed the heron\n')
  const {stdout, stderr, status} = unspun(['rules', 'try', 'site.yml', '--corpus', 'corpus'])
  expect([stderr, status]).toEqual(['', 0])
  expect(stdout).toContain('boilerplate/heron-button  0 → 1 hits')
  expect(stdout).toContain('+ corpus/a.txt:')
  expect(stdout).toContain('1 document, 14 words: 1 new, 0 gone, 0 changed\n')
})
