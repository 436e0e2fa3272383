/** All forms that a Hunspell dictionary accepts, as nspell expands it, for `Forms`. */
import nspell from 'nspell'
import {Forms, KIND, keyOf} from '../stages/spell/forms.js'
import type {Dictionary} from '../stages/spell/speller.js'
import {buildStatic} from './static-function.js'

type Expanded = ReturnType<typeof nspell>

/**
 * What the build keeps of a dictionary. `digest` tells which it was.
 *
 * @throws Error for a dictionary with settings that `Forms` does not follow.
 */
export function compiledForms(dictionary: Dictionary, digest: string): ArrayBuffer {
  const expanded = nspell(dictionary)
  assertFollowed(expanded)
  const {data, flags, compoundRules} = expanded
  const isPart = (form: string): boolean => data[form]!.includes(flags['ONLYINCOMPOUND'] as string)
  const forms = Object.keys(data)
  const keys = columnsOf(forms.filter((form) => !isPart(form)).map(keyOf))
  return Forms.pack({
    ...buildStatic(KIND, keys, new Uint32Array(keys.u.length), (attempt) => Math.imul(attempt, 0x9e3779b1) >>> 0),
    digest,
    compounds: compoundRules.map(({source}) => source),
    shortestCompound: flags.COMPOUNDMIN,
    parts: forms.filter(isPart),
  })
}

/** Two settings that would forbid forms, and conversions but that of apostrophes: English has none. */
function assertFollowed({flags, conversion}: Expanded): void {
  const unknown = ['KEEPCASE', 'FORBIDDENWORD'].filter((name) => flags[name])
  if (conversion.in.some(([from, to]) => from.source !== '’' || to !== "'")) unknown.push('ICONV')
  if (unknown.length > 0) throw new Error(`Unexpected ${unknown.join(', ')} in a dictionary, expected none`)
}

function columnsOf(keys: ReadonlyArray<readonly [number, number, number]>) {
  const column = (place: 0 | 1 | 2): Uint32Array => Uint32Array.from(keys, (key) => key[place])
  return {u: column(0), v: column(1), w: column(2)}
}
