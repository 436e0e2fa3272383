/**
 * Findings of documents that were looked at before, by what they hold: renaming a file, a fresh checkout or another
 * machine make no difference, and documents with findings are kept as well as clean ones.
 *
 * One file, a line an entry: key, day of last use, findings. Read as a whole, and parsed where an entry is asked for.
 */
import {createHash} from 'node:crypto'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import type {LintJob} from './job.js'
import type {LintFinding, LintResult} from './lint.js'

/** Changes when findings are kept in another form. */
const FORM = 1
const FILE = 'lint.tsv'
/** Entries that nobody asked for in so long are forgotten. */
const KEPT_DAYS = 30
/** The newest entries up to this many characters are kept. */
const MOST_CHARACTERS = 64 * 1024 * 1024
const DAY = 24 * 60 * 60 * 1000

interface Entry {
  readonly findings: string
  day: number
}

export class LintCache {
  readonly #folder: string
  readonly #today: number
  readonly #entries: Map<string, Entry>
  #isChanged = false

  private constructor(folder: string, today: number, entries: Map<string, Entry>) {
    this.#folder = folder
    this.#today = today
    this.#entries = entries
  }

  /** The cache in a folder; empty where there is none, or none that can be read. */
  static in(folder: string, now: Date = new Date()): LintCache {
    return new LintCache(folder, Math.floor(now.getTime() / DAY), readEntries(path.join(folder, FILE)))
  }

  /** What was found in such a document, under the path it has now. */
  get(key: string, documentPath: string): LintResult | undefined {
    const entry = this.#entries.get(key)
    const findings = entry && parsed(entry.findings)
    if (!findings) return undefined
    if (entry.day !== this.#today) {
      entry.day = this.#today
      this.#isChanged = true
    }
    return {path: documentPath, findings}
  }

  set(key: string, {findings}: LintResult): void {
    this.#entries.set(key, {findings: JSON.stringify(findings), day: this.#today})
    this.#isChanged = true
  }

  /** Writes what is worth keeping, whole or not at all. A folder that cannot be written costs only the cache. */
  async save(): Promise<void> {
    if (!this.#isChanged) return
    const {default: writeFileAtomic} = await import('write-file-atomic')
    try {
      mkdirSync(this.#folder, {recursive: true})
      writeFileSync(path.join(this.#folder, '.gitignore'), '*\n')
      await writeFileAtomic(path.join(this.#folder, FILE), this.#written())
    } catch (error) {
      // The next run looks at everything again.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error
    }
  }

  #written(): string {
    const lines: string[] = []
    let characters = 0
    for (const [key, {findings, day}] of [...this.#entries].sort(([, a], [, b]) => b.day - a.day)) {
      const line = `${key}\t${day}\t${findings}\n`
      characters += line.length
      if (day < this.#today - KEPT_DAYS || characters > MOST_CHARACTERS) break
      lines.push(line)
    }
    return lines.join('')
  }
}

function readEntries(file: string): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  let text = ''
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return entries
  }
  for (const line of text.split('\n')) {
    const [key, day, findings] = line.split('\t', 3)
    if (key && findings) entries.set(key, {findings, day: Number(day)})
  }
  return entries
}

function parsed(findings: string): readonly LintFinding[] | undefined {
  try {
    return JSON.parse(findings)
  } catch {
    return undefined
  }
}

/**
 * What the findings of a document follow from: this program, its rules, how the document is looked at, what is known of
 * it and what it holds. Undefined where they follow from more than that.
 */
export function cacheKeyOf({input, settings}: LintJob, program: string): string | undefined {
  const {content, facts, line} = input
  if (facts.site || settings.options.judge || settings.fixes) return undefined
  const {path: name, ...known} = facts
  const about = [FORM, program, settings, known, line, path.extname(name)]
  return createHash('sha256')
    .update(`${JSON.stringify(about)}\n`)
    .update(content)
    .digest('base64')
}
