#!/usr/bin/env node
/** The door for the command line. Exit codes: 0 done or clean, 1 findings (lint), 2 could not run. */
import {Command, CommanderError} from 'commander'
import {UsageError} from '../usage-error.js'
import {DESCRIPTION, VERSION} from './version.js'

const COULD_NOT_RUN = 2

type AddCommand = (program: Command) => void

/** Only the command that is asked for is loaded: most of the time of a short run would go into the others. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  clean: async () => (await import('./clean.js')).addClean,
  lint: async () => (await import('./lint.js')).addLint,
  baseline: async () => (await import('./baseline.js')).addBaseline,
  lsp: async () => (await import('./lsp.js')).addLsp,
  explain: async () => (await import('./explain.js')).addExplain,
  profile: async () => (await import('./profile.js')).addProfile,
  config: async () => (await import('./config-command.js')).addConfig,
  rules: async () => (await import('./rules.js')).addRules,
}

async function program(asked: string | undefined): Promise<Command> {
  const command = new Command('unspun')
    .description(DESCRIPTION)
    .version(VERSION)
    .showHelpAfterError('(unspun --help shows what there is)')
    .configureOutput({outputError: (text, write) => write(text.replace(/^error: /, 'unspun: '))})
    .configureHelp({showGlobalOptions: true})
    .exitOverride()
  const one = asked !== undefined && Object.hasOwn(COMMANDS, asked) ? COMMANDS[asked] : undefined
  for (const load of one ? [one] : Object.values(COMMANDS)) (await load())(command)
  for (const each of command.commands) each.exitOverride()
  return command
}

async function main(): Promise<void> {
  // A reader that has seen enough (`| head`) is no error of ours; a full disk is one, whatever was found.
  let isUnwritten = false
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || isUnwritten) return
    isUnwritten = true
    process.stderr.write(`unspun: standard output cannot be written: ${error.message}\n`)
  })
  process.once('exit', () => {
    if (isUnwritten) process.exitCode = COULD_NOT_RUN
  })
  try {
    await (await program(process.argv[2])).parseAsync()
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version end in an exception, too.
      process.exitCode = error.exitCode === 0 ? 0 : COULD_NOT_RUN
      return
    }
    if (isUnwritten || (error as NodeJS.ErrnoException).code === 'EPIPE') return
    process.stderr.write(`unspun: ${error instanceof UsageError ? error.message : (error as Error).stack}\n`)
    process.exitCode = COULD_NOT_RUN
  }
}

await main()
