/** How rules are listed and shown, and what a configuration makes of their levels. */
import {describe, expect, test} from 'vitest'
import {asLines} from '../../src/cli/rules/list.js'
import {asText, entryOf} from '../../src/cli/rules/show.js'
import {coloursFor} from '../../src/cli/terminal.js'
import {entriesOf} from '../../src/reference/entry.js'
import {illustrations} from '../../src/reference/illustrations.js'
import {installedRules} from '../../src/rules/read.js'
import type {PolicyOptions} from '../../src/stage/policy.js'

const shown = await illustrations()
const entries = entriesOf(installedRules(), shown)
const levelOf = (id: string, options: PolicyOptions): string =>
  entryOf(id, entriesOf(installedRules(), shown, options)).level
const page = (id: string): string => asText(entryOf(id, entries), coloursFor({isTTY: false}))

describe('the level of a rule', () => {
  test.each([
    ['boilerplate/share-button', 'safe'],
    ['boilerplate/doubtful-source', 'proposed'],
    ['residue/printed-object', 'reported'],
    ['decode/zero-width-space', 'safe'],
    ['unspin/translated-wording', 'proposed'],
    ['spell/unknown-word', 'reported'],
    ['unspin/spun-wording', 'varies'],
  ])('%s: %s', (id, level) => expect(levelOf(id, {})).toBe(level))

  test.each([
    ['boilerplate/share-button', {rules: {'boilerplate/share-button': 'off'}}, 'off'],
    ['boilerplate/share-button', {rules: {boilerplate: 'propose'}}, 'proposed'],
    ['boilerplate/share-button', {minConfidence: 0.99}, 'proposed'],
    ['boilerplate/doubtful-source', {minConfidence: 0.1}, 'safe'],
    ['boilerplate/share-button', {rules: {'boilerplate/share-button': 'report'}}, 'reported'],
    ['decode/zero-width-space', {rules: {decode: 'report'}}, 'reported'],
    ['residue/printed-object', {rules: {residue: 'apply'}}, 'reported'],
    ['unspin/spun-wording', {rules: {unspin: 'propose'}}, 'proposed'],
    ['decode/zero-width-space', {rules: {decode: 'propose', 'decode/zero-width-space': 'apply'}}, 'safe'],
    ['decode/lost-bytes', {rules: {decode: 'off'}}, 'off'],
  ] satisfies Array<[string, PolicyOptions, string]>)('%s with %j: %s', (id, options, level) => {
    expect(levelOf(id, options)).toBe(level)
  })
})

describe('the list', () => {
  test('is whole in a pipe: a line for each rule, its columns aligned', () => {
    const lines = asLines(entries).trimEnd().split('\n')
    expect(lines).toHaveLength(entries.length)
    const at = lines[0]!.indexOf('safe')
    for (const [i, line] of lines.entries()) {
      expect(line.slice(at)).toMatch(/^(?:safe|proposed|reported|varies) {2}/)
      expect(line).toContain(entries[i]!.message)
      expect(line).toMatch(/(?:rules\/\w+\/[\w-]+\.yml:\d+|in the program)$/)
    }
  })

  test.each([40, 80, 120, 200])('keeps to a terminal of %i columns', (width) => {
    for (const line of asLines(entries, width).trimEnd().split('\n'))
      expect([...line].length).toBeLessThanOrEqual(width)
  })
})

describe('a rule is shown', () => {
  test('of a file: with what it looks for and where it stands', () => {
    const text = page('boilerplate/share-button')
    const {rule} = entryOf('boilerplate/share-button', entries)
    for (const part of [rule!.message, rule!.why, ...rule!.find!, ...rule!.languages!, 'Only where it is all']) {
      expect(text).toContain(part)
    }
    expect(text).toContain('{"rules":{"boilerplate/share-button":"off"}}')
    expect(text).toContain('<!-- unspun ignore-next boilerplate/share-button: reason -->')
    expect(text).toMatch(/Defined +rules\/boilerplate\/sharing\.yml:\d+/)
    expect(text).toContain('rules/reference/boilerplate.md#share-button')
  })

  test('of the program: with its examples and what they need', () => {
    expect(page('terms/short-dash')).toContain('{"typography":{"dashes":"full"}}')
    expect(page('boilerplate/page-comment')).toContain('a web page, below its article')
    expect(page('decode/zero-width-space')).toContain('The lock‹U+200B› is shut')
  })

  test('by no name that is none: the nearest is told', () => {
    expect(() => entryOf('residue/unfiled-slot', entries)).toThrow(
      'Unexpected rule residue/unfiled-slot, expected residue/unfilled-slot',
    )
    expect(() => entryOf('unfilled-slot', entries)).toThrow('expected residue/unfilled-slot')
    expect(() => entryOf('zzz\u001b', entries)).toThrow(
      'Unexpected rule zzz‹U+001B›, expected one of those that unspun rules list prints',
    )
  })
})
