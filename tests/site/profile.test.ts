import {existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {ProfileBuilding} from '../../src/batch/profile-building.js'
import {readProfile, writeProfile} from '../../src/batch/profile-file.js'
import {decoded, encoded, ProfileError} from '../../src/site/codec.js'
import {SiteMemories} from '../../src/site/memory.js'
import {pageLines} from '../../src/site/page-lines.js'
import {added, type Profile, pruned} from '../../src/site/profile.js'
import {Tally} from '../../src/site/tally.js'

interface Page {
  readonly site: string
  readonly lines: readonly number[]
}

const hash = fc.oneof(fc.nat(20), fc.constantFrom(0, 2 ** 32, Number.MAX_SAFE_INTEGER), fc.maxSafeNat())
const pages = fc.array(fc.record({site: fc.constantFrom('a.org', 'b.org', 'ä', 'c'), lines: fc.array(hash)}))

const counted = (all: readonly Page[]): Profile => {
  const tally = new Tally()
  for (const {site, lines} of all) tally.add(site, new Set(lines))
  return tally.take()
}
const bytesOf = (profile: Profile): Buffer => Buffer.concat(Array.from(encoded(profile), (piece) => Buffer.from(piece)))
const again = (bytes: Buffer): Profile => decoded([bytes])
const file = (): string => path.join(mkdtempSync(path.join(tmpdir(), 'unspun-')), 'profile')

describe('profiles', () => {
  test('of the same pages in any order are the same bytes', () => {
    fc.assert(
      fc.property(
        pages.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, {minLength: all.length}))),
        ([all, shuffled]) => {
          expect(bytesOf(counted(shuffled)).equals(bytesOf(counted(all)))).toBe(true)
        },
      ),
    )
  })

  test('of parts, added, are the profile of all', () => {
    fc.assert(
      fc.property(fc.array(pages), (parts) => {
        const sum = added(parts.map((part) => again(bytesOf(counted(part)))))
        expect(bytesOf(sum).equals(bytesOf(counted(parts.flat())))).toBe(true)
      }),
    )
  })

  test('are added in any order and any grouping', () => {
    fc.assert(
      fc.property(pages, pages, pages, (a, b, c) => {
        const one = bytesOf(added([counted(a), added([counted(b), counted(c)])]))
        const other = bytesOf(added([added([counted(c), counted(a)]), counted(b)]))
        expect(one.equals(other)).toBe(true)
      }),
    )
  })

  test('that went to the disk in between are the same as those that did not', async () => {
    await fc.assert(
      fc.asyncProperty(pages, fc.integer({min: 1, max: 10}), async (all, most) => {
        const building = new ProfileBuilding(most)
        for (const {site, lines} of all) await building.add(site, new Set(lines))
        expect(bytesOf(building.profile()).equals(bytesOf(counted(all)))).toBe(true)
        building.dispose()
      }),
      {numRuns: 30},
    )
  })

  test('can be gone through without looking at every line', () => {
    const all = [
      {site: 'a', lines: [1, 2, 3]},
      {site: 'b', lines: [4]},
    ]
    expect(Array.from(again(bytesOf(counted(all))), ({site}) => site)).toEqual(['a', 'b'])
  })

  test('pruned keep what stands on enough pages', () => {
    const all = [
      {site: 'a', lines: [1, 2]},
      {site: 'a', lines: [2, 3]},
      {site: 'b', lines: [2]},
    ]
    const left = Array.from(pruned(counted(all), 2), ({site, pages, lines}) => ({site, pages, lines: [...lines]}))
    expect(left).toEqual([{site: 'a', pages: 2, lines: [[2, 2]]}])
  })
})

describe('a profile on the disk', () => {
  const all = Array.from({length: 300}, (_, i) => ({
    site: `site${i % 7}.org`,
    lines: Array.from({length: 90}, (_, k) => (i * k * 7919 * 104_729) % 2 ** 53),
  }))

  test('comes back, and leaves no temporary file', async () => {
    const name = file()
    await writeProfile(name, counted(all))
    expect(readFileSync(name, 'latin1')).toMatch(/^unspun site profile 1\n/)
    expect(bytesOf(readProfile(name)).equals(bytesOf(counted(all)))).toBe(true)
    expect(readdirSync(path.dirname(name))).toEqual(['profile'])
  })

  test('is read to its end without a doubt, or refused', async () => {
    const name = file()
    await writeProfile(name, counted(all.slice(0, 20)))
    const bytes = readFileSync(name)
    const broken = path.join(path.dirname(name), 'broken')
    const read = (content: Uint8Array) => {
      writeFileSync(broken, content)
      return bytesOf(readProfile(broken))
    }
    for (let i = 0; i < bytes.length; i += 61) {
      const changed = Buffer.from(bytes)
      changed[i]! ^= 1 << (i % 8)
      expect(() => read(changed)).toThrow(ProfileError)
      expect(() => read(bytes.subarray(0, i))).toThrow(ProfileError)
    }
    expect(() => read(Buffer.concat([bytes, Buffer.from('x')]))).toThrow(ProfileError)
    expect(() => read(Buffer.from('{"text":"a page"}\n'))).toThrow(/broken: no site profile|broken: /)
  })

  test('of random bytes never hangs and never takes much', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 5000}), (random) => {
        const bytes = Buffer.concat([Buffer.from('unspun site profile 1\n'), random])
        try {
          bytesOf(again(bytes))
        } catch (error) {
          expect(error).toBeInstanceOf(ProfileError)
        }
      }),
    )
  })

  test('stays as it was when the new one cannot be read to its end', async () => {
    const name = file()
    await writeProfile(name, counted(all))
    const before = readFileSync(name)
    await expect(writeProfile(name, again(bytesOf(counted(all)).subarray(0, 1000)))).rejects.toThrow(ProfileError)
    expect(readFileSync(name).equals(before)).toBe(true)
    expect(existsSync(`${name}.tmp`)).toBe(false)
    expect(readdirSync(path.dirname(name))).toEqual(['profile'])
  })
})

describe('a profile in memory', () => {
  test('tells on how many pages a line stands, however it is written', () => {
    const tally = new Tally()
    for (const text of ['Read more\nOne', '  READ  more\nTwo\nRead more', 'Three']) tally.add('a', pageLines(text))
    const site = new SiteMemories(tally.take()).of('a')!
    expect([site.name, site.pages]).toEqual(['a', 3])
    expect(['read more', 'One', 'Four', '***'].map((line) => site.pagesWith(line))).toEqual([2, 0, 0, 0])
  })

  test('knows nothing of a site where nothing repeats', () => {
    expect(new SiteMemories(counted([{site: 'a', lines: [1]}])).of('a')).toBeUndefined()
  })
})
