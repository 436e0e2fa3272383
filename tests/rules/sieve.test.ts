import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {installedRules} from '../../src/rules/read.js'
import {regexOf} from '../../src/rules/regex.js'
import {letsThrough} from '../../src/rules/sieve.js'
import {sieveTable} from '../../src/rules/sieve-table.js'

/** Fails where a line that the regex matches is turned down. Answers whether it was let through. */
function asked(source: string, table: Uint16Array, line: string): boolean {
  const isLetThrough = letsThrough(table, line, 0, line.length)
  if (!isLetThrough && regexOf(source).re.matcher(line).find()) expect.fail(`${source} matches «${line}»`)
  return isLetThrough
}

/** Letters in every case and beyond ASCII, digits, blanks, marks; characters of two units, and halves of such. */
const PIECES = [...'abkKſKsSxyzÀéШ新일0123456789 \t\u00a0.,:|#[]()-–—@/_"“\r', '𠀀', '\u{1F600}', '\ud800', '\udc00']
const piece = fc.constantFrom(...PIECES)
const lines = fc.array(piece, {maxLength: 12}).map((pieces) => pieces.join(''))

describe('what a regex matches, its sieve lets through', () => {
  const SOURCES = [
    '^a',
    '^[ab]+$',
    '(?i)^k[xyz]{2,3}$',
    '(?i)^s+(?:a|b\\b)',
    'x.z$',
    '\\bk\\b|^-',
    '^\\p{Lu}{2}',
    '^[^a-z]{1,4}[a-z]$',
    '[#(][^)]{0,3}[)]',
    '^a?$',
    'a*',
    '^.{3}$',
    '\\A(?:x\\z|y)',
    '^(?:a|b){20,40}$',
    '(?:[ab][kx]){2}',
    '^\\x{20000}+|\\x{1F600}$',
    '[^\\x00-\\x{10FFFF}]',
  ]
  test.each(SOURCES)('%s', (source) => {
    const table = sieveTable(source)
    fc.assert(
      fc.property(lines, (line) => {
        asked(source, table, line)
      }),
      {numRuns: 2000},
    )
  })

  test('however long it is', () => {
    const source = '^(?:[ab][kx]){600}$'
    const table = sieveTable(source)
    expect(asked(source, table, 'akbx'.repeat(300))).toBe(true)
    expect(asked(source, table, `akbx${'c'.repeat(1000)}`)).toBe(false)
  })
})

describe('of the installed rules', () => {
  const experts = installedRules().rules.filter(({regex}) => regex !== undefined)
  const linesOf = ({examples}: (typeof experts)[number]): string[] =>
    examples.flatMap((example) => Object.values(example)).flatMap((text) => String(text).split('\n'))

  test.each(experts.map((rule) => [rule.id, rule] as const))('%s lets through what it matches', (_, rule) => {
    const table = sieveTable(rule.regex!)
    // Every rule's examples, and each of its own with a few characters changed, put in, or left out.
    for (const line of experts.flatMap(linesOf)) asked(rule.regex!, table, line)
    const own = linesOf(rule).filter((line) => line !== '')
    fc.assert(
      fc.property(fc.constantFrom(...own), fc.nat(), fc.nat(3), lines, (line, place, gone, put) => {
        const at = place % (line.length + 1)
        asked(rule.regex!, table, line.slice(0, at) + put + line.slice(at + gone))
        asked(rule.regex!, table, line.slice(at) + line)
      }),
      {numRuns: 300},
    )
  })

  test('none lets prose through', () => {
    const prose = 'The maze was planted by the gardener in spring, and next year the page is turned: home again.'
    const through = experts.filter(({regex}) => asked(regex!, sieveTable(regex!), prose))
    expect(through.map(({id}) => id)).toEqual([])
  })
})
