/** The GitHub action and the GitLab job: their scripts, run in bash with the packed package and the forge's variables. */
import {execFileSync, spawnSync} from 'node:child_process'
import {chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {root} from '../cli/run.js'

interface Step {
  readonly name?: string
  readonly run?: string
  readonly uses?: string
  readonly env?: Readonly<Record<string, string>>
}

const action = parse(readFileSync(path.join(root, 'action.yml'), 'utf8'))
const steps: readonly Step[] = action.runs.steps
const gitlab = parse(readFileSync(path.join(root, '.gitlab/unspun.yml'), 'utf8')).unspun

const SLOT = 'The mill cost billions of {dollars} to build.\n'
const OTHER = 'A visitor pays {twelve} coins at the door.\n'

let folder: string
const at = (...names: string[]): string => path.join(folder, ...names)
const git = (cwd: string, ...args: string[]): string =>
  execFileSync('git', args, {cwd, encoding: 'utf8', env: ENVIRONMENT})
const ENVIRONMENT = {
  PATH: process.env['PATH']!,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'A'],
      [`GIT_${who}_EMAIL`, 'a@example.org'],
    ]),
  ),
}

/**
 * In place of the registry: unpacks what was packed, beside the dependencies that are installed here. It takes what the
 * scripts ask for, and nothing else.
 */
const NPM = `#!/usr/bin/env bash
set -eu
prefix="$TEST_GLOBAL"
for argument in "$@"; do
  if [ "\${last:-}" = --prefix ]; then prefix="$argument"; fi
  last="$argument"
done
[ "$1" = install ]
[ "$last" = "unspun@$TEST_VERSION" ]
mkdir -p "$prefix/node_modules/unspun" "$prefix/node_modules/.bin"
tar -xzf "$TEST_PACKED" -C "$prefix/node_modules/unspun" --strip-components=1
ln -s "$TEST_DEPENDENCIES"/* "$prefix/node_modules" 2>/dev/null || true
chmod +x "$prefix/node_modules/unspun/dist/bin/unspun.js"
ln -s ../unspun/dist/bin/unspun.js "$prefix/node_modules/.bin/unspun"
`

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'unspun-'))
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]
  execFileSync('npm', pack, {cwd: root})
  mkdirSync(at('programs'))
  writeFileSync(at('programs/npm'), NPM)
  chmodSync(at('programs/npm'), 0o755)
  mkdirSync(at('origin'))
  git(at('origin'), 'init', '-q', '-b', 'main')
  writeFileSync(at('origin/a.md'), SLOT)
  git(at('origin'), 'add', '.')
  git(at('origin'), 'commit', '-q', '-m', 'base')
  git(at('origin'), 'checkout', '-q', '-b', 'change')
  writeFileSync(at('origin/a.md'), `${SLOT}\n${OTHER}`)
  git(at('origin'), 'commit', '-q', '-a', '-m', 'change')
  git(at('origin'), 'config', 'uploadpack.allowReachableSHA1InWant', 'true')
}, 60_000)
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const environment = () => ({
  ...ENVIRONMENT,
  PATH: `${at('programs')}:${at('global/node_modules/.bin')}:${ENVIRONMENT.PATH}`,
  TEST_PACKED: at(readdirSync(folder).find((name) => name.endsWith('.tgz'))!),
  TEST_DEPENDENCIES: path.join(root, 'node_modules'),
  TEST_VERSION: JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version,
  TEST_GLOBAL: at('global'),
})

/** A checkout as forges make it: of one commit. */
function checkout(name: string): string {
  git(folder, 'clone', '-q', '--depth', '1', '--branch', 'change', `file://${at('origin')}`, name)
  return at(name)
}

describe('the GitHub action', () => {
  /** What `${{ … }}` gives, for the expressions that stand in the file. */
  function given(expression: string, inputs: Readonly<Record<string, string>>): string {
    const base = git(at('origin'), 'rev-parse', 'main').trim()
    const known: Record<string, string> = {
      'github.action_path': root,
      "inputs.since || github.event.pull_request.base.sha || github.event.merge_group.base_sha || 'none'":
        inputs['since'] || base,
    }
    const [, input] = /^inputs\.([\w-]+)$/.exec(expression) ?? []
    const value = input === undefined ? known[expression] : (inputs[input] ?? action.inputs[input]?.default)
    if (value === undefined) throw new Error(`Unexpected expression ${expression}`)
    return value
  }

  /** Runs the scripts of the action, as GitHub does. */
  function runAction(cwd: string, inputs: Readonly<Record<string, string>>) {
    const temp = mkdtempSync(at('temp-'))
    let output = {status: 0 as number | null, stdout: '', stderr: ''}
    for (const {run, env = {}} of steps) {
      if (run === undefined || output.status !== 0) continue
      const variables = Object.fromEntries(
        Object.entries(env).map(([name, value]) => [
          name,
          value.replace(/\$\{\{ (.*?) \}\}/g, (_, expression) => given(expression, inputs)),
        ]),
      )
      output = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
        cwd,
        encoding: 'utf8',
        env: {...environment(), RUNNER_TEMP: temp, ...variables},
      })
    }
    return output
  }

  test('writes nothing of others into a script', () => {
    for (const {run} of steps) expect(run ?? '').not.toContain('${{')
    expect(steps.filter(({run}) => run !== undefined).length).toBe(2)
  })

  test('annotates what is new in a pull request, and takes its arguments as they are', () => {
    const cwd = checkout('pull')
    const args = '--stages=residue\n--no-cache'
    const {status, stdout, stderr} = runAction(cwd, {args, 'upload-sarif': 'true'})
    expect(stderr).toContain('no commit in common')
    expect(stdout.match(/^::\w+ file=.*/gm)).toEqual([expect.stringMatching(/file=a\.md,line=3,.*twelve/)])
    expect(status).toBe(1)
    const [temp] = readdirSync(folder).filter((name) => name.startsWith('temp-'))
    expect(JSON.parse(readFileSync(at(temp!, 'unspun.sarif'), 'utf8')).runs[0].results).toHaveLength(1)
    const all = runAction(cwd, {args, since: 'none', paths: 'a.md\n\n$(touch hacked)*.md\n; touch hacked'})
    expect(all.status).toBe(2)
    expect(all.stderr).toContain('$(touch hacked)*.md')
    expect(readdirSync(cwd)).not.toContain('hacked')
  })

  test('says what is wrong where the commit cannot be had', () => {
    const {status, stderr} = runAction(checkout('lost'), {since: 'nowhere'})
    expect(status).toBe(2)
    expect(stderr).toContain('Unexpected --since nowhere')
  })
})

test('the GitLab job reports what is new in a merge request', () => {
  const base = git(at('origin'), 'rev-parse', 'main').trim()
  git(folder, 'clone', '-q', '--branch', 'change', `file://${at('origin')}`, 'merge')
  const {status, stdout} = spawnSync('bash', ['-eo', 'pipefail', '-c', gitlab.script.join('\n')], {
    cwd: at('merge'),
    encoding: 'utf8',
    env: {
      ...environment(),
      ...gitlab.variables,
      UNSPUN_VERSION: environment().TEST_VERSION,
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    },
  })
  expect(stdout).toContain('a.md:3:16')
  const report = JSON.parse(readFileSync(at('merge', gitlab.artifacts.reports.codequality), 'utf8'))
  expect(report).toMatchObject([{location: {path: 'a.md'}}])
  expect(status).toBe(1)
})
