/** `npm test`: builds, checks style, runs every test. Says what is missing where the tools are not installed. */
import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')
const [major, minor] = process.versions.node.split('.').map(Number)

const missing =
  major < 20 || (major === 20 && minor < 19)
    ? `Node ${process.versions.node} is too old, expected 20.19 or later.`
    : ['typescript', '@biomejs/biome', 'vitest'].some((name) => !existsSync(path.join(root, 'node_modules', name)))
      ? 'The development tools are not installed. Run `npm install` first, then `npm test` again.'
      : undefined

/** What people read of this project, and what its rules say: it is held to its own rules. */
const PROSE = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'src/README.md', 'rules', 'tests/eval', '--no-cache']

/** Each step by its package's own program; the first that fails ends the run. */
const STEPS = [
  ['build', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
  ['lexicon', 'dist/train/lexicon.js'],
  ['languages', 'dist/train/languages.js'],
  ['rules', 'dist/train/rules.js'],
  ['bundle', '.ci/bundle.mjs'],
  ['prose', 'dist/bin/unspun.js', 'lint', ...PROSE],
  ['style', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  ['tests', 'node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)],
]

if (missing) {
  process.stderr.write(`unspun: ${missing}\n`)
  process.exitCode = 2
} else {
  for (const [name, program, ...args] of STEPS) {
    const {status} = spawnSync(process.execPath, [program, ...args], {cwd: root, stdio: 'inherit'})
    if (status !== 0) {
      process.stderr.write(`unspun: ${name} failed\n`)
      process.exitCode = status ?? 1
      break
    }
  }
}
