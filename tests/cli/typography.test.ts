/** Options of Chinese typography and conversion, on the command line and in a configuration. */
import {expect, test} from 'vitest'
import {sharedOptions} from '../../src/cli/options.js'
import {put, read, unspun} from './run.js'

const SOURCE = '他说 ，这个软件是Node.js写的，2004年有《红楼梦》。\n'
const FLAGS = ['--out', 'out', '--stages', 'identify,terms']

test.each([
  [['--typography', 'spacing=add,units=add'], '他说，这个软件是 Node.js 写的，2004 年有《红楼梦》。\n'],
  [['--chinese', 'tw-phrases', '--protect', '软件, 这个'], '他說，这个软件是Node.js寫的，2004年有《红楼梦》。\n'],
])('%j', (flags, expected) => {
  put('a.txt', SOURCE)
  unspun(['clean', 'a.txt', ...FLAGS, ...flags])
  expect(read('out/a.txt')).toBe(expected)
})

test('a configuration says the same', () => {
  put('unspun.config.yaml', 'chinese: tw\nprotect: [软件]\ntypography:\n  spacing: add\n')
  put('a.txt', SOURCE)
  unspun(['clean', 'a.txt', ...FLAGS])
  expect(read('out/a.txt')).toBe('他說，這個软件是 Node.js 寫的，2004年有《红楼梦》。\n')
  unspun(['clean', 'a.txt', ...FLAGS, '--typography', 'off'])
  expect(read('out/a.txt')).toBe('他說 ，這個软件是Node.js寫的，2004年有《红楼梦》。\n')
})

test.each([
  ['{"typography": {"spacng": "add"}}', 'Unexpected key typography.spacng, expected spacing'],
  ['{"typography": {"spacing": "sometimes"}}', 'for typography.spacing, expected one of "keep", "add", "remove"'],
  ['{"typography": "on"}', 'Unexpected "on" for typography, expected "off"'],
  ['{"protect": [""]}', 'for protect.0'],
  ['{"chinese": "mars"}', 'for chinese'],
])('%s is refused', (config, message) => {
  put('unspun.config.json', config)
  put('a.txt', SOURCE)
  const {status, stderr} = unspun(['clean', 'a.txt', ...FLAGS])
  expect(stderr).toContain(message)
  expect(status).toBe(2)
})

/** What an option makes of a value, after an earlier one. */
const parsed = (flag: string, value: string, earlier?: unknown): unknown =>
  sharedOptions().find(({long}) => long === flag)!.parseArg!(value, earlier as never)

test('decisions add up, and off is one', () => {
  expect(parsed('--typography', 'spacing=add, units=remove')).toEqual({spacing: 'add', units: 'remove'})
  expect(parsed('--typography', 'units=add', {spacing: 'add', units: 'keep'})).toEqual({spacing: 'add', units: 'add'})
  expect(parsed('--typography', 'off', {spacing: 'add'})).toBe('off')
  expect(parsed('--typography', 'quotes=corner', 'off')).toEqual({quotes: 'corner'})
  expect(parsed('--protect', '华为, 头条,')).toEqual(['华为', '头条'])
})

test.each(['spacing', 'spacing=sometimes', 'spacing=', 'spacng=add', 'on', ''])(
  '--typography %s is refused',
  (value) => {
    expect(() => parsed('--typography', value)).toThrow('expected off or some of spacing=keep|add|remove')
  },
)
