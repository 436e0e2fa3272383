/** The stretches of a text that are judged one by one: lines, those joined that a fixed width has broken. */
import type {Draft} from '../../draft/index.js'
import {type Block, ScriptCounter} from './script-counter.js'
import type {SmallWords} from './small-words.js'

/**
 * The blocks of a draft with what was counted in them, in one pass over its tokens. A line goes on in the next when no
 * empty line is between and the next begins with a small letter.
 */
export function blocksOf(draft: Draft, smallWords: SmallWords): Block[] {
  const {text} = draft
  const {count, starts, ends} = draft.lines()
  const counter = new ScriptCounter(draft.words(), draft.protected(), smallWords)
  const blocks: Block[] = []
  for (let i = 0; i < count; i++) {
    if (starts[i] === ends[i]) continue
    const start = starts[i]!
    while (i + 1 < count && starts[i + 1] !== ends[i + 1] && isSmall(text, starts[i + 1]!)) i++
    blocks.push(counter.read(start, ends[i]!))
  }
  return blocks
}

function isSmall(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit < 0x80 ? unit >= 97 && unit <= 122 : /\p{Ll}/u.test(text[at]!)
}
