/**
 * Every form that a Hunspell dictionary accepts, as hashes. The build expands the dictionary; a run that asks about
 * a few forms need not do so again, which takes a tenth of a second and 20 MB.
 *
 * Answers as retext-spell and nspell do, letter case and compounds included. One stranger in sixteen million passes.
 */
import {CHECK_SEED, finish, HASH_SEED, mixCheck, mixHash} from '../../draft/letters.js'
import {packSections, unpackSections} from '../../matching/sections.js'
import {type Shape, StaticFunction} from '../../matching/static-function.js'

/** "form" in little-endian order. */
const MARK_OF_FILE = 0x6d726f66
/** To be raised with any change of the file or of the hashes. */
const VERSION = 1

/** A form has no value: it is in or not. All 24 bits of the slots are fingerprint. */
export const KIND = {valueBits: 0, isLong: true} as const

/** What retext-spell takes for no word. */
const NUMBER_OR_TIME = /^(?:\d+|\d{1,2}:\d{2}(?:[ap]\.?m\.?)?)$/i

/** What a dictionary says besides its forms. */
export interface FormsNote {
  /** Tells which dictionary this was made of. */
  readonly digest: string
  /** Sources of expressions, of which one must match in a compound: `111th`. */
  readonly compounds: readonly string[]
  /** UTF-16 units of the shortest compound. */
  readonly shortestCompound: number
  /** Forms that are none by themselves, whatever they may be compounds of. */
  readonly parts: readonly string[]
}

export interface PackedForms extends FormsNote {
  readonly shape: Shape
  readonly slots: Uint16Array
  readonly extra: Uint8Array
}

export class Forms {
  readonly #accepted: StaticFunction
  readonly #compounds: readonly RegExp[]
  readonly #shortestCompound: number
  readonly #parts: ReadonlySet<string>

  private constructor(accepted: StaticFunction, {compounds, shortestCompound, parts}: FormsNote) {
    this.#accepted = accepted
    this.#compounds = compounds.map((source) => new RegExp(source, 'i'))
    this.#shortestCompound = shortestCompound
    this.#parts = new Set(parts)
  }

  /** What `pack` wrote; undefined when it is of another version or of a dictionary with another digest. */
  static read(buffer: ArrayBuffer, digest: string): Forms | undefined {
    const sections = unpackSections(buffer, MARK_OF_FILE, VERSION)
    if (!sections) return undefined
    const [shape, slots, extra, noted] = sections as [Uint32Array, Uint16Array, Uint8Array, Uint8Array]
    const note = JSON.parse(new TextDecoder().decode(noted)) as FormsNote
    if (note.digest !== digest) return undefined
    const [seed, segmentBits, segments] = shape as unknown as [number, number, number]
    return new Forms(new StaticFunction(slots, extra, {seed, segmentBits, segments}, KIND.valueBits), note)
  }

  /** What the build keeps. */
  static pack({shape, slots, extra, ...note}: PackedForms): ArrayBuffer {
    const {seed, segmentBits, segments} = shape
    const noted = new TextEncoder().encode(JSON.stringify(note))
    return packSections(MARK_OF_FILE, VERSION, [Uint32Array.of(seed, segmentBits, segments), slots, extra, noted])
  }

  /** Whether the dictionary knows a form as it is written; in capitals and with a capital also what it has in small letters. */
  accepts(form: string): boolean {
    const straight = form.replaceAll('’', "'")
    if (NUMBER_OR_TIME.test(straight)) return true
    const trimmed = straight.trim()
    if (trimmed === '') return false
    if (this.#has(trimmed)) return true
    const lower = trimmed.toLowerCase()
    if (trimmed.toUpperCase() === trimmed && this.#has(trimmed.charAt(0) + trimmed.slice(1).toLowerCase())) return true
    return lower !== trimmed && this.#has(lower)
  }

  #has(form: string): boolean {
    if (this.#accepted.find(...keyOf(form)) >= 0) return true
    if (form.length < this.#shortestCompound || this.#parts.has(form)) return false
    return this.#compounds.some((compound) => compound.test(form))
  }
}

/** The key of a form: two hashes of its letters, in which case makes a difference. */
export function keyOf(form: string): [hash: number, check: number, none: number] {
  let hash = HASH_SEED
  let check = CHECK_SEED
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i)
    hash = mixHash(hash, unit)
    check = mixCheck(check, unit)
  }
  return [finish(hash), check >>> 0, 0]
}
