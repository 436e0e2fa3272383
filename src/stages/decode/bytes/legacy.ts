/**
 * Which character set bytes that are not UTF-8 are in. A detector guesses, and so do we: every set that may be is tried,
 * and the reading that surprises least is the likeliest (`surprise.ts`). chardet alone takes an English page with four
 * hanzi in GBK for windows-1252, for it counts bytes; here four common characters stand against eight odd ones.
 */
import {analyse} from 'chardet'
import {surpriseOf} from '../sets/surprise.js'
import {decodeWindows1252} from '../sets/windows-1252.js'
import {encodingOf} from './labels.js'

export type GuessEvidence = 'told' | 'common characters' | 'statistics' | 'default'

export interface Guess {
  readonly encoding: string
  readonly evidence: GuessEvidence
}

/**
 * Sets that are tried whatever the detector says, and what each has before it is looked at, in tenths of a nat: of four
 * hanzi in English text more are GBK than EUC-JP.
 */
const TRIED: Readonly<Record<string, number>> = {
  'windows-1252': 0,
  gb18030: 40,
  big5: 20,
  shift_jis: 0,
  'euc-kr': 0,
  'euc-jp': -20,
  'windows-1251': 0,
  'koi8-r': 0,
  ibm866: 0,
  'iso-8859-5': 0,
}

/** One word of Russian in English text is rare, and eight odd bytes look like one. */
const CYRILLIC = new Set(['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'])
const FOREIGN_WORD = 120
const MOSTLY = 0.4

/** The detector is believed in doubt, and by so much for each byte about alphabets of which nothing is known here. */
const DETECTED = 60
const UNKNOWN_ALPHABET = 6
/** Who declares a set mostly knows: another must be less surprising by a fifth, and by odds of a million to one. */
const TOLD = {points: 140, share: 0.2}

/** Bytes for the detector, which reads 0.7 MB a second. */
const DETECTED_BYTES = 4096

/** Sets that the bytes of a sample may be in, the likeliest first. */
export function likeliest(sample: Uint8Array, told: string | undefined): readonly Guess[] {
  const detected = detect(sample)
  const names = new Set([...(told ? [told] : []), ...Object.keys(TRIED), ...detected])
  const high = sample.reduce((count, byte) => count + (byte >> 7), 0)
  const isMixed = high < MOSTLY * sample.length
  const readings = [...names].map((encoding) => {
    const {total} = surpriseOf(readingOf(sample, encoding), '', encoding)
    let bonus = TRIED[encoding] ?? 0
    if (CYRILLIC.has(encoding) && isMixed) bonus -= FOREIGN_WORD
    if (detected.includes(encoding)) bonus += DETECTED + (encoding in TRIED ? 0 : UNKNOWN_ALPHABET * high)
    if (encoding === OF_WINDOWS[detected[0] ?? '']) bonus += 1
    if (encoding === told) bonus += TOLD.points + TOLD.share * total
    return {encoding, surprise: total - bonus}
  })
  readings.sort((a, b) => a.surprise - b.surprise)
  return readings.map(({encoding}) => guessOf(encoding, told, detected))
}

const guessOf = (encoding: string, told: string | undefined, detected: readonly string[]): Guess => ({
  encoding,
  evidence:
    encoding === told
      ? 'told'
      : detected.includes(encoding)
        ? 'statistics'
        : encoding === 'windows-1252'
          ? 'default'
          : 'common characters',
})

/** Of an ISO set, the one of Windows that has the same letters and quotation marks besides. */
const OF_WINDOWS: Readonly<Record<string, string>> = {
  'iso-8859-2': 'windows-1250',
  'iso-8859-6': 'windows-1256',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
}

/** The detector's word, with the set that is mostly meant by it. */
function detect(sample: Uint8Array): readonly string[] {
  const [best] = analyse(sample.subarray(0, DETECTED_BYTES))
  const name = best && encodingOf(best.name)
  if (name === undefined || /^(?:utf|iso-2022)/.test(name)) return []
  return name in OF_WINDOWS ? [name, OF_WINDOWS[name]!] : [name]
}

/** Private use is nothing that a document may mean; some decoders have it where others have nothing. */
function readingOf(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes)
  return new TextDecoder(encoding, {ignoreBOM: true}).decode(bytes).replace(/[\ue000-\uf8ff]/g, '\ufffd')
}

const SAMPLE_BYTES = 16384
/** How much of what stands around is taken along. */
const AROUND = 32

/** The bytes that are not ASCII with a little around them, up to a limit: four hanzi may stand at the end of a book. */
export function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(SAMPLE_BYTES, bytes.length))
  let length = 0
  let taken = 0
  for (let i = 0; i < bytes.length && length < sample.length; i++) {
    if (bytes[i]! < 0x80) continue
    const start = Math.max(taken, i - AROUND)
    while (i < bytes.length && i - start < SAMPLE_BYTES && (bytes[i]! >= 0x80 || bytes[i + 1]! >= 0x80)) i++
    taken = Math.min(bytes.length, i + AROUND, start + sample.length - length)
    sample.set(bytes.subarray(start, taken), length)
    length += taken - start
    i = taken - 1
  }
  return sample.subarray(0, length)
}
