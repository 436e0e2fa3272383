import {execFileSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const src = path.join(root, 'src')

/**
 * Who may import whom: the table of src/README.md. A key is a file or folder of src, the longest that fits counts;
 * `own` is the folder itself.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  draft: ['own'],
  matching: ['own'],
  rules: ['own', 'draft', 'matching'],
  stage: ['own', 'draft', 'rules/rule'],
  stages: ['own', 'stage', 'draft', 'rules', 'matching'],
  'pipeline.ts': ['stage', 'stages'],
  site: ['own', 'draft'],
  read: ['own', 'draft'],
  write: ['own', 'draft'],
  report: ['own', 'draft', 'rules/rule'],
  installed: ['own', 'stage', 'stages', 'rules'],
  'opened.ts': ['report', 'stages/decode', 'read'],
  'clean.ts': [
    'opened',
    'fingerprint',
    'pipeline',
    'installed/dictionaries',
    'installed/readings',
    'report',
    'stage',
    'stages',
    'rules',
    'draft',
    'read',
    'control',
  ],
  'usage-error.ts': [],
  'fingerprint.ts': ['draft'],
  'rule-set.ts': ['usage-error', 'clean', 'draft', 'installed/dictionaries', 'pipeline', 'rules', 'stage'],
  lint: [
    'own',
    'opened',
    'clean',
    'installed/dictionaries',
    'rule-set',
    'fingerprint',
    'report',
    'stage',
    'stages',
    'rules',
    'draft',
    'read',
    'batch',
    'usage-error',
    'control',
    'matching',
    'additions',
    'pipeline',
  ],
  reference: [
    'own',
    'clean',
    'pipeline',
    'rule-set',
    'usage-error',
    'lint',
    'batch',
    'stage',
    'stages',
    'rules',
    'draft',
    'matching',
  ],
  judge: ['own', 'stages'],
  batch: ['own', 'usage-error', 'opened', 'clean', 'report', 'draft', 'read', 'site'],
  review: ['own', 'fingerprint', 'clean', 'report', 'stage', 'rules', 'draft', 'write'],
  train: ['own', 'stages', 'matching', 'draft', 'installed/dictionaries', 'rules', 'read'],
  cli: ['*'],
  'index.ts': ['*'],
  'types.ts': ['*'],
  control: ['own', 'draft', 'read/html'],
  'additions.ts': ['rules/rule'],
  lsp: ['own', 'lint', 'clean', 'rule-set', 'draft', 'stage', 'control', 'cli/config', 'cli/lint-settings'],
}

/** Compiled without platform types; only `PLATFORM` may touch the platform. */
const CORE = ['draft', 'matching', 'rules', 'stage', 'stages', 'report', 'site']
const PLATFORM = ['rules/read.ts', 'rules/files.ts']

const files = readdirSync(src, {recursive: true, encoding: 'utf8'})
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(path.sep).join('/'))

const importsOf = (file: string): string[] =>
  Array.from(
    readFileSync(path.join(src, file), 'utf8').matchAll(
      /^(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
    (match) => match[1] ?? match[2] ?? match[3]!,
  )

/** `stages/unspin` is a room of its own: its neighbours are not `own`. */
const homeOf = (file: string): string =>
  file.startsWith('stages/') ? file.split('/').slice(0, 2).join('/') : (file.split('/').slice(0, -1)[0] ?? '')

/** Examples are long and no command that cleans needs them. */
test('examples of faults are imported by the reference alone', () => {
  const wrong = files
    .filter((file) => !file.startsWith('reference/'))
    .flatMap((file) =>
      importsOf(file)
        .filter((imported) => imported.endsWith('/examples.js'))
        .map((i) => `${file} imports ${i}`),
    )
  expect(wrong).toEqual([])
})

const ruleFor = (file: string): readonly string[] | undefined => ALLOWED[file] ?? ALLOWED[file.split('/')[0]!]

test('every file of src stands in the import table', () => {
  expect(files.filter((file) => !ruleFor(file))).toEqual([])
})

test('imports run in one direction only', () => {
  const wrong: string[] = []
  for (const file of files) {
    const allowed = ruleFor(file) ?? []
    if (allowed.includes('*')) continue
    for (const imported of importsOf(file)) {
      if (!imported.startsWith('.')) continue
      const target = path.posix.join(path.posix.dirname(file), imported).replace(/\.js$/, '')
      const home = homeOf(file)
      const isOwn = allowed.includes('own') && (target === home || target.startsWith(`${home}/`))
      const isAllowed = allowed.some((entry) => target === entry || target.startsWith(`${entry}/`))
      const isOtherRoom = home.startsWith('stages/') && target.startsWith('stages/') && !isOwn
      if ((!isOwn && !isAllowed) || isOtherRoom) wrong.push(`${file} imports ${target}`)
    }
  }
  expect(wrong).toEqual([])
})

test('the core touches no platform but where rules are read', () => {
  const wrong = files
    .filter((file) => CORE.includes(file.split('/')[0]!) && !PLATFORM.includes(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((imported) => imported.startsWith('node:'))
        .map((i) => `${file} imports ${i}`),
    )
  expect(wrong).toEqual([])
})

test('the core compiles without platform types', () => {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
  const run = () =>
    execFileSync(process.execPath, [tsc, '-p', path.join(import.meta.dirname, 'core.tsconfig.json')], {
      encoding: 'utf8',
    })
  expect(run()).toBe('')
})

test('nothing that cleans opens a connection', () => {
  const network = /^(?:node:)?(?:https?|http2|net|tls|dgram|dns|undici)$/
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((i) => network.test(i))
      .map((i) => `${file} imports ${i}`),
  )
  const calls = files.filter((file) =>
    /(?<![\w.'`])fetch\(|\bXMLHttpRequest\b|\bWebSocket\b/.test(readFileSync(path.join(src, file), 'utf8')),
  )
  expect([...wrong, ...calls]).toEqual([])
})

test('every door of the exports map leads to a source file', () => {
  const {exports} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  for (const target of Object.values(exports) as string[]) {
    const source = target.replace('./dist/', './src/').replace(/\.js$/, '.ts')
    expect(existsSync(path.join(root, source)), source).toBe(true)
  }
})
