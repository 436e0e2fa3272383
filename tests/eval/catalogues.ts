/**
 * The catalogues of messages of this system (GNU gettext, compiled): text by people in many languages, which no rule was
 * written with an eye on. They are read where they lie; a system without them has none to measure on.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'

const FOLDER = '/usr/share/locale'

/** Codes of the languages that have catalogues: `zh_CN`, `fr`. */
export const locales = (): string[] =>
  existsSync(FOLDER) ? readdirSync(FOLDER).filter((code) => existsSync(folderOf(code))) : []

/** All translations of a language, a line each; nothing where there are none. */
export function messagesIn(locale: string): string[] {
  const folder = folderOf(locale)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mo'))
    .flatMap((name) => translations(readFileSync(path.join(folder, name))))
}

const folderOf = (locale: string): string => path.join(FOLDER, locale, 'LC_MESSAGES')

/** Without the header, which is the translation of nothing; little-endian catalogues in UTF-8 only. */
function translations(bytes: Buffer): string[] {
  if (bytes.length < 20 || bytes.readUInt32LE(0) !== 0x950412de) return []
  const [count, table] = [bytes.readUInt32LE(8), bytes.readUInt32LE(16)]
  const read = (i: number): string => {
    const [length, start] = [bytes.readUInt32LE(table + 8 * i), bytes.readUInt32LE(table + 8 * i + 4)]
    return bytes.toString('utf8', start, start + length)
  }
  if (count === 0 || !/charset=utf-?8/i.test(read(0))) return []
  return Array.from({length: count - 1}, (_, i) => read(i + 1)).flatMap((text) => text.split(/[\0\n]/))
}
