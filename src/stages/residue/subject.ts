/** Paragraphs that speak of templates or of HTML: what looks like residue there may be what they are about. */
import {type Draft, hashOf, lineAt} from '../../draft/index.js'
import {WordSet} from '../../matching/word-set.js'
import type {Table} from '../../rules/rule.js'

/** What a paragraph can be about, so that its brackets or its references are meant. */
export type Subject = 'brackets' | 'references'

export class Subjects {
  readonly #hashes: Readonly<Record<Subject, WordSet>>

  constructor(tables: readonly Table[]) {
    const rows = tables.flatMap((table) => table.rows)
    const hashes = (subject: Subject): WordSet =>
      new WordSet(rows.filter(({cells}) => cells['subject'] === subject).map(({cells}) => hashOf(cells['word']!)))
    this.#hashes = {brackets: hashes('brackets'), references: hashes('references')}
  }

  /**
   * Answers whether brackets at an offset may be what the text is about: the line must say so, as templates are met in
   * texts on other things; of HTML the whole text speaks, or none of it. The words are looked through at the first question.
   */
  in(draft: Draft, subject: Subject): (offset: number) => boolean {
    let lines: Set<number> | undefined
    return (offset) => {
      lines ??= linesWith(draft, this.#hashes[subject])
      return subject === 'references' ? lines.size > 0 : lines.has(lineAt(draft.lines(), offset))
    }
  }
}

function linesWith(draft: Draft, hashes: WordSet): Set<number> {
  const words = draft.words()
  const lines = new Set<number>()
  for (let i = 0; i < words.count; i++) {
    if (hashes.has(words.hashes[i]!)) lines.add(lineAt(draft.lines(), words.starts[i]!))
  }
  return lines
}
