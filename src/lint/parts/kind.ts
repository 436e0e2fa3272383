/** Which files hold values rather than a text; told by their names, before anything is read. */

export type DataKind = 'json' | 'yaml'

/** Undefined for a file that is a text. */
export function dataKindOf(path: string): DataKind | undefined {
  if (/\.jsonc?$/i.test(path)) return 'json'
  return /\.ya?ml$/i.test(path) ? 'yaml' : undefined
}
