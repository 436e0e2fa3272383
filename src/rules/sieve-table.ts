/**
 * The table of a sieve, made at build of the program that RE2 makes of a regex; its states are sets of instructions.
 *
 * Where it cannot be exact it lets through: all characters beyond ASCII are one, a boundary of words may be anywhere,
 * and after so many states there are no more.
 */
import {regexOf} from './regex.js'
import {ASCII, DEAD, FIRST_CLASS, HEAD, MOST_STATES, OPEN, START} from './sieve.js'

/** An instruction of RE2; re2js leaves the type open. */
interface Instruction {
  readonly op: number
  readonly out: number
  readonly arg: number
  readonly runes: Int32Array
  matchRune(rune: number): boolean
}

interface Program {
  readonly inst: readonly Instruction[]
  readonly start: number
}

/** Operations as re2js numbers them. What is not among them is not known, and let through. */
const [ALTERNATIVE, ALTERNATIVE_MATCH, CAPTURE, ASSERTION, FAIL, NOTHING] = [1, 2, 3, 4, 5, 7]
const [RUNE, RUNE_1, ANY, ANY_IN_LINE] = [8, 9, 10, 11]

/** What an assertion asks for, as bits of its argument: the beginning or the end, of a line or of the text. */
const BEGINNING = 1 | 4
const END = 2 | 8
const FOLDS_CASE = 1

/** Instructions that wait for a character or for the end; undefined where a match may have ended. */
type State = ReadonlySet<number> | undefined

/** Characters of ASCII that the same instructions take. */
interface Column {
  readonly units: number[]
  readonly takers: ReadonlySet<number>
}

/** @throws when the source is no RE2 syntax. */
export function sieveTable(source: string): Uint16Array {
  const {re, opensLine} = regexOf(source)
  const program = re.re2().prog as Program
  // Where a match may begin anywhere, it may do so after every character.
  const anew = opensLine ? [] : [program.start]
  const columns = columnsOf(program)
  const takers = [takersOf(program, takesBeyond), ...columns.map((column) => column.takers)]
  const states = new States(waiting(program, [program.start], BEGINNING))
  const rows: number[] = []
  for (const state of states) {
    rows.push(waiting(program, state, BEGINNING | END) ? DEAD : OPEN)
    for (const taking of takers) {
      const next = [...state].filter((pc) => taking.has(pc)).map((pc) => program.inst[pc]!.out)
      rows.push(states.numberOf(waiting(program, [...next, ...anew], 0)))
    }
  }
  return packed(rows, columns)
}

/** States by number, those met while others are read at the end. */
class States {
  readonly #states: Array<ReadonlySet<number>> = []
  readonly #numbers = new Map<string, number>()

  constructor(first: State) {
    this.numberOf(first)
  }

  numberOf(state: State): number {
    if (!state) return OPEN
    if (state.size === 0) return DEAD
    const key = [...state].sort((a, b) => a - b).join()
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    if (START + this.#states.length === MOST_STATES) return OPEN
    const number = START + this.#states.push(state) - 1
    this.#numbers.set(key, number)
    return number
  }

  *[Symbol.iterator](): Iterator<ReadonlySet<number>> {
    for (const state of this.#states) yield state
  }
}

/** Where instructions lead to before the next character; `holds` are the assertions that hold here. */
function waiting(program: Program, from: Iterable<number>, holds: number): State {
  const found = new Set<number>()
  const seen = new Set<number>()
  const open = [...from]
  for (let pc = open.pop(); pc !== undefined; pc = open.pop()) {
    if (seen.has(pc)) continue
    seen.add(pc)
    const {op, out, arg} = program.inst[pc]!
    if (op === ALTERNATIVE || op === ALTERNATIVE_MATCH) open.push(out, arg)
    else if (op === CAPTURE || op === NOTHING) open.push(out)
    else if (op === ASSERTION) {
      if ((arg & (BEGINNING | END) & ~holds) === 0) open.push(out)
      else if ((arg & END) !== 0) found.add(pc)
    } else if (op >= RUNE! && op <= ANY_IN_LINE!) found.add(pc)
    else if (op !== FAIL) return undefined
  }
  return found
}

const takersOf = ({inst}: Program, takes: (instruction: Instruction) => boolean): ReadonlySet<number> =>
  new Set([...inst.keys()].filter((pc) => takes(inst[pc]!)))

function columnsOf(program: Program): Column[] {
  const columns = new Map<string, Column>()
  for (let unit = 0; unit < ASCII; unit++) {
    const takers = takersOf(program, (instruction) => takesUnit(instruction, unit))
    const key = [...takers].join()
    const column = columns.get(key) ?? {units: [], takers}
    column.units.push(unit)
    columns.set(key, column)
  }
  return [...columns.values()]
}

/** The end of a line waits for a character, too, and takes none. */
function takesUnit(instruction: Instruction, unit: number): boolean {
  const {op} = instruction
  return op === ANY || op === ANY_IN_LINE || ((op === RUNE || op === RUNE_1) && instruction.matchRune(unit))
}

/** Whether any character beyond ASCII is taken; the long s and the sign of Kelvin are letters of ASCII in another case. */
function takesBeyond({op, arg, runes}: Instruction): boolean {
  if (op === ANY || op === ANY_IN_LINE) return true
  if (op !== RUNE && op !== RUNE_1) return false
  return (arg & FOLDS_CASE) !== 0 || (runes.at(-1) ?? 0) >= ASCII
}

/** What matches even the empty text has no states, and lets everything through. */
function packed(rows: readonly number[], columns: readonly Column[]): Uint16Array {
  const width = FIRST_CLASS + columns.length
  const table = new Uint16Array(HEAD + Math.max(width, rows.length)).fill(OPEN)
  table[0] = width
  for (const [i, {units}] of columns.entries()) for (const unit of units) table[1 + unit] = FIRST_CLASS + i
  table.set(rows, HEAD)
  return table
}
