/** As many entries as fit, the gravest of all that came: for readers that take only so many. */
import {LEVELS, type Level} from '../level.js'

/** Memory is bounded by the limit, whatever comes. Within a level the first stay. */
export class Gravest<T> {
  readonly #limit: number
  readonly #kept: Record<Level, T[]> = {safe: [], proposed: [], reported: []}
  #count = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  add(level: Level, entry: T): void {
    if (this.#count === this.#limit && !this.#makesRoomFor(level)) return
    this.#kept[level].push(entry)
    this.#count++
  }

  /** Gravest first, in each level as they came. */
  entries(): readonly T[] {
    return LEVELS.flatMap((level) => this.#kept[level])
  }

  #makesRoomFor(level: Level): boolean {
    const lesser = LEVELS.slice(LEVELS.indexOf(level) + 1).findLast((other) => this.#kept[other].length > 0)
    if (lesser === undefined) return false
    this.#kept[lesser].pop()
    this.#count--
    return true
  }
}
