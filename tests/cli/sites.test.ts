/** What repeats on the pages of a site, from the command line: learnt on the way, or from a profile. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {gzipSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import {article, MENU, page, word} from '../stages/boilerplate/site-pages.js'
import {folder, put, read, unspun} from './run.js'

const STAGES = ['--stages', 'decode,boilerplate']
const titleOf = (n: number): string => `What became of ${word(n)}`
const text = (n: number): string => page({title: titleOf(n), body: article(n)})
const bare = (n: number): string => `${[titleOf(n), ...article(n)].join('\n\n')}\n`
const record = (n: number, site: string): string => `${JSON.stringify({url: `https://${site}/${n}`, text: text(n)})}\n`
const textsIn = (name: string): string[] =>
  read(name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).text)
const bytes = (name: string): Buffer => readFileSync(path.join(folder, name))

describe('clean', () => {
  test('takes out of a folder of pages what repeats in it', () => {
    for (const n of [1, 2, 3]) put(`in/${n}.txt`, text(n))
    expect(unspun(['clean', 'in', '--out', 'out', ...STAGES]).status).toBe(0)
    for (const n of [1, 2, 3]) expect(read(`out/${n}.txt`)).toBe(bare(n))
    const {findings} = JSON.parse(read('out/1.report.json'))
    expect(findings[0].note).toBe('on 3 of 3 pages of in/')
  })

  test('looks at each folder, and at each host, by itself', () => {
    put('in/a/1.txt', text(1))
    put('in/b/2.txt', text(2))
    put('in/c.jsonl', record(3, 'a.example') + record(4, 'b.example') + record(5, 'www.a.example'))
    unspun(['clean', 'in', '--out', 'out', ...STAGES])
    expect(read('out/a/1.txt')).toBe(text(1))
    expect(textsIn('out/c.jsonl')).toEqual([bare(3), text(4), bare(5)])
  })

  test('knows a site by the folder that is called like it', () => {
    put('in/www.a.example/2024/1.txt', text(1))
    put('in/a.example/2025/deep/2.txt', text(2))
    unspun(['clean', 'in', '--out', 'out', ...STAGES])
    expect(read('out/a.example/2025/deep/2.txt')).toBe(bare(2))
    expect(JSON.parse(read('out/www.a.example/2024/1.report.json')).findings[0].note).toBe(
      'on 2 of 2 pages of a.example',
    )
  })

  test('knows no site of records without a URL', () => {
    put('a.jsonl', [1, 2].map((n) => `${JSON.stringify({text: text(n)})}\n`).join(''))
    unspun(['clean', 'a.jsonl', '--out', 'out', ...STAGES])
    expect(textsIn('out/a.jsonl')).toEqual([text(1), text(2)])
  })

  test.each([['--no-site-memory'], ['{"siteMemory": false}']])('keeps what repeats with %s', (how) => {
    for (const n of [1, 2]) put(`in/${n}.txt`, text(n))
    if (how.startsWith('{')) put('unspun.config.json', how)
    unspun(['clean', 'in', '--out', 'out', ...STAGES, ...(how.startsWith('{') ? [] : [how])])
    expect(read('out/1.txt')).toBe(text(1))
  })

  test('compares lines whose characters are repaired already', () => {
    for (const n of [1, 2]) {
      put(`in/${n}.txt`, text(n).replace(MENU[1]!, n === 1 ? 'Villageâ€™s life' : 'Village\u200b’s life'))
    }
    unspun(['clean', 'in', '--out', 'out', ...STAGES])
    for (const n of [1, 2]) expect(read(`out/${n}.txt`)).toBe(bare(n))
  })
})

describe('a profile', () => {
  test('built in parts and merged is the one built of all', () => {
    put('1.jsonl', [1, 2, 3].map((n) => record(n, 'a.example')).join(''))
    put('2.jsonl.gz', gzipSync([4, 5].map((n) => record(n, n === 4 ? 'a.example' : 'b.example')).join('')))
    expect(unspun(['profile', 'build', '1.jsonl', '--out', '1.profile']).stdout).toContain('3 pages counted')
    unspun(['profile', 'build', '2.jsonl.gz', '--out', '2.profile'])
    expect(unspun(['profile', 'build', '1.jsonl', '2.jsonl.gz', '--out', 'all.profile']).status).toBe(0)
    const {stdout, status} = unspun(['profile', 'merge', '2.profile', '1.profile', '--out', 'sum.profile'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^\d+ lines of 5 pages of 2 sites are in sum\.profile\n$/)
    expect(bytes('sum.profile').equals(bytes('all.profile'))).toBe(true)
    unspun(['profile', 'merge', 'all.profile', '--out', 'small.profile', '--min-pages', '2'])
    expect(bytes('small.profile').length).toBeLessThan(bytes('all.profile').length)
  })

  test('tells clean and lint of pages that they do not see', () => {
    put('seen.jsonl', [1, 2, 3].map((n) => record(n, 'a.example')).join(''))
    unspun(['profile', 'build', 'seen.jsonl', '--out', 'sites.profile'])
    put('new.jsonl', record(9, 'a.example'))
    unspun(['clean', 'new.jsonl', '--out', 'out', '--site-profile', 'sites.profile', ...STAGES])
    expect(textsIn('out/new.jsonl')).toEqual([bare(9)])
    const streamed = unspun(
      ['clean', '-', '--from', 'jsonl', '--site-profile', 'sites.profile', ...STAGES],
      record(9, 'a.example'),
    )
    expect(JSON.parse(streamed.stdout).text).toBe(bare(9))
    const {stdout, status} = unspun(['lint', 'new.jsonl', '--site-profile', 'sites.profile', ...STAGES])
    expect(status).toBe(1)
    expect(stdout).toContain('boilerplate/repeated-line')
    expect(unspun(['lint', 'new.jsonl', ...STAGES]).status).toBe(0)
    put('conf/unspun.config.json', '{"siteProfile": "../sites.profile"}')
    unspun(['clean', 'new.jsonl', '--out', 'other', '--config', 'conf/unspun.config.json', ...STAGES])
    expect(textsIn('other/new.jsonl')).toEqual([bare(9)])
  })

  test('is counted from standard input; records of no site are counted as such', () => {
    const {stdout} = unspun(
      ['profile', 'build', '-', '--from', 'jsonl', '--out', 'p'],
      `${record(1, 'a.example')}{"text":"A mill."}\nnonsense\n`,
    )
    expect(stdout).toContain('1 pages counted · 1 documents rejected · 1 records without a URL left out')
  })

  test.each([
    [['profile', 'merge', 'no.profile', '--out', 'x'], 'No such profile: no.profile'],
    [['profile', 'merge', 'ok.profile', './ok.profile', '--out', 'x'], 'given twice'],
    [['profile', 'merge', 'bad.profile', '--out', 'x'], 'bad.profile: broken: '],
    [['profile', 'merge', 'a.jsonl', '--out', 'x'], 'a.jsonl: '],
    [['profile', 'build', 'a.jsonl'], "required option '-o, --out <file>' not specified"],
    [['profile', 'build', 'a.jsonl', '--out', 'x', '--min-pages', '0'], 'whole number from 1 on'],
    [['profile', 'build', '-', '--out', 'x'], 'with --from jsonl'],
    [['profile', 'build', 'a.jsonl', '--out', 'none/x'], 'none/x was not written'],
    [['clean', 'a.jsonl', '--out', 'x', '--site-profile', 'no.profile'], 'Make one with unspun profile build'],
    [['clean', 'a.jsonl', '--out', 'x', '--site-profile', 'bad.profile'], 'Make it again with unspun profile build'],
    [['lint', 'a.jsonl', '--site-profile', 'a.jsonl'], 'Make it again with unspun profile build'],
  ])('%j could not run', (args, message) => {
    put('a.jsonl', record(1, 'a.example') + record(2, 'a.example'))
    unspun(['profile', 'build', 'a.jsonl', '--out', 'ok.profile'])
    put('bad.profile', bytes('ok.profile').fill(7, 40, 44))
    const {status, stderr} = unspun(args)
    expect(stderr).toContain(message)
    expect(status).toBe(2)
    expect(existsSync(path.join(folder, 'x'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })
})
