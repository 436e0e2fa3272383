/** What passes the filter: results in their order, each finding at most once, none that is known. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {KnownFilter} from '../../../src/lint/known/filter.js'
import {KnownFindings, placeOf} from '../../../src/lint/known/known.js'
import type {LintFinding, LintResult} from '../../../src/lint/lint.js'
import {lint} from './repository.js'

const [slot] = lint('a.md', 'The mill cost billions of {dollars} to build.').findings as [LintFinding]

const result = (path: string, ...fingerprints: string[]): LintResult => ({
  path,
  findings: fingerprints.map((fingerprint) => ({...slot, fingerprint})),
})

/** Places with their fingerprints. */
function filterOf(known: Readonly<Record<string, readonly string[]>>): KnownFilter {
  const findings = new KnownFindings()
  for (const [place, fingerprints] of Object.entries(known)) {
    for (const [i, fingerprint] of fingerprints.entries()) findings.add({fingerprint, place, ordinal: i + 1})
  }
  return new KnownFilter(findings)
}

const shown = (results: readonly LintResult[]): string[] =>
  results.map(({path, findings}) => [path, ...findings.map(({fingerprint}) => fingerprint)].join(' '))

describe('the filter', () => {
  test('lets results pass at once where nothing is in doubt', () => {
    const filter = filterOf({'a.md': ['x']})
    expect(shown(filter.next(result('b.md', 'y')))).toEqual(['b.md y'])
    expect(shown(filter.next(result('a.md', 'x', 'x')))).toEqual(['a.md x'])
    expect(filter.rest()).toEqual([])
  })

  test('keeps results back that may have moved, and those after them', () => {
    const filter = filterOf({'c.md': ['x']})
    expect(filter.next(result('a.md', 'x'))).toEqual([])
    expect(filter.next(result('b.md', 'y'))).toEqual([])
    expect(filter.next(result('c.md', 'x'))).toEqual([])
    expect(shown(filter.rest())).toEqual(['a.md x', 'b.md y', 'c.md'])
    expect(filter.unmet()).toEqual([])
  })

  test('tells what is left of several, highest numbers last met', () => {
    const findings = new KnownFindings()
    for (const ordinal of [4, 1, 2, 1]) findings.add({fingerprint: 'x', place: 'a.md', ordinal})
    const filter = new KnownFilter(findings)
    filter.next(result('a.md', 'x'))
    expect(filter.unmet().map(({ordinal}) => ordinal)).toEqual([4, 2])
    expect(filter.hasSeen('a.md')).toBe(true)
    expect(filter.hasSeen('b.md')).toBe(false)
  })

  test('tells a fixer what to leave alone, and counts nothing by it', () => {
    const filter = filterOf({'a.md': ['x'], 'b.md': ['y']})
    const document = result('a.md', 'x', 'x', 'y', 'z')
    for (let i = 0; i < 2; i++) {
      expect(document.findings.map((finding) => filter.knownIn(document).has(finding))).toEqual([
        true,
        false,
        true,
        false,
      ])
    }
  })

  test('a record belongs to its file, whatever its line', () => {
    expect(placeOf('in/a.jsonl:12')).toBe('in/a.jsonl')
    expect(placeOf('a.NDJSON.gz:3')).toBe('a.NDJSON.gz')
    expect(placeOf('a.md:12')).toBe('a.md:12')
  })
})

test('of each fingerprint as many are new as there are more than before, in the order of the run', () => {
  const fingerprints = fc.array(fc.constantFrom('x', 'y', 'z'), {maxLength: 4})
  const run = fc.tuple(fingerprints, fingerprints, fingerprints)
  const countIn = (all: readonly (readonly string[])[], one: string): number =>
    all.flat().filter((other) => other === one).length
  fc.assert(
    fc.property(run, run, (before, now) => {
      const filter = filterOf(Object.fromEntries(before.map((findings, i) => [`${i}.md`, findings])))
      const passed = now.flatMap((findings, i) => filter.next(result(`${i}.md`, ...findings)))
      const all = [...passed, ...filter.rest()]
      expect(all.map(({path}) => path)).toEqual(['0.md', '1.md', '2.md'])
      const news = all.map(({findings}) => findings.map(({fingerprint}) => fingerprint))
      for (const one of ['x', 'y', 'z']) {
        expect(countIn(news, one)).toBe(Math.max(0, countIn(now, one) - countIn(before, one)))
        // A file has no more that is new than it has gained, so that nobody is told of what was there.
        for (const [i, found] of news.entries()) {
          expect(countIn([found], one)).toBeLessThanOrEqual(
            Math.max(0, countIn([now[i]!], one) - countIn([before[i]!], one)),
          )
        }
      }
    }),
    {numRuns: 500},
  )
})
