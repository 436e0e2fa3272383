/** Which values of a file are prose, as its owner says: by their names. */

export type FieldPath = readonly (string | number)[]

/**
 * A name alone is looked for at every depth; a path is told from the top, with dots between its steps and `*` for any one
 * of them: `title`, `posts.*.body`.
 */
export function fieldTest(fields: readonly string[]): (path: FieldPath) => boolean {
  const names = new Set(fields.filter((field) => !field.includes('.')))
  const paths = fields.filter((field) => field.includes('.')).map((field) => field.split('.'))
  return (path) =>
    names.has(String(path.at(-1))) ||
    paths.some(
      (steps) => steps.length === path.length && steps.every((step, i) => step === '*' || step === String(path[i])),
    )
}
