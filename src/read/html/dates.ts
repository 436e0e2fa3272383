/**
 * Dates as pages write them, in ISO 8601 where they can mean one thing only. The order of 03/04/2024 is not guessed:
 * such a date is no date here, and the caller keeps it as written. Nothing is moved to another time zone.
 */
import {monthIn} from './months.js'

/** Longer than any date (UTF-16 code units). */
const LONGEST = 100
/** Years in which pages and what they publish were written; others are of other calendars or mistakes. */
const FIRST_YEAR = 1400
const LAST_YEAR = 2200

const YEAR_FIRST = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/
const EAST_ASIAN = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]?/
const VIETNAMESE = /(\d{1,2}) tháng (\d{1,2})(?: năm|,)? (\d{4})/i
const YEAR_LAST = /(?<!\d)(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?!\d)/
const TIME =
  /(?:(上午|下午|早上|晚上|中午|午前|午後|오전|오후)\s?)?(?<![\d:])(\d{1,2})(?:[:：]|\s?[時时点點시]\s?)(\d{2})(?:(?:[:：]|\s?[分분]\s?)(\d{2}))?(?:[.,]\d{1,9})?/
/** A zone, or an hour without minutes. */
const NO_DAY = /(?:GMT|UTC|\s)[+-]\d{2}:?\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b/i
const HALF_OF_DAY = /^\s?([ap])\.?m\b/i
const ZONE = /^\s?(?:(Z|UTC|GMT)(?![a-z])\s?)?([+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?/i

type Day = readonly [year: number, month: number, day: number]

/** The date in ISO 8601, with the time and its zone where they are told; undefined where it may mean two things. */
export function isoDate(value: string): string | undefined {
  const text = value.normalize('NFKC').trim()
  if (text.length === 0 || text.length > LONGEST) return undefined
  return compact(text) ?? epoch(text) ?? spelt(text)
}

/** The day that is a folder of an address: `/2024/03/05/`, `/2024-03-05/`, `/202403/05/`, `/20240305/`. */
export function dateInPath(url: string): string | undefined {
  const [, year, month, day] = /\/((?:19|20)\d{2})[-/]?(\d{2})[-/]?(\d{2})\//.exec(url) ?? []
  return year && isoDay([Number(year), Number(month), Number(day)])
}

/** What programs write that know no date, and the longest date that is kept as it was written (UTF-16 code units). */
const PLACEHOLDER = /^(?:0000|0001|1970-0?1-0?1|[-+]?\d+$)/
const LONGEST_AS_WRITTEN = 60

/** Whether a text that is no date in ISO 8601 still tells one to a reader: it has a year, or a day and a month. */
export const tellsDate = (value: string): boolean =>
  value.length <= LONGEST_AS_WRITTEN && !PLACEHOLDER.test(value) && /\p{Nd}{4}|\d{1,2}[-/.]\d{1,2}/u.test(value)

function compact(text: string): string | undefined {
  if (/^\d{4}(?:-\d{2})?$/.test(text)) {
    const [year, month] = text.split('-').map(Number)
    return isDay([year!, month ?? 1, 1]) ? text : undefined
  }
  const found = COMPACT.exec(text)
  if (!found) return undefined
  const [, year, month, day, hours, minutes, seconds = '00', zone = ''] = found
  const date = isoDay([Number(year), Number(month), Number(day)])
  return date && hours ? `${date}T${hours}:${minutes}:${seconds}${zone}` : date
}

/** Seconds or milliseconds since 1970; nothing before 1990 is meant that way. */
function epoch(text: string): string | undefined {
  if (!/^\d{9,10}$|^\d{12,13}$/.test(text)) return undefined
  const milliseconds = text.length > 10 ? Number(text) : Number(text) * 1000
  return milliseconds > 631e9 ? `${new Date(milliseconds).toISOString().slice(0, 19)}Z` : undefined
}

function spelt(text: string): string | undefined {
  const [day, rest] = dayIn(text) ?? []
  const date = day && isoDay(day)
  return date && `${date}${timeIn(rest!)}`
}

/** The day, and the text around it in which the time may stand. */
function dayIn(text: string): [Day, string] | undefined {
  const numeric = YEAR_FIRST.exec(text)
  if (numeric) return [[Number(numeric[1]), Number(numeric[3]), Number(numeric[4])], without(text, numeric)]
  const asian = EAST_ASIAN.exec(text)
  if (asian) return [[Number(asian[1]), Number(asian[2]), Number(asian[3])], without(text, asian)]
  const vietnamese = VIETNAMESE.exec(text)
  if (vietnamese) return [[Number(vietnamese[3]), Number(vietnamese[2]), Number(vietnamese[1])], text]
  const last = YEAR_LAST.exec(text)
  return last ? yearLast(last, text) : named(text)
}

const without = (text: string, found: RegExpExecArray): string =>
  `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`

/** 25/12/2024 has one reading, 03/04/2024 two, and 05/05/2024 one day. */
function yearLast(found: RegExpExecArray, text: string): [Day, string] | undefined {
  const [first, second, year] = [Number(found[1]), Number(found[3]), Number(found[4])]
  if (first <= 12 && second <= 12 && first !== second) return undefined
  const day: Day = second > 12 ? [year, first, second] : [year, second, first]
  return [day, without(text, found)]
}

/** A month's name with a day and a year, in any order: `March 5, 2024`, `Tue, 5 de marzo de 2024`. */
function named(text: string): [Day, string] | undefined {
  const rest = text.replace(TIME, ' ').replace(NO_DAY, ' ')
  const month = monthIn(rest)
  const numbers = rest.match(/\d+/g)?.map(Number) ?? []
  const years = numbers.filter((number) => number >= 1000)
  const days = numbers.filter((number) => number < 1000)
  if (month === undefined || years.length !== 1 || days.length !== 1) return undefined
  return [[years[0]!, month, days[0]!], text]
}

/** `T10:20:00+08:00`, or nothing where no time is told. */
function timeIn(text: string): string {
  const found = TIME.exec(text)
  if (!found) return ''
  const after = text.slice(found.index + found[0].length)
  const half = HALF_OF_DAY.exec(after)
  const hours = hoursOf(Number(found[2]), half?.[1]?.toLowerCase() ?? found[1])
  const [minutes, seconds] = [found[3]!, found[4] ?? '00']
  if (hours > 23 || Number(minutes) > 59 || Number(seconds) > 59) return ''
  return `T${two(hours)}:${minutes}:${seconds}${zoneIn(after.slice(half?.[0].length ?? 0))}`
}

function hoursOf(hours: number, half: string | undefined): number {
  if (half === undefined || hours > 12) return hours
  const isLate = /^(?:p|下午|晚上|午後|오후)$/.test(half) || (half === '中午' && hours < 6)
  return (hours % 12) + (isLate || (half === '中午' && hours === 12) ? 12 : 0)
}

/** Names of zones other than UTC belong to several zones each. */
function zoneIn(text: string): string {
  const [, name, offset] = ZONE.exec(text.replace(/^\s?\(/, ' '))!
  if (!offset) return name ? 'Z' : ''
  const digits = offset.replace(':', '').padEnd(5, '0')
  return Number(digits.slice(1, 3)) > 14 ? '' : `${digits.slice(0, 3)}:${digits.slice(3)}`
}

const two = (number: number): string => String(number).padStart(2, '0')

const isDay = ([year, month, day]: Day): boolean =>
  year >= FIRST_YEAR &&
  year <= LAST_YEAR &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The first day of 1970 is what a program writes that knows no date. */
function isoDay(day: Day): string | undefined {
  const [year, month, date] = day
  const iso = `${year}-${two(month)}-${two(date)}`
  return isDay(day) && iso !== '1970-01-01' ? iso : undefined
}
