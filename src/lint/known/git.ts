/** Questions to git: no shell, no locks, no fetching, and messages in one language. */
import {execFile} from 'node:child_process'
import {promisify} from 'node:util'
import {visible} from '../../stage/visible.js'
import {UsageError} from '../../usage-error.js'

const run = promisify(execFile)

/** Lists of a million files. */
const MOST_BYTES = 512 * 1024 * 1024

/** In a partial clone git would fetch what is missing; nothing here opens a connection (where git is of May 2024 or later). */
export const GIT_ENVIRONMENT = {LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1'}

/** That git failed, and what it said. */
export class GitError extends UsageError {
  readonly said: string

  constructor(command: string, said: string) {
    const next = said.includes('lazy fetching') ? '. This clone is partial, expected one without --filter' : ''
    super(`git ${command} failed: ${said}${next}`)
    this.said = said
  }
}

/**
 * What git prints.
 *
 * @throws GitError when it fails; UsageError when there is no git.
 */
export async function git(folder: string, args: readonly string[]): Promise<string> {
  try {
    const options = {cwd: folder, env: {...process.env, ...GIT_ENVIRONMENT}, maxBuffer: MOST_BYTES}
    return (await run('git', args, options)).stdout
  } catch (error) {
    const {code, stderr} = error as NodeJS.ErrnoException & {stderr?: string}
    if (code === 'ENOENT') throw new UsageError('git was not found, which --since and --staged ask for what changed')
    throw new GitError(args[0]!, visible((stderr || (error as Error).message).trim()).replace(/⏎/g, ' '))
  }
}
