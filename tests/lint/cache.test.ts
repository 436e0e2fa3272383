import {existsSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {cacheKeyOf, LintCache} from '../../src/lint/cache.js'
import type {LintJob} from '../../src/lint/job.js'
import {createLinter} from '../../src/lint/linter.js'

const settings = {options: {}, rulesFolders: [], asksDictionary: false}
const job = (content: string, name = 'a.md', more: object = {}): LintJob => ({
  input: {content, facts: {path: name}},
  settings: {...settings, ...more},
})

let folder = ''
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'unspun-')), 'cache')
})

describe('a key', () => {
  const key = (of: LintJob, program = '1') => cacheKeyOf(of, program)

  test('follows from content, settings, form and program, and not from the name', () => {
    const own = key(job('The mill.'))
    expect(key(job('The mill.', 'other/b.md'))).toBe(own)
    expect(key(job('The mills.'))).not.toBe(own)
    expect(key(job('The mill.', 'a.txt'))).not.toBe(own)
    expect(key(job('The mill.', 'a.md', {asksDictionary: true}))).not.toBe(own)
    expect(key(job('The mill.'), '2')).not.toBe(own)
  })

  test('is none where findings follow from more', () => {
    expect(key(job('The mill.', 'a.md', {fixes: 'safe'}))).toBeUndefined()
    expect(key(job('The mill.', 'a.md', {options: {judge: {name: 'a judge'}}}))).toBeUndefined()
  })
})

describe('a cache', () => {
  const result = createLinter(settings).lint(job('They spent billions of {dollars} on it.\n').input)
  const DAY = 24 * 60 * 60 * 1000
  const now = new Date('2026-05-01T12:00:00Z')
  const later = (days: number) => new Date(now.getTime() + days * DAY)

  test('gives back what was found, under the name that a document has now', async () => {
    const cache = LintCache.in(folder, now)
    cache.set('k', result)
    await cache.save()
    const {path: _, findings} = LintCache.in(folder, now).get('k', 'b.md')!
    expect(findings).toEqual(result.findings)
    expect(LintCache.in(folder, now).get('k', 'b.md')!.path).toBe('b.md')
    expect(readFileSync(path.join(folder, '.gitignore'), 'utf8')).toBe('*\n')
  })

  test('forgets what nobody asked for in a month', async () => {
    const cache = LintCache.in(folder, now)
    cache.set('asked for', result)
    cache.set('forgotten', result)
    await cache.save()
    const second = LintCache.in(folder, later(20))
    second.get('asked for', 'a.md')
    await second.save()
    const third = LintCache.in(folder, later(40))
    third.set('new', result)
    await third.save()
    const fourth = LintCache.in(folder, later(40))
    expect(['asked for', 'forgotten', 'new'].map((key) => fourth.get(key, 'a.md') !== undefined)).toEqual([
      true,
      false,
      true,
    ])
  })

  test('passes over what cannot be read', async () => {
    const cache = LintCache.in(folder, now)
    cache.set('k', result)
    await cache.save()
    const file = path.join(folder, 'lint.tsv')
    writeFileSync(file, `nonsense\nbroken\t20000\t[{"rule":\n${readFileSync(file, 'utf8')}`)
    const again = LintCache.in(folder, now)
    expect(again.get('broken', 'a.md')).toBeUndefined()
    expect(again.get('k', 'a.md')).toBeDefined()
  })

  test('is no reason to fail where it cannot be written', async () => {
    const file = `${folder}-taken`
    writeFileSync(file, '')
    const cache = LintCache.in(file, now)
    cache.set('k', result)
    await cache.save()
    expect(existsSync(path.join(file, 'lint.tsv'))).toBe(false)
  })
})
