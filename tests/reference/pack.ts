/** A folder of rules for one test. */
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

/** Writes files into a new folder and answers with its path. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'unspun-rules-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), {recursive: true})
    writeFileSync(path.join(folder, name), content)
  }
  return folder
}

/** A rule that takes out a line, with what a test wants otherwise. */
export const lineRule = (name: string, phrase: string, more = ''): string => `- id: boilerplate/${name}
  message: Unexpected words \`{actual}\`
  why: They are the site's.
  find: ['${phrase}']
  at: line
  cut: line
${more}  examples:
    - {bad: "The heron stood still.\\n\\n${phrase}\\n", good: "The heron stood still.\\n"}
    - {leave: 'He said that ${phrase} was all they had.'}
`

/** A rule that puts something else in place of a phrase. */
export const wordRule = (name: string, phrase: string, expected: string, more = ''): string => `- id: residue/${name}
  message: Unexpected \`{actual}\`
  why: It is odd.
  find: ['${phrase}']
  expect: '${expected}'
${more}  examples:
    - {bad: 'The ${phrase} stood still.', good: 'The ${expected} stood still.'}
    - {leave: 'The heron stood still.'}
`
