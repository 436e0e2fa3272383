/** The door of our pipeline: a parser that parses nothing and a compiler that hands out the text as it stands. */
import type {Root} from 'nlcst'
import retextEnglish from 'retext-english'
import {type Plugin, type Processor, unified} from 'unified'
import {VFile} from 'vfile'
import {Draft, type Format, formatOfName, type Parse} from '../draft/index.js'

export interface RetextDraftOptions {
  /** Default: `markdown` for files named `.md` or `.markdown`, `mdx` for `.mdx`, else `text`. */
  readonly format?: Format
}

const drafts = new WeakMap<VFile, Draft>()

/** Text in, a draft with a lazy root; text out, whatever stages and guests have made of it. */
export const retextDraft: Plugin<[RetextDraftOptions?], string, Root> = function (this, options = {}) {
  this.parser = (text, file) => {
    const draft = draftOf(text, options.format ?? formatOfName(file.basename ?? ''))
    carry(file, draft)
    return draft.root
  }
  this.compiler = (tree, file) => {
    const draft = Draft.of(tree) ?? carried(file)
    if (!draft) throw new TypeError('Unexpected tree, expected the draft that `retextDraft` opened for this file')
    if (tree !== draft.root) draft.adopt((tree as Root).children)
    draft.settle()
    return draft.text
  }
}

const english = unified().use(retextEnglish).freeze()
const parseEnglish: Parse = (text) => english.parse(text) as Root

/** A draft whose tree, should anybody look at it, grows as of English. */
export const draftOf = (text: string, format: Format): Draft => new Draft(text, {parse: parseEnglish, format})

/** How a processor of somebody else's grows its trees; ours, when it has no parser. */
export function parserOf(processor: Processor): Parse {
  const {parser} = processor
  if (!parser) return parseEnglish
  return (text) => (parser as (text: string, file: VFile) => Root)(text, new VFile(text))
}

/** The draft of a file that went, or is going, through our stages. */
export const carried = (file: VFile): Draft | undefined => drafts.get(file)

export function carry(file: VFile, draft: Draft): void {
  drafts.set(file, draft)
}
