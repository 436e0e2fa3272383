#!/usr/bin/env node
/** The door for the command line. Exit codes: 0 done or clean, 1 findings (lint), 2 could not run. */
import {Command, CommanderError} from 'commander'
import {UsageError} from '../batch/inputs.js'
import {addClean} from './clean.js'
import {addExplain} from './explain.js'
import {addLint} from './lint.js'
import {addLsp} from './lsp.js'
import {addProfile} from './profile.js'
import {DESCRIPTION, VERSION} from './version.js'

const COULD_NOT_RUN = 2

function program(): Command {
  const command = new Command('unspun')
    .description(DESCRIPTION)
    .version(VERSION)
    .showHelpAfterError('(unspun --help shows what there is)')
    .configureHelp({showGlobalOptions: true})
    .exitOverride()
  addClean(command)
  addLint(command)
  addLsp(command)
  addExplain(command)
  addProfile(command)
  for (const each of command.commands) each.exitOverride()
  return command
}

async function main(): Promise<void> {
  // A reader that has seen enough (`| head`) is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  try {
    await program().parseAsync()
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version end in an exception, too.
      process.exitCode = error.exitCode === 0 ? 0 : COULD_NOT_RUN
      return
    }
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return
    process.stderr.write(`unspun: ${error instanceof UsageError ? error.message : (error as Error).stack}\n`)
    process.exitCode = COULD_NOT_RUN
  }
}

await main()
