/** JSON Lines in and out of the command line. */
import {execFileSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {gunzipSync, gzipSync} from 'node:zlib'
import Ajv from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {folder, main, put, read, root, unspun} from './run.js'

const isReport = new Ajv.default({strict: false}).compile(
  JSON.parse(readFileSync(path.join(root, 'src/report/report.schema.json'), 'utf8')),
)
const SLOT = 'The mill cost billions of {dollars} to build.'
const MENDED = 'The mill cost billions of dollars to build.'
const objects = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('records', () => {
  test('become records with their other bytes as they were, and a report for each', () => {
    put('a.jsonl', `{"id":12345678901234567890,"x":1,"text":"${SLOT}","x":2}\n\n{"text":"A mill.","id":"b"}`)
    expect(unspun(['clean', 'a.jsonl', '--out', 'out']).status).toBe(0)
    const [first, second] = read('out/a.jsonl').split('\n')
    expect(first).toContain(`{"id":12345678901234567890,"x":1,"text":"${MENDED}","x":2,"unspun":{`)
    expect(second).toContain('{"text":"A mill.","id":"b","unspun":{')
    const reports = objects(read('out/a.report.jsonl'))
    for (const report of reports) expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true)
    expect(reports.map(({path, id}) => [path, id])).toEqual([
      ['a.jsonl:1', '12345678901234567890'],
      ['a.jsonl:3', 'b'],
    ])
  })

  test('say what was done in one field, which a second run replaces', () => {
    put('a.jsonl', `{"text":"${SLOT}"}\n`)
    unspun(['clean', 'a.jsonl', '--out', 'out'])
    expect(objects(read('out/a.jsonl'))[0].unspun).toMatchObject({version: 1, language: 'en', counts: {applied: 1}})
    unspun(['clean', 'out/a.jsonl', '--out', 'again'])
    expect(objects(read('again/a.jsonl'))[0].unspun.counts).toEqual({})
  })

  test('that cannot be read are rejected with line and reason, and the rest go on', () => {
    const bad = [
      '{"text":',
      '[]',
      '{"body":"x"}',
      '{"text":7}',
      '{"text":""}',
      '{"text":" \\n"}',
      '{"html":"<script>x</script>"}',
    ]
    put(
      'a.jsonl',
      Buffer.concat([
        ...bad.map((line) => Buffer.from(`${line}\n`)),
        Buffer.from('{"text":"\xff"}\n', 'latin1'),
        Buffer.from(`{"text":"${SLOT}"}\n`),
      ]),
    )
    const {status, stderr, stdout} = unspun(['clean', 'a.jsonl', '--out', 'out'])
    expect(status).toBe(0)
    for (const [i, reason] of [
      'not JSON',
      'not a JSON object',
      'no field "text"; name the one that holds the text with --text-field',
      'field "text" is of type number',
      'empty',
      'nothing but blanks',
      'a page without text',
      'not UTF-8',
    ].entries()) {
      expect(stderr).toContain(`a.jsonl:${i + 1}: rejected: ${reason}`)
    }
    expect(stdout).toContain('9 documents')
    expect(stdout).toContain('8 rejected')
    expect(objects(read('out/a.jsonl')).map(({text}) => text)).toEqual([MENDED])
    const reports = objects(read('out/a.report.jsonl'))
    expect(reports).toHaveLength(9)
    for (const report of reports) expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true)
  })

  test('have their parts in the fields that are named, by flag or by configuration', () => {
    put('a.ndjson', `{"body":"${SLOT}","ref":5,"at":"https://example.org/"}\n`)
    unspun(['clean', 'a.ndjson', '--out', 'out', '--text-field', 'body', '--id-field', 'ref', '--url-field', 'at'])
    expect(objects(read('out/a.ndjson'))[0].body).toBe(MENDED)
    expect(objects(read('out/a.report.ndjson'))[0]).toMatchObject({id: '5', url: 'https://example.org/'})
    put('unspun.config.json', '{"textField": "body", "reports": false}')
    unspun(['clean', 'a.ndjson', '--out', 'other'])
    expect(objects(read('other/a.ndjson'))[0].body).toBe(MENDED)
    expect(readdirSync(path.join(folder, 'other'))).toEqual(['a.ndjson'])
  })

  test('compressed come back compressed', () => {
    put('in/a.jsonl.gz', Buffer.concat([gzipSync(`{"text":"${SLOT}"}\n`), gzipSync(`{"text":"${SLOT}"}\n`)]))
    expect(unspun(['clean', 'in', '--out', 'out']).status).toBe(0)
    const text = gunzipSync(readFileSync(path.join(folder, 'out/a.jsonl.gz'))).toString()
    expect(objects(text).map(({text}) => text)).toEqual([MENDED, MENDED])
    expect(existsSync(path.join(folder, 'out/a.report.jsonl.gz'))).toBe(true)
  })

  test('of a file that is cut off leave nothing half-written, and the rest go on', () => {
    const whole = gzipSync(`{"text":"${SLOT}"}\n`.repeat(2000))
    put('in/a.jsonl.gz', whole.subarray(0, whole.length - 20))
    put('in/b.jsonl', `{"text":"${SLOT}"}\n`)
    const {status, stderr} = unspun(['clean', 'in', '--out', 'out'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/in\/a\.jsonl\.gz: unexpected end of file, after line \d+/)
    expect(readdirSync(path.join(folder, 'out')).sort()).toEqual(['b.jsonl', 'b.report.jsonl'])
  })

  test('none of them is an empty file', () => {
    put('in/a.jsonl', '')
    put('in/b.jsonl.gz', gzipSync('\n'))
    expect(unspun(['clean', 'in', '--out', 'out', '--no-reports']).status).toBe(0)
    expect(read('out/a.jsonl')).toBe('')
    expect(gunzipSync(readFileSync(path.join(folder, 'out/b.jsonl.gz')))).toHaveLength(0)
  })

  test('get no page, which is said', () => {
    put('a.jsonl', `{"text":"${SLOT}"}\n`)
    const {stderr, status} = unspun(['clean', 'a.jsonl', '--out', 'out', '--html'])
    expect([stderr, status]).toEqual(['unspun: a.jsonl: records get no page\n', 0])
    expect(readdirSync(path.join(folder, 'out')).sort()).toEqual(['a.jsonl', 'a.report.jsonl', 'index.html'])
  })

  test('name no files, whatever their ids are', () => {
    put('a.jsonl', `{"id":"../../evil","text":"${SLOT}"}\n{"id":"/etc/x","url":"file:///etc/x","text":"A mill."}\n`)
    unspun(['clean', 'a.jsonl', '--out', 'out'])
    expect(readdirSync(path.join(folder, 'out')).sort()).toEqual(['a.jsonl', 'a.report.jsonl'])
  })

  test('of an earlier run leave their reports unread', () => {
    put('in/a.jsonl', `{"text":"${SLOT}"}\n`)
    put('in/a.report.jsonl', '{}\n')
    expect(unspun(['clean', 'in', '--out', 'out']).status).toBe(0)
  })

  test('may begin with a byte order mark and end in CRLF', () => {
    put('a.jsonl', `\uFEFF{"text":"${SLOT}"}\r\n`)
    expect(unspun(['clean', 'a.jsonl', '--out', 'out']).stderr).toBe('')
    expect(read('out/a.jsonl')).toMatch(/^\{"text":"The mill cost billions of dollars to build\.",.*\}\r\n$/)
  })

  test('go through standard input and output', () => {
    const {stdout, stderr, status} = unspun(
      ['clean', '-', '--from', 'jsonl', '--report', 'r.jsonl'],
      `{"text":"${SLOT}"}\nnonsense\n`,
    )
    expect(status).toBe(0)
    expect(objects(stdout).map(({text}) => text)).toEqual([MENDED])
    expect(stderr).toContain('-:2: rejected: not JSON')
    expect(objects(read('r.jsonl'))).toHaveLength(2)
  })

  test('from standard input have their reports where there is a folder for them', () => {
    const {status, stderr} = unspun(['clean', '-', '--from', 'jsonl', '--report', 'no/r.jsonl'], `{"text":"${SLOT}"}\n`)
    expect(status).toBe(2)
    expect(stderr).toMatch(/^unspun: no\/r\.jsonl was not written: ENOENT/)
  })

  test('of which a reader has seen enough are no error', () => {
    put('a.jsonl', `{"text":"${SLOT}"}\n`.repeat(3000))
    const printed = execFileSync(
      '/bin/sh',
      ['-c', `"${process.execPath}" "${main}" clean - --from jsonl <a.jsonl 2>err | head -1; cat err`],
      {cwd: folder, encoding: 'utf8'},
    )
    expect(printed.trim().split('\n')).toHaveLength(1)
  })

  test('are linted by file and line', () => {
    put('a.jsonl', `{"text":"A mill."}\n{"text":"${SLOT}"}\n`)
    const {stdout, status} = unspun(['lint', 'a.jsonl'])
    expect(status).toBe(1)
    expect(stdout).toContain('a.jsonl:2:36  residue/unfilled-slot')
    expect(unspun(['lint', '-', '--from', 'jsonl'], `{"text":"${SLOT}"}\n`).stdout).toContain('-:1:36')
  })
})

describe('a compressed document', () => {
  test('is read by the name inside', () => {
    put('in/a.txt.gz', gzipSync(SLOT))
    put('in/b.md.gz', gzipSync(`# Mill\n\n${SLOT}\n`))
    expect(unspun(['clean', 'in', '--out', 'out']).status).toBe(0)
    expect(read('out/a.txt')).toBe(MENDED)
    expect(read('out/b.md')).toBe(`# Mill\n\n${MENDED}\n`)
  })

  test('collides with the same name uncompressed', () => {
    put('in/a.txt.gz', gzipSync(SLOT))
    put('in/a.txt', SLOT)
    expect(unspun(['clean', 'in', '--out', 'out']).stderr).toContain('would both write')
  })

  test('that holds more than a document may is refused', () => {
    put('in/bomb.txt.gz', gzipSync(Buffer.alloc(257 * 1024 * 1024)))
    put('in/a.txt', SLOT)
    const {status, stderr} = unspun(['clean', 'in', '--out', 'out'])
    expect(status).toBe(2)
    expect(stderr).toContain('bomb.txt.gz: decompresses to more than')
    expect(read('out/a.txt')).toBe(MENDED)
  })
})
