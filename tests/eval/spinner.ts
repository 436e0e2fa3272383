/**
 * An article spinner for testing: puts forms of a table of its own into clean text, whatever the sense, and marks them.
 *
 * Its tables are kept apart from the lexicon: other authors, other entries. So what is measured with it is how well
 * restoring works for a spinner nobody has seen, not how well the lexicon knows itself.
 */
import {readFileSync} from 'node:fs'
import {randoms} from '../randoms.mjs'

/** Surface forms by what they stand for, both in small letters but for names. */
export type SpinnerTable = ReadonlyMap<string, readonly string[]>

/** Columns original and spun, forms separated by `|`; `#` begins a comment. */
export function readSpinnerTable(...files: string[]): SpinnerTable {
  const table = new Map<string, string[]>()
  for (const line of files.flatMap((file) => readFileSync(file, 'utf8').split('\n'))) {
    const [original, spun] = line.split('\t')
    if (!original || !spun || line.startsWith('#') || original === 'original') continue
    const key = original.toLowerCase()
    table.set(key, [...(table.get(key) ?? []), ...spun.split('|')])
  }
  return table
}

/** Longest original, in words. */
const LONGEST = 6

interface Place {
  readonly start: number
  readonly end: number
  readonly forms: readonly string[]
  readonly words: number
}

/** The text with about `share` of its words spun, as `[[spun→original]]`; fewer where the table does not know enough. */
export function spin(text: string, table: SpinnerTable, share: number, seed: number): string {
  const random = randoms(seed)
  const words = Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu))
  const places = placesIn(text, words, table)
  const covered = places.reduce((sum, place) => sum + place.words, 0)
  const rate = (share * words.length) / Math.max(1, covered)
  let marked = ''
  let last = 0
  for (const {start, end, forms} of places) {
    if (random() >= rate) continue
    const original = text.slice(start, end)
    const form = inCaseOf(original, forms[Math.floor(random() * forms.length)]!)
    marked += `${text.slice(last, start)}[[${form}→${original}]]`
    last = end
  }
  return marked + text.slice(last)
}

/** Where originals of the table stand, the longest first, without overlap. */
function placesIn(text: string, words: readonly RegExpMatchArray[], table: SpinnerTable): Place[] {
  const places: Place[] = []
  for (let i = 0; i < words.length; ) {
    let taken = 0
    for (let n = Math.min(LONGEST, words.length - i); n > 0 && taken === 0; n--) {
      const start = words[i]!.index!
      const end = words[i + n - 1]!.index! + words[i + n - 1]![0].length
      const forms = table.get(text.slice(start, end).toLowerCase())
      if (!forms) continue
      places.push({start, end, forms, words: n})
      taken = n
    }
    i += taken || 1
  }
  return places
}

const capitalise = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

function inCaseOf(original: string, form: string): string {
  if (/\p{Lu}/u.test(form)) return form
  if (original.length > 1 && original === original.toUpperCase()) return form.toUpperCase()
  if (!/^\p{Lu}/u.test(original)) return form
  const isTitle = original.split(' ').length > 1 && original.split(' ').every((word) => /^\p{Lu}/u.test(word))
  return isTitle ? form.split(' ').map(capitalise).join(' ') : capitalise(form)
}
