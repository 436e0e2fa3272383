/** All findings as one JSON document. */
import type {LintResult} from '../lint.js'
import type {Format} from './format.js'

export const json: Format = () => {
  const documents: LintResult[] = []
  return {
    document(result) {
      documents.push(result)
      return ''
    },
    end: () => `${JSON.stringify({version: 1, documents}, null, 1)}\n`,
  }
}
