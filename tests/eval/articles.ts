/** What is measured with: clean articles to be spun, and texts that were spun and marked by hand. */
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {type MarkedText, parseMarked} from './score.js'

/** `tuning` to choose settings by, `test` to measure with. */
export function articlesOf(set: 'tuning' | 'test'): string[] {
  const folder = path.join(import.meta.dirname, 'articles', set)
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
}

/** The spun texts written for this project, with their marks. */
export function markedTexts(): MarkedText[] {
  return ['spun', 'golden'].flatMap((name) => {
    const folder = path.join(import.meta.dirname, '..', name)
    const files = readdirSync(folder).filter((file) => file.endsWith('.marked.txt'))
    return files.map((file) => parseMarked(readFileSync(path.join(folder, file), 'utf8')))
  })
}
