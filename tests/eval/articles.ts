/** The clean articles that are spun for measuring: `tuning` to choose settings by, `test` to measure with. */
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'

export function articlesOf(set: 'tuning' | 'test'): string[] {
  const folder = path.join(import.meta.dirname, 'articles', set)
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
}
