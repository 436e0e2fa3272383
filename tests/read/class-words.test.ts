import {expect, test} from 'vitest'
import {GROUPS, type Group} from '../../src/draft/index.js'
import {groupsOf} from '../../src/read/html/class-words.js'

const named = (values: string): Group[] => GROUPS.filter((_, bit) => groupsOf(values) & (1 << bit))

test.each<[string, Group[]]>([
  ['post__related-links', ['related', 'article']],
  ['articleBody', ['article', 'content']],
  ['newsletterSignup', ['newsletter']],
  ['SHARE-BAR', ['share']],
  ['c-1 x2 __', []],
  ['constructor toString', []],
])('%s', (values, groups) => {
  expect(named(values).sort()).toEqual([...groups].sort())
})

test('what was asked before changes no answer', () => {
  const before = groupsOf('sidebar')
  for (let i = 0; i < 30_000; i++) groupsOf(`w${i.toString(36).replace(/\d/g, 'x')}y`)
  expect(groupsOf('sidebar')).toBe(before)
})
