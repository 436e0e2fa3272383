/** What the sentence says of a term outside the mention itself: found near, it is not said again. */

import type {Mention} from './grammar.js'
import {labelFrom} from './parts.js'
import {pinyinFrom} from './pinyin.js'
import {renderingFrom} from './rendering.js'

/** UTF-16 units around a mention in which its pinyin or gloss may stand. */
const REACH = 90
/** A rendering of one word is common English; it must stand nearer. */
const SHORT_REACH = 30
const SPACE = /[\s(（“‘"'«*_/–—[]/

export interface Said {
  readonly pinyin: boolean
  readonly gloss: boolean
}

export function saidNear(text: string, mention: Mention): Said {
  const {plainPinyin, renderings} = mention.term
  let pinyin = false
  let gloss = mention.isAside || saysMeaning(text, mention.end)
  for (const at of wordStarts(text, mention)) {
    const letter = text[at]!
    if (!pinyin && /[\p{L}\d]/u.test(letter)) pinyin = pinyinFrom(text, at, plainPinyin) >= 0
    if (gloss) continue
    const end = renderingFrom(text, at, renderings)
    const distance = at < mention.start ? mention.start - end : at - mention.end
    gloss = end >= 0 && (distance <= SHORT_REACH || / /.test(text.slice(at, end)))
  }
  return {pinyin, gloss}
}

/** Where words begin on the line around a mention. */
function* wordStarts(text: string, {start, end}: Mention): Iterable<number> {
  const before = text.slice(Math.max(0, start - REACH), start)
  const from = start - before.length + before.lastIndexOf('\n') + 1
  const to = end + text.slice(end, end + REACH).split('\n', 1)[0]!.length
  for (let at = from; at < to; at++) {
    if (at >= start && at < end) at = end
    if (at === 0 || SPACE.test(text[at - 1]!)) yield at
  }
}

const SAYS =
  /^[ ,，]*(?:(?:which )?(?:literally |roughly |loosely |simply )*(?:means|meant|is short for|stands for|translates|denotes|refers to|describes)\b|which (?:[\p{L}]+ ){0,3}(?:rendered|glossed|translated) as\b| ?[:：=] ?["“‘]?\p{Script=Latin}| [–—-] (?:the|a|an|or)\b|[–—](?:the|a|an|or)\b)/iu

/** `内卷, which means …`, `内卷: pointless competition`, `内卷 – the burnout epidemic`. */
function saysMeaning(text: string, end: number): boolean {
  const after = text.slice(end, end + 60)
  if (SAYS.test(after)) return true
  const comma = /^ ?[,，–—] ?/.exec(after)
  return comma !== null && (labelFrom(after, comma[0].length)?.label ?? '') !== ''
}
