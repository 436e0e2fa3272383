/** English sentences with a Chinese word in them: what changes besides blanks, and whether a glued word gets its own. */

import type {Half} from '../benchmark.js'
import {FORMS, withChinese} from './faults.js'
import {share, table} from './table.js'
import {sentences} from './texts.js'
import type {Tool} from './tools.js'

const WORDS = ['内卷', '躺平', '守正出奇', '私域流量', '關係', '面子']

/** Sentences with a word in one of the forms that authors use, and with a bare word glued to its neighbours. */
export function withWords(half: Half): {
  formed: string[]
  glued: ReadonlyArray<readonly [glued: string, apart: string]>
} {
  const all = sentences('en', half)
  const wordAt = (i: number): string => WORDS[i % WORDS.length]!
  return {
    formed: all.flatMap((sentence, i) => FORMS.flatMap((form) => withChinese(sentence, form(wordAt(i)), false) ?? [])),
    glued: all.flatMap((sentence, i) => {
      const [glued, apart] = [true, false].map((isGlued) => withChinese(sentence, wordAt(i), isGlued))
      return glued !== undefined && apart !== undefined ? [[glued, apart] as const] : []
    }),
  }
}

const withoutBlanks = (text: string): string => text.replace(/ /g, '')

export function english(tools: readonly Tool[]): string {
  const {formed, glued} = withWords('held-out')
  const rows = tools.map(({name, run}) => [
    name,
    share(formed.filter((text) => withoutBlanks(run(text)) !== withoutBlanks(text)).length, formed.length),
    share(formed.filter((text) => run(text) !== text).length, formed.length),
    share(glued.filter(([text, apart]) => run(text) === apart).length, glued.length),
  ])
  const head = ['%', `marks changed (${formed.length})`, 'anything changed', `glued words set apart (${glued.length})`]
  return table('English with a Chinese word', head, rows)
}
