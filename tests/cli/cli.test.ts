/** The commands as people and scripts call them: what is written, what is printed, and the exit code. */
import {execFileSync, spawnSync} from 'node:child_process'
import {chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, symlinkSync} from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {replay} from '../../src/index.js'
import {folder, main, put, read, root, unspun} from './run.js'

const schema = JSON.parse(readFileSync(path.join(root, 'src/report/report.schema.json'), 'utf8'))
const isReport = new Ajv.default({strict: false}).compile(schema)

const SLOT = 'The mill cost billions of {dollars} to build.\n'
const CLEAN = 'The mill stands by the river. It was built in 1910.\n'

describe('clean', () => {
  test('writes an article and a report that replays and keeps to its schema', () => {
    put('mill.txt', SLOT)
    expect(unspun(['clean', 'mill.txt', '--out', 'out']).status).toBe(0)
    expect(read('out/mill.txt')).toBe('The mill cost billions of dollars to build.\n')
    const report = JSON.parse(read('out/mill.report.json'))
    expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true)
    expect(replay(SLOT, report.revisions)).toBe(report.text)
    expect(report.path).toBe('mill.txt')
  })

  test('every report of the samples keeps to the schema', () => {
    unspun(['clean', path.join(root, 'input'), '--out', 'out'])
    const reports = readdirSync(path.join(folder, 'out')).filter((name) => name.endsWith('.report.json'))
    expect(reports.length).toBeGreaterThan(5)
    for (const name of reports)
      expect(isReport(JSON.parse(read(`out/${name}`))), JSON.stringify(isReport.errors)).toBe(true)
  })

  test('keeps the structure of a folder, relative to it', () => {
    put('in/a.txt', CLEAN)
    put('in/deep/er/b.md', CLEAN)
    put('in/picture.png', 'x')
    unspun(['clean', 'in', '--out', 'out'])
    expect(read('out/a.txt')).toBe(CLEAN)
    expect(read('out/deep/er/b.md')).toBe(CLEAN)
    expect(existsSync(path.join(folder, 'out/picture.png'))).toBe(false)
  })

  test('takes globs itself', () => {
    put('in/a.txt', CLEAN)
    put('in/sub/b.txt', CLEAN)
    put('in/sub/c.md', CLEAN)
    unspun(['clean', 'in/**/*.txt', '--out', 'out'])
    expect(read('out/sub/b.txt')).toBe(CLEAN)
    expect(existsSync(path.join(folder, 'out/sub/c.md'))).toBe(false)
  })

  test('refuses two inputs for one output before it writes anything', () => {
    put('x/a.txt', CLEAN)
    put('y/a.txt', CLEAN)
    const {status, stderr} = unspun(['clean', 'x/a.txt', 'y/a.txt', '--out', 'out'])
    expect(status).toBe(2)
    expect(stderr).toContain('x/a.txt and y/a.txt would both write')
    expect(existsSync(path.join(folder, 'out'))).toBe(false)
  })

  test('refuses to write over an input', () => {
    put('a.txt', SLOT)
    expect(unspun(['clean', 'a.txt', '--out', '.']).status).toBe(2)
    expect(read('a.txt')).toBe(SLOT)
  })

  test('goes on after a hostile document, which is rejected with its reason', () => {
    put('in/a.txt', '%PDF-1.4 not a text')
    put('in/b.txt', SLOT)
    const {status, stderr} = unspun(['clean', 'in', '--out', 'out'])
    expect(status).toBe(0)
    expect(stderr).toContain('in/a.txt: rejected: not text: a PDF')
    expect(JSON.parse(read('out/a.report.json')).rejected).toContain('PDF')
    expect(existsSync(path.join(folder, 'out/a.txt'))).toBe(false)
    expect(existsSync(path.join(folder, 'out/b.txt'))).toBe(true)
  })

  test.skipIf(process.getuid?.() === 0)(
    'goes on after a file that cannot be read, and says so in the exit code',
    () => {
      chmodSync(put('in/a.txt', CLEAN), 0o000)
      put('in/b.txt', CLEAN)
      expect(unspun(['clean', 'in', '--out', 'out']).status).toBe(2)
      expect(read('out/b.txt')).toBe(CLEAN)
    },
  )

  test('never leaves the output folder through a link', () => {
    put('in/sub/a.txt', CLEAN)
    mkdirSync(path.join(folder, 'elsewhere'))
    mkdirSync(path.join(folder, 'out'))
    symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'out/sub'))
    const {status, stderr} = unspun(['clean', 'in', '--out', 'out'])
    expect(status).toBe(2)
    expect(stderr).toContain('leads out of')
    expect(readdirSync(path.join(folder, 'elsewhere'))).toEqual([])
  })

  test('replaces an existing output whole', () => {
    put('mill.txt', SLOT)
    put('out/mill.txt', 'x'.repeat(100_000))
    unspun(['clean', 'mill.txt', '--out', 'out'])
    expect(read('out/mill.txt')).toBe('The mill cost billions of dollars to build.\n')
    expect(readdirSync(path.join(folder, 'out')).sort()).toEqual(['mill.report.json', 'mill.txt'])
  })

  test('reads standard input and writes the article alone to standard output', () => {
    const {stdout, status} = unspun(['clean', '-', '--report', 'r.json'], SLOT)
    expect(status).toBe(0)
    expect(stdout).toBe('The mill cost billions of dollars to build.\n')
    expect(isReport(JSON.parse(read('r.json')))).toBe(true)
  })

  test('gives clean bytes back as they came, blanks and CRLF included', () => {
    const bytes = Buffer.from('The mill stands.  \r\n\r\nIt was built in 1910.\t\r\nThe end')
    put('a.txt', bytes)
    unspun(['clean', 'a.txt', '--out', 'out'])
    expect(readFileSync(path.join(folder, 'out/a.txt')).equals(bytes)).toBe(true)
  })

  test('writes nothing on a dry run', () => {
    put('mill.txt', SLOT)
    const {stdout, status} = unspun(['clean', 'mill.txt', '--out', 'out', '--dry-run'])
    expect(status).toBe(0)
    expect(stdout).toContain('1 changed')
    expect(existsSync(path.join(folder, 'out'))).toBe(false)
  })

  test('shows a difference by words, without colours on a pipe', () => {
    put('mill.txt', SLOT)
    const {stdout} = unspun(['clean', 'mill.txt', '--diff'])
    expect(stdout).toContain('mill.txt:1: The mill cost billions of [-{dollars}-]{+dollars+} to build.')
    expect(stdout).not.toContain('\u001b')
  })

  test('a difference cannot steer the terminal', () => {
    put('a.txt', 'A \u001b[31mred\u0007 {dollars} word in a sentence.\n')
    expect(unspun(['clean', 'a.txt', '--diff'], undefined, {FORCE_COLOR: '1', NO_COLOR: ''}).stdout).not.toContain(
      '\u001b[31mred',
    )
  })

  test('runs only the stages that were named', () => {
    put('mill.txt', `${SLOT}\nPlease enter your comment!\n`)
    unspun(['clean', 'mill.txt', '--out', 'out', '--stages', 'boilerplate'])
    expect(read('out/mill.txt')).toBe(SLOT)
  })

  test('converts between forms', () => {
    put('a.md', '# The *mill*\n\nIt **stands** by the [river](https://example.org).\n\n- one\n- two\n')
    unspun(['clean', 'a.md', '--out', 'out', '--format', 'text'])
    expect(read('out/a.txt')).toBe('The mill\n\nIt stands by the river.\n\n- one\n- two\n')
    put('b.txt', 'The Mill\n\nIt stands *there*, by the river.\n')
    unspun(['clean', 'b.txt', '--out', 'out', '--format', 'markdown', '--front-matter'])
    expect(read('out/b.md')).toBe('---\ntitle: The Mill\n---\n\n# The Mill\n\nIt stands \\*there\\*, by the river.\n')
  })

  test('keeps front matter', () => {
    const source = '---\ntitle: "{x}"\n---\n\nThe mill cost billions of {dollars} to build.\n'
    put('a.md', source)
    unspun(['clean', 'a.md', '--out', 'out', '--front-matter'])
    expect(read('out/a.md')).toBe(source.replace('{dollars}', 'dollars'))
  })

  test('writes a page for each document and an index on request', () => {
    put('mill.txt', SLOT)
    unspun(['clean', 'mill.txt', '--out', 'out', '--html'])
    expect(read('out/mill.review.html')).toContain('dollars')
    expect(read('out/index.html')).toContain('mill.review.html')
  })

  test.each([
    [['clean', 'missing.txt', '--out', 'o'], 'No such file or folder: missing.txt'],
    [['clean', '*.nothing', '--out', 'o'], 'Nothing matches *.nothing'],
    [['clean', 'a.txt'], 'Give --out FOLDER'],
    [['clean', 'a.txt', '--out', 'o', '--stages', 'residu'], 'expected residue'],
    [['clean', 'a.txt', '--out', 'o', '--min-confidence', '2'], 'expected a number from 0 to 1'],
    [['clean', 'a.txt', '--out', 'o', '--chinese', 'latin'], 'Allowed choices are'],
    [['clean', 'a.txt', '--ouput', 'o'], "unknown option '--ouput'"],
    [['clean', 'a.txt', '--out', 'o', '--config', 'none.json'], 'none.json cannot be read'],
    [['clean', 'a.txt', '--out', 'o', '--rules', 'norules'], 'No rules folder'],
    [['clean'], "missing required argument 'paths'"],
    [['scrub'], "unknown command 'scrub'"],
  ])('%j could not run', (args, message) => {
    put('a.txt', CLEAN)
    const {status, stderr} = unspun(args)
    expect(stderr).toContain(message)
    expect(status).toBe(2)
  })
})

describe('configuration', () => {
  test.each([
    ['unspun.config.json', '{"stages": ["boilerplate"]}'],
    ['unspun.config.yaml', 'stages: [boilerplate]\n'],
    ['unspun.config.js', "export default {stages: ['boilerplate']}\n"],
    ['unspun.config.ts', "const stages: string[] = ['boilerplate']\nexport default {stages}\n"],
  ])('%s is found upward', (name, content) => {
    put(name, content)
    put('deep/mill.txt', SLOT)
    spawnSync(process.execPath, [main, 'clean', 'mill.txt', '--out', 'out'], {cwd: path.join(folder, 'deep')})
    expect(read('deep/out/mill.txt')).toBe(SLOT)
  })

  test('the command line has the last word', () => {
    put('unspun.config.json', '{"stages": ["boilerplate"]}')
    put('mill.txt', SLOT)
    unspun(['clean', 'mill.txt', '--out', 'out', '--stages', 'residue'])
    expect(read('out/mill.txt')).not.toBe(SLOT)
  })

  test('an unknown key is refused with the one that was meant', () => {
    put('unspun.config.json', '{"minConfidance": 0.9}')
    put('mill.txt', SLOT)
    const {status, stderr} = unspun(['clean', 'mill.txt', '--out', 'out'])
    expect(status).toBe(2)
    expect(stderr).toContain('Unexpected key minConfidance, expected minConfidence')
  })

  test('a file that does not parse is shown with its line', () => {
    put('unspun.config.yaml', 'stages: [boilerplate\nstyle: full\n')
    put('mill.txt', SLOT)
    const {status, stderr} = unspun(['clean', 'mill.txt', '--out', 'out'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/unspun\.config\.yaml:\d+:\d+/)
  })

  test('rules can be switched off', () => {
    put('unspun.config.json', '{"rules": {"residue/unfilled-slot": "off"}}')
    put('mill.txt', SLOT)
    unspun(['clean', 'mill.txt', '--out', 'out'])
    expect(read('out/mill.txt')).toBe(SLOT)
  })
})

describe('a ranker with a language model', () => {
  test.each([
    [['--ranker', 'llama'], /--ranker llama needs a language model, expected --model FILE\.gguf/],
    [['--ranker', 'llama', '--model', 'none.gguf'], /Unexpected model none\.gguf: there is no such file/],
    [['--ranker', 'llama', '--model', 'mill.txt'], /node-llama-cpp|Unexpected model mill\.txt/],
    [['--model', 'mill.txt'], /Unexpected --model without --ranker llama/],
    [['--ranker', 'oracle'], /Allowed choices are log-linear, llama/],
  ])('%j cannot run, and says what is missing', (flags, message) => {
    put('mill.txt', SLOT)
    for (const command of [
      ['clean', 'mill.txt', '--out', 'out'],
      ['lint', 'mill.txt'],
      ['explain', 'The mill.'],
    ]) {
      const {status, stderr, stdout} = unspun([...command, ...flags])
      expect(stderr).toMatch(message)
      expect(status).toBe(2)
      expect(stdout).toBe('')
    }
  })

  test('the default ranker can be named', () => {
    put('mill.txt', SLOT)
    expect(unspun(['clean', 'mill.txt', '--out', 'out', '--ranker', 'log-linear']).status).toBe(0)
  })

  test('a configuration may name it, its model beside it', () => {
    put('unspun.config.yaml', 'ranker: llama\nmodel: models/small.gguf\n')
    put('mill.txt', SLOT)
    expect(unspun(['clean', 'mill.txt', '--out', 'out']).stderr).toContain(path.join(folder, 'models/small.gguf'))
  })
})

describe('rules of the user', () => {
  const rule = (examples: string): string =>
    `- id: residue/stray-stamp\n  message: Unexpected stamp\n  why: Ours.\n  find: [APPROVED BY DESK]\n  cut: match\n  safe: true\n  examples:\n${examples}`

  test('a file in a folder is all it takes', () => {
    put(
      'mine/residue/stamp.yml',
      rule('    - {bad: The end. APPROVED BY DESK, good: The end.}\n    - {leave: It was approved.}\n'),
    )
    put('a.txt', 'The mill stands. APPROVED BY DESK\n')
    expect(unspun(['clean', 'a.txt', '--out', 'out', '--rules', 'mine']).status).toBe(0)
    expect(read('out/a.txt')).toBe('The mill stands.\n')
  })

  test('a rule whose example fails is set aside with its place, and the rest run', () => {
    put(
      'mine/residue/stamp.yml',
      rule('    - {bad: The end. APPROVED BY DESK, good: The end!}\n    - {leave: It was approved.}\n'),
    )
    put('a.txt', `APPROVED BY DESK\n${SLOT}`)
    const {status, stderr} = unspun(['clean', 'a.txt', '--out', 'out', '--rules', 'mine'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/stamp\.yml:1:\d+ Unexpected repair/)
    expect(read('out/a.txt')).toBe('APPROVED BY DESK\nThe mill cost billions of dollars to build.\n')
  })

  test('a rule that changes what an installed rule of its stage leaves has that one set aside', () => {
    put(
      'mine/boilerplate/poem.yml',
      `- id: boilerplate/slow-reading
  message: Unexpected advice
  why: Ours.
  find: [read more slowly]
  at: line-start
  cut: line
  examples:
    - {bad: "It was late.\\n\\nRead more slowly\\n\\nThen came the bridge.\\n", good: "It was late.\\n\\nThen came the bridge.\\n"}
    - {leave: She read more slowly.}
`,
    )
    put('a.txt', CLEAN)
    const {status, stderr} = unspun(['clean', 'a.txt', '--out', 'out', '--rules', 'mine'])
    expect(status).toBe(2)
    expect(stderr).toMatch(
      /related\.yml:\d+:3 Unexpected change by boilerplate\/slow-reading, expected it to leave: Read/,
    )
  })
})

describe('lint', () => {
  test('prints a frame, what, why and what to do, and exits with 1', () => {
    put('mill.txt', SLOT)
    const {stdout, status} = unspun(['lint', 'mill.txt'])
    expect(status).toBe(1)
    expect(stdout).toContain('mill.txt:1:27  residue/unfilled-slot')
    expect(stdout).toContain('                          ^^^^^^^^^')
    expect(stdout).toContain('Unexpected brackets around `dollars`')
    expect(stdout).toContain('Why: ')
    expect(stdout).toContain('Write «dollars»')
    expect(read('mill.txt')).toBe(SLOT)
  })

  test('exits with 0 where nothing is found', () => {
    put('mill.txt', CLEAN)
    expect(unspun(['lint', 'mill.txt']).status).toBe(0)
  })

  test('exits with 2 where it could not run', () => {
    expect(unspun(['lint', 'missing.txt']).status).toBe(2)
  })

  test('prints JSON and nothing else', () => {
    put('mill.txt', SLOT)
    const {stdout} = unspun(['lint', 'mill.txt', '--format', 'json'])
    const [document] = JSON.parse(stdout).documents
    expect(document.path).toBe('mill.txt')
    expect(document.findings[0]).toMatchObject({
      rule: 'residue/unfilled-slot',
      start: {line: 1, column: 27},
      expected: ['dollars'],
    })
  })

  test('suggests what was meant, and asks the dictionary, too, if told', () => {
    const spelling = ['lint', '-', '--stages', 'spell']
    const text = 'The mayor recieved the visitors in the old town hall.\n'
    expect(unspun(spelling, text).stdout).toContain('Do:  Perhaps «received»')
    expect(unspun([...spelling, '--suggest'], text).stdout).toContain('Do:  Perhaps «received»')
    const far = 'They planted a brocckolli in the old town hall of the mayor.\n'
    expect(unspun([...spelling, '--unknown-names', 'report'], far).stdout).not.toContain('«broccoli»')
    expect(unspun([...spelling, '--unknown-names', 'report', '--suggest'], far).stdout).toContain('«broccoli»')
  })

  test('reads standard input', () => {
    expect(unspun(['lint', '-'], SLOT).status).toBe(1)
  })
})

test('a reader that has seen enough is no error', () => {
  put('big.txt', SLOT.repeat(2000))
  const printed = execFileSync(
    '/bin/sh',
    ['-c', `"${process.execPath}" "${main}" lint big.txt 2>err | head -1; cat err`],
    {cwd: folder, encoding: 'utf8'},
  )
  expect(printed.trim().split('\n')).toHaveLength(1)
})

test.runIf(existsSync('/dev/full'))('a report that cannot be written is no finding', () => {
  put('mill.txt', SLOT)
  const full = openSync('/dev/full', 'w')
  const {stderr, status} = spawnSync(process.execPath, [main, 'lint', 'mill.txt'], {
    cwd: folder,
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  })
  closeSync(full)
  expect(status).toBe(2)
  expect(stderr).toMatch(/^unspun: standard output cannot be written: .+\n$/)
})

test('help shows examples and exit codes', () => {
  const {stdout, status} = unspun(['clean', '--help'])
  expect(status).toBe(0)
  expect(stdout).toContain('Examples:')
  expect(stdout).toContain('Exit codes:')
})
