/** Faults whose repair is known: those put into clean sentences, and those of a text that also exists without them. */
import {FAULTS, isPlain} from './faults.js'
import {share, table} from './table.js'
import {declaration, sentences} from './texts.js'
import type {Tool} from './tools.js'

/** Clean sentences for one fault, each with the sentence that has it. */
export function withFault(
  name: string,
  clean: readonly string[],
): ReadonlyArray<readonly [faulty: string, clean: string]> {
  const fault = FAULTS[name]!
  const usable = clean.filter(
    (sentence) => isPlain(sentence) || (name === 'full-width digits' && /[0-9]/.test(sentence)),
  )
  return usable.map((sentence) => [fault(sentence), sentence] as const).filter(([a, b]) => a !== b)
}

/** Repaired is what comes back as it was, or as the tool would have it anyway. */
export function repaired(run: Tool['run'], pairs: ReadonlyArray<readonly [string, string]>): number {
  return pairs.filter(([faulty, clean]) => {
    const result = run(faulty)
    return result === clean || result === run(clean)
  }).length
}

export function faults(tools: readonly Tool[]): string {
  const sets = Object.keys(FAULTS).map((name) => [name, withFault(name, sentences('zh', 'held-out'))] as const)
  const rows = tools.map(({name, run}) => [
    name,
    ...sets.map(([, pairs]) => share(repaired(run, pairs), pairs.length)),
    share(
      sets.flatMap(([, pairs]) => pairs).filter(([text]) => run(run(text)) !== run(text)).length,
      sets.flatMap(([, p]) => p).length,
    ),
  ])
  const head = ['% repaired', ...sets.map(([name, pairs]) => `${name} (${pairs.length})`), 'not idempotent']
  return table('Inserted faults: sentences as they were', head, rows)
}

/** How the marks of a declaration in Simplified characters came out: half-width they are in the source. */
export interface Marks {
  readonly full: number
  readonly half: number
  readonly blanks: number
}

export function marksOf(text: string): Marks {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  return {full: count(/[，；：]/g), half: count(/[,;:]/g), blanks: count(/[，。、；：] (?=\S)| [，。、；：]/g)}
}

export function natural(tools: readonly Tool[]): string {
  const source = declaration('cmn_hans').join('\n')
  const row = (name: string, text: string): (string | number)[] => {
    const {full, half, blanks} = marksOf(text)
    return [name, full, half, blanks]
  }
  const rows = [
    row('the source', source),
    ...tools.map(({name, run}) => row(name, run(source))),
    row('the Traditional version', declaration('cmn_hant').join('\n')),
  ]
  return table('Declaration with half-width marks: marks', ['', 'full-width', 'half-width', 'blanks beside'], rows)
}
