/** The stretches of a text that are judged one by one: lines, those joined that a fixed width has broken. */
import type {Draft, Span} from '../../draft/index.js'
import {type Counts, ScriptCounter} from './script-counter.js'
import type {SmallWords} from './small-words.js'

export interface Block extends Counts {
  readonly start: number
  readonly end: number
  /** Tokens `first` to `last`, those in URLs and code included. */
  readonly first: number
  readonly last: number
}

/** The blocks of a draft with what was counted in them, in one pass over its tokens. */
export function blocksOf(draft: Draft, smallWords: SmallWords): Block[] {
  const words = draft.words()
  const counter = new ScriptCounter(words, draft.protected(), smallWords)
  const blocks: Block[] = []
  let token = 0
  for (const {start, end} of stretches(draft)) {
    const first = token
    while (token < words.count && words.starts[token]! < end) counter.add(token++)
    blocks.push(Object.assign(counter.take(), {start, end, first, last: token}))
  }
  return blocks
}

/** A line goes on in the next when no empty line is between and the next begins with a small letter. */
function stretches(draft: Draft): readonly Span[] {
  const found: Span[] = []
  const lines = draft.lines()
  let open: {start: number; end: number} | undefined
  let isAfterEmpty = true
  for (let i = 0; i < lines.count; i++) {
    const [start, end] = [lines.starts[i]!, lines.ends[i]!]
    if (start === end) isAfterEmpty = true
    else if (open && !isAfterEmpty && isSmall(draft.text, start)) open.end = end
    else {
      if (open) found.push(open)
      open = {start, end}
      isAfterEmpty = false
    }
  }
  if (open) found.push(open)
  return found
}

function isSmall(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit < 0x80 ? unit >= 97 && unit <= 122 : /\p{Ll}/u.test(text[at]!)
}
