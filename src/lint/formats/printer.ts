/** Where a format's text goes: standard output, or a file that appears when it is whole. */
import {realpathSync, statSync} from 'node:fs'
import path from 'node:path'
import {FileStream, type OutputStream, standardOutput} from '../../batch/output-stream.js'
import {UsageError} from '../../usage-error.js'
import {joined} from './joined.js'

export interface Printer {
  print(text: string): Promise<void>
  finish(): Promise<void>
}

/** A reader that has seen enough (`| head`) ends neither the other formats nor the exit code. */
export function toStandardOutput(stream: OutputStream = standardOutput): Printer {
  let isRead = true
  const printer: Printer = {
    async print(text) {
      if (!isRead || text === '') return
      try {
        await stream.write(text)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
        isRead = false
      }
    },
    finish: () => stream.finish(),
  }
  // Where somebody looks on, what goes to standard error appears in its place among the findings.
  return process.stdout.isTTY ? printer : joined(printer)
}

/** `file` as given, which is what errors name. */
export function toFile(file: string): Printer {
  const stream = new FileStream(placeOf(file))
  const told = (error: Error): never => {
    throw new UsageError(`${file} cannot be written: ${error.message}`)
  }
  return {
    print: async (text) => (text === '' ? undefined : stream.write(text).catch(told)),
    finish: () => stream.finish().catch(told),
  }
}

/**
 * Where a file really lies or will lie, through links.
 *
 * @throws UsageError where there is no folder for it, or something that is no file: a device would be replaced by one.
 */
export function placeOf(file: string): string {
  const folder = path.dirname(file)
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory()) {
    throw new UsageError(`No folder ${folder} for ${file}. Make it first`)
  }
  const existing = statSync(file, {throwIfNoEntry: false})
  if (existing === undefined) return path.join(realpathSync(folder), path.basename(file))
  if (!existing.isFile()) throw new UsageError(`${file} is no file. Give the name of one`)
  return realpathSync(file)
}
