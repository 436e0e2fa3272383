/**
 * Code in blocks: between fences, and indented. Both may stand in quotations and list entries, so the marks of those are
 * read along, line by line, as CommonMark does (https://spec.commonmark.org/0.31.2/#appendix-a-parsing-strategy); of what
 * else there is in Markdown only as much as decides what an indented line is.
 */
import type {Lines} from './lines.js'
import type {Span} from './span.js'

/** A quotation, or a list entry whose text begins at a column. */
type Container = 'quotation' | number

/** A place in a line. Tabs reach to the next multiple of four. */
interface At {
  readonly offset: number
  readonly column: number
}

/** The blocks in the order of the text, their marks included; from `start`, behind front matter. Linear in the text. */
export function codeBlocks(
  text: string,
  lines: Lines,
  {hasIndented, start = 0}: {readonly hasIndented: boolean; readonly start?: number | undefined},
): Span[] {
  const blocks = new Blocks(text, hasIndented)
  for (let i = 0; i < lines.count; i++) {
    if (lines.starts[i]! >= start) blocks.line(lines.starts[i]!, lines.ends[i]!)
  }
  return blocks.end()
}

const FENCE = /(`{3,})[^`\r\n]*$|(~{3,})[^\r\n]*$/my
const FENCE_END = /(`{3,}|~{3,})[ \t]*$/my
const MARKER = /(?:[-*+]|\d{1,9}[.)])(?=[ \t\r\n]|$)/y
const THEMATIC_BREAK = /(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/my
/** A line that is nothing but a tag, or begins with one of an element that is no part of a line, opens a block of HTML. */
const HTML_BLOCK =
  /<\/?(?:[a-z][a-z\d-]*[^<>\r\n]*>[ \t]*$|(?:article|aside|blockquote|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?=[\s/>]))/imy
const HEADING = /#{1,6}(?:[ \t]|$)/my

/** What a line may begin with that opens or closes something, or is indented; every other goes on as it began. */
const OPENS = new Uint8Array(0x80)
for (const char of ' \t#>*+-_0123456789`~<') OPENS[char.charCodeAt(0)] = 1

class Blocks {
  readonly #text: string
  readonly #hasIndented: boolean
  readonly #spans: Span[] = []
  readonly #containers: Container[] = []
  /** The open fence, and how many containers it stands in. */
  #fence: {readonly start: number; readonly mark: string; readonly depth: number} | undefined
  /** Whether the line before is text that this one may continue. */
  #isParagraph = false
  /** Whether the line before is a list entry in which nothing stands yet: an empty line ends it. */
  #isEmptyEntry = false
  /** Whether the line before is of a block of HTML, in which up to the next empty line nothing opens but code. */
  #isHtml = false
  #lastEnd = 0

  constructor(text: string, hasIndented: boolean) {
    this.#text = text
    this.#hasIndented = hasIndented
  }

  line(start: number, end: number): void {
    const isBlank = start === end
    if (this.#containers.length > 0 || (!isBlank && OPENS[this.#text.charCodeAt(start)] === 1)) this.#read(start, end)
    else if (!this.#fence) this.#goOn(isBlank)
    this.#lastEnd = end
  }

  /** A line outside containers that is empty or plain text. */
  #goOn(isBlank: boolean): void {
    if (isBlank) this.#isHtml = false
    this.#isEmptyEntry = false
    this.#isParagraph = !isBlank
  }

  #read(start: number, end: number): void {
    const {at, matched} = this.#matched({offset: start, column: 0}, end)
    if (this.#fence && matched < this.#fence.depth) this.#close(this.#lastEnd)
    if (this.#fence) {
      if (this.#closesFence(this.#fence.mark, at, end)) this.#close(end)
    } else this.#open(at, matched, end)
  }

  end(): Span[] {
    if (this.#fence) this.#close(this.#lastEnd)
    return this.#spans
  }

  #close(end: number): void {
    this.#spans.push({start: this.#fence!.start, end})
    this.#fence = undefined
  }

  #closesFence(mark: string, at: At, end: number): boolean {
    const text = this.#behindBlanks(at, end)
    if (text.column - at.column >= 4 || this.#text[text.offset] !== mark[0]) return false
    FENCE_END.lastIndex = text.offset
    const [, found = ''] = FENCE_END.exec(this.#text) ?? []
    return found.startsWith(mark)
  }

  /** How many of the open containers go on in a line, and where what is in them begins. */
  #matched(at: At, end: number): {at: At; matched: number} {
    let matched = 0
    for (const container of this.#containers) {
      const inner = this.#within(container, at, end)
      if (!inner) break
      at = inner
      matched++
    }
    return {at, matched}
  }

  #within(container: Container, at: At, end: number): At | undefined {
    const text = this.#behindBlanks(at, end)
    if (container === 'quotation') return text.column - at.column < 4 ? this.#behindQuote(text) : undefined
    if (text.offset >= end) return text
    return text.column >= container ? this.#atColumn(at, container) : undefined
  }

  #behindQuote({offset, column}: At): At | undefined {
    if (this.#text[offset] !== '>') return undefined
    const next = this.#text[offset + 1]
    return next === ' ' || next === '\t'
      ? {offset: offset + 2, column: column + 2}
      : {offset: offset + 1, column: column + 1}
  }

  /** Reads the containers that open in a line, and what stands in the innermost. */
  #open(at: At, matched: number, end: number): void {
    const isLazy = matched < this.#containers.length && this.#isParagraph
    const opened: Container[] = []
    if (matched < this.#containers.length) this.#isHtml = false
    for (let next = this.#opening(at, end); next; next = this.#opening(at, end)) {
      opened.push(next.container)
      at = next.at
    }
    const text = this.#behindBlanks(at, end)
    const isBlank = text.offset >= end
    const goesOn = this.#isParagraph && opened.length === 0
    const isIndented = text.column - at.column >= 4
    const mark = isIndented || isBlank ? undefined : this.#fenceAt(text.offset)
    const isMarked = mark !== undefined || (!isIndented && this.#isMarked(text.offset))
    if (!isLazy || isBlank || opened.length > 0 || isMarked) {
      this.#containers.splice(matched, this.#containers.length, ...opened)
    }
    if (isBlank && opened.length === 0 && this.#isEmptyEntry) this.#containers.pop()
    this.#isHtml = !isBlank && (this.#isHtml || (!isIndented && this.#begins(text.offset, '<', HTML_BLOCK)))
    this.#isEmptyEntry = isBlank && typeof opened.at(-1) === 'number'
    this.#isParagraph = !isBlank && !isMarked && !(isIndented && !goesOn)
    if (mark !== undefined) this.#fence = {start: at.offset, mark, depth: this.#containers.length}
    else if (isIndented && !isBlank && !goesOn && this.#hasIndented) this.#spans.push({start: at.offset, end})
  }

  /** Whether one of some characters stands at an offset and a pattern fits there: most often it is another one. */
  #begins(offset: number, first: string, pattern: RegExp): boolean {
    if (!first.includes(this.#text.charAt(offset))) return false
    pattern.lastIndex = offset
    return pattern.test(this.#text)
  }

  #fenceAt(offset: number): string | undefined {
    const first = this.#text[offset]
    if (first !== '`' && first !== '~') return undefined
    FENCE.lastIndex = offset
    const match = FENCE.exec(this.#text)
    return match?.[1] ?? match?.[2]
  }

  /** A heading or a break: no text that the next line could continue. */
  #isMarked(offset: number): boolean {
    return this.#begins(offset, '#', HEADING) || this.#begins(offset, '*-_', THEMATIC_BREAK)
  }

  /** A quotation or a list entry that begins here. */
  #opening(at: At, end: number): {container: Container; at: At} | undefined {
    const text = this.#behindBlanks(at, end)
    if (this.#isHtml || text.offset >= end || text.column - at.column >= 4) return undefined
    const quote = this.#behindQuote(text)
    if (quote) return {container: 'quotation', at: quote}
    MARKER.lastIndex = text.offset
    const marker = this.#begins(text.offset, '*-_', THEMATIC_BREAK) ? undefined : MARKER.exec(this.#text)?.[0]
    if (marker === undefined) return undefined
    const behind = {offset: text.offset + marker.length, column: text.column + marker.length}
    const entry = this.#behindBlanks(behind, end)
    const gap = entry.offset >= end || entry.column - behind.column > 4 ? 1 : entry.column - behind.column
    return {container: behind.column + gap, at: this.#atColumn(behind, behind.column + gap)}
  }

  #behindBlanks({offset, column}: At, end: number): At {
    for (; offset < end; offset++) {
      if (this.#text[offset] === ' ') column++
      else if (this.#text[offset] === '\t') column += 4 - (column % 4)
      else break
    }
    return {offset, column}
  }

  /** The place at a column, or in the middle of the tab that reaches over it. */
  #atColumn(from: At, column: number): At {
    let {offset, column: at} = from
    while (at < column && (this.#text[offset] === ' ' || this.#text[offset] === '\t')) {
      const next = this.#text[offset] === ' ' ? at + 1 : at + 4 - (at % 4)
      if (next > column) break
      at = next
      offset++
    }
    return {offset, column}
  }
}
