import {describe, expect, test} from 'vitest'
import {hashOf, isCounted, normalLine} from '../../src/site/line-hash.js'

/** From the Python package mmh3: `mmh3.hash64(line, 0, False, signed=False)[0] & (2**53 - 1)`. */
describe('the hash is the published one', () => {
  test.each([
    ['', 0],
    ['a', 6386082309772092],
    ['read more', 1913594313122033],
    ['The quick brown fox jumps over the lazy dog', 3989471357141955],
    ['x'.repeat(15), 7952061131539381],
    ['x'.repeat(16), 5310479837421629],
    ['x'.repeat(17), 8905867934632044],
    ['分享到微信', 4992227515123644],
    ['site 00 😀', 4278069098700532],
    ['please enter your comment!', 8257456735656017],
  ])('%j', (line, hash) => expect(hashOf(line)).toBe(hash))

  test('whatever was hashed before', () => {
    const long = hashOf('y'.repeat(100_000))
    expect(hashOf('a')).toBe(6386082309772092)
    expect(hashOf('y'.repeat(100_000))).toBe(long)
    expect(Number.isSafeInteger(long)).toBe(true)
  })
})

describe('the normal form of a line', () => {
  test.each([
    ['  12 Comments ', '00 comments'],
    ['Read\u00a0 \tmore', 'read more'],
    ['ＲＥＡＤ　ｍｏｒｅ１', 'read more0'],
    ['٣ تعليقات', '0 تعليقات'],
    ['ﬁnd', 'find'],
    ['\r\n', ''],
  ])('%j is %j', (line, normal) => {
    expect(normalLine(line)).toBe(normal)
    expect(normalLine(normal)).toBe(normal)
  })

  test('counts with two letters or more', () => {
    expect(['***', '2024-01-01', 'x', '→ 12', ''].map(isCounted)).not.toContain(true)
    expect(['ok', '登录', 'a 1 b'].map(isCounted)).not.toContain(false)
  })
})
