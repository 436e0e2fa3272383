/** What a UTF-16 unit is to the tokeniser, and how the forms of words are hashed. */

export const SPACE_CLASS = 1
export const BREAK_CLASS = 2
export const LOWER_CLASS = 3
export const UPPER_CLASS = 4
export const DIGIT_CLASS = 5
export const HAN_CLASS = 6
export const APOSTROPHE_CLASS = 7
const MARK_CLASS = 8

/** Bits of a form that hold its class; the folded unit stands above them. */
export const CLASS = 15
export const FOLDED = 4

/** Class and folded unit of every UTF-16 unit in one number, learnt when first met; 0 is "not yet". */
export const forms = new Uint32Array(65536)

export function learnt(unit: number): number {
  const char = String.fromCharCode(unit)
  const lower = char.toLowerCase()
  const folded = unit === 0x2019 ? 0x27 : lower.length === 1 ? lower.charCodeAt(0) : unit
  const form = (folded << FOLDED) | classOf(char)
  forms[unit] = form
  return form
}

function classOf(char: string): number {
  if (/[\n\r\u2028\u2029]/.test(char)) return BREAK_CLASS
  if (/[\s\u200b\ufeff\u00ad]/.test(char)) return SPACE_CLASS
  if (char === "'" || char === '’') return APOSTROPHE_CLASS
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(char)) return HAN_CLASS
  if (/[\p{Lu}\p{Lt}]/u.test(char)) return UPPER_CLASS
  if (/[\p{L}\p{M}]/u.test(char)) return LOWER_CLASS
  if (/\p{N}/u.test(char)) return DIGIT_CLASS
  return MARK_CLASS
}

for (let unit = 0; unit < 128; unit++) learnt(unit)

const FNV_PRIME = 16777619
export const HASH_SEED = 0x811c9dc5
export const CHECK_SEED = 0x9e3779b9

export const mixHash = (hash: number, unit: number): number => Math.imul(hash ^ unit, FNV_PRIME)
export const mixCheck = (check: number, unit: number): number => {
  const x = Math.imul(check + unit, 0x85ebca6b)
  return x ^ (x >>> 13)
}
/** FNV-1a's last bits are its best; spread them (the finaliser of MurmurHash3). */
export function finish(hash: number): number {
  let x = hash ^ (hash >>> 16)
  x = Math.imul(x, 0x85ebca6b)
  x ^= x >>> 13
  return x >>> 0
}

const LAST_ASCII = 0x7f
const [A, Z, SMALL] = [0x41, 0x5a, 0x20]

/** The hash a token of this form has in `Words.hashes`. */
export function hashOf(form: string): number {
  let hash = HASH_SEED
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i)
    if (unit > LAST_ASCII) return hashOfFolded(fold(form))
    hash = mixHash(hash, unit >= A && unit <= Z ? unit | SMALL : unit)
  }
  return finish(hash)
}

function hashOfFolded(key: string): number {
  let hash = HASH_SEED
  for (let i = 0; i < key.length; i++) hash = mixHash(hash, key.charCodeAt(i))
  return finish(hash)
}

/** Lower case with straight apostrophes: the form that is hashed. */
export const fold = (form: string): string => form.toLowerCase().replaceAll('’', "'")
