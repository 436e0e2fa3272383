/** What `forms.ts` asks of nspell, which brings no types: a dictionary as it expands it. */
declare module 'nspell' {
  interface Expanded {
    /** The codes of every form; those of derived forms are empty. */
    readonly data: Readonly<Record<string, readonly string[]>>
    /** The settings of the affix file, by name. */
    readonly flags: Readonly<Record<string, unknown>> & {readonly COMPOUNDMIN: number}
    readonly compoundRules: readonly RegExp[]
    readonly conversion: {readonly in: ReadonlyArray<readonly [RegExp, string]>}
    correct(form: string): boolean
  }
  export default function nspell(dictionary: {readonly aff: Uint8Array; readonly dic: Uint8Array}): Expanded
}
