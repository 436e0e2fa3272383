/** English sentences with a Chinese word in them: what changes besides blanks, and whether a glued word gets its own. */
import {withChinese} from './faults.js'
import {share, table} from './table.js'
import {sentences} from './texts.js'
import type {Tool} from './tools.js'

const WORDS = ['内卷', '躺平', '守正出奇', '私域流量', '關係', '面子']
const withoutBlanks = (text: string): string => text.replace(/ /g, '')

export function english(tools: readonly Tool[]): string {
  const all = sentences('en', 'held-out')
  const made = (isGlued: boolean): string[] =>
    all.flatMap((sentence, i) => withChinese(sentence, WORDS[i % WORDS.length]!, isGlued) ?? [])
  const [apart, glued] = [made(false), made(true)]
  const rows = tools.map(({name, run}) => [
    name,
    share(
      [...apart, ...glued].filter((text) => withoutBlanks(run(text)) !== withoutBlanks(text)).length,
      apart.length * 2,
    ),
    share(apart.filter((text) => run(text) !== text).length, apart.length),
    share(glued.filter((text, i) => run(text) === apart[i]).length, glued.length),
  ])
  const head = ['%', 'marks changed', 'changed with its blanks', 'blanks restored']
  return table(`English with a Chinese word (${apart.length} sentences, apart and glued)`, head, rows)
}
