/**
 * Reading corpora: gzipped text, one document a block, a blank line between documents. Repeated blocks, lines and
 * sentences are counted once, and every fiftieth block is held out for measuring.
 */

import {readdirSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {gunzipSync} from 'node:zlib'

import {hashOf, wordsOf} from '../draft/words.js'
import {modelTokensOf, SENTENCE_END} from '../stages/unspin/model-tokens.js'

export interface Corpus {
  readonly name: string
  /** Token ids, sentences one after the other; begins and ends with a sentence end. */
  readonly training: Uint32Array
  readonly heldOut: Uint32Array
}

/** One block in fifty is held out, by its hash. */
const HOLD_OUT = 50
/** Sentences of fewer tokens are too ordinary to be called repeated. */
const SHORTEST_REPEAT = 6

/** Every `*.txt.gz` of a folder, in the order of their names. */
export function readCorpora(folder: string): Corpus[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt.gz'))
  return names.sort().map((name) => {
    const text = gunzipSync(readFileSync(join(folder, name))).toString('utf8')
    return corpusOf(basename(name, '.txt.gz'), text)
  })
}

/** A corpus from its text. What the training part holds is taken out of the held-out part. */
export function corpusOf(name: string, text: string): Corpus {
  const blocks = [...new Set(text.split(/\n\s*\n/).map((block) => block.trim()))].filter((block) => block !== '')
  const isHeldOut = (block: string): boolean => hashOf(block) % HOLD_OUT === 0
  const lines = new Set<string>()
  const sentences = new Set<number>()
  const read = (chosen: string[]): Uint32Array => {
    const stream = new TokenStream(sentences)
    for (const block of chosen) stream.add(newLines(block, lines))
    return stream.finish()
  }
  const training = read(blocks.filter((block) => !isHeldOut(block)))
  return {name, training, heldOut: read(blocks.filter(isHeldOut))}
}

/** The lines of a block that have not been met, each a paragraph of its own. */
function newLines(block: string, seen: Set<string>): string {
  const fresh = block.split('\n').filter((line) => !seen.has(line))
  for (const line of fresh) seen.add(line)
  return fresh.join('\n\n')
}

/** Collects sentences that have not been met. */
class TokenStream {
  readonly #seen: Set<number>
  #ids = new Uint32Array(1 << 16)
  #count = 0

  constructor(seen: Set<number>) {
    this.#seen = seen
    this.#push(SENTENCE_END)
  }

  add(text: string): void {
    const {ids, count} = modelTokensOf(wordsOf(text))
    let start = 0
    for (let i = 0; i <= count; i++) {
      if (i < count && ids[i] !== SENTENCE_END) continue
      if (i > start) this.#sentence(ids.subarray(start, i))
      start = i + 1
    }
  }

  finish(): Uint32Array {
    return this.#ids.slice(0, this.#count)
  }

  #sentence(ids: Uint32Array): void {
    if (ids.length >= SHORTEST_REPEAT) {
      const key = sentenceKey(ids)
      if (this.#seen.has(key)) return
      this.#seen.add(key)
    }
    for (const id of ids) this.#push(id)
    this.#push(SENTENCE_END)
  }

  #push(id: number): void {
    if (this.#count === this.#ids.length) {
      const larger = new Uint32Array(this.#ids.length * 2)
      larger.set(this.#ids)
      this.#ids = larger
    }
    this.#ids[this.#count++] = id
  }
}

/** 53 bits of two polynomial hashes of a sentence. */
function sentenceKey(ids: Uint32Array): number {
  let a = 0
  let b = 0
  for (const id of ids) {
    a = Math.imul(a, 0x01000193) + id
    b = Math.imul(b, 0x5bd1e995) + (id ^ (id >>> 15))
  }
  return (a >>> 0) * 0x200000 + (b >>> 11)
}
