/** The examples of README.md, run as they stand: a comment after a line says what the line gives. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {clean, createCleaner} from '../src/index.js'
import {parseRules} from '../src/rules/parse-rules.js'

const readme = readFileSync(path.join(import.meta.dirname, '../README.md'), 'utf8')
const blocks = (language: string): string[] =>
  Array.from(readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm')), (match) => match[1]!)

const modules: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = {
  unspun: () => import('../src/index.js'),
  'unspun/residue': () => import('../src/installed/residue.js'),
  unified: () => import('unified'),
  vfile: () => import('vfile'),
  retext: () => import('retext'),
}

test.each(blocks('js'))('example %#', async (code) => {
  const names: string[] = []
  const values: unknown[] = []
  for (const [, all, one, from] of code.matchAll(/^import (?:\{(.+?)\}|(\w+)) from '(.+?)'$/gm)) {
    const module = await modules[from!]!()
    for (const name of all ? all.split(/,\s*/) : [one!]) {
      names.push(name)
      values.push(all ? module[name] : module['default'])
    }
  }
  const body = code
    .replace(/^import .*$/gm, '')
    .replace(/^(?!const )(\S.*?) \/\/ (.+)$/gm, (_, expression, value) => `expect(${expression}).toBe(${value})`)
  expect(body).toContain('expect(')
  new Function(...names, 'expect', body)(...values, expect)
})

test('the rule does what its examples say', () => {
  const rule = blocks('yaml').find((block) => block.includes('- id:'))!
  const {rules, refused} = parseRules('README.md', rule, 'boilerplate')
  expect(refused).toEqual([])
  const ruleSet = {rules, tables: [], models: new Map(), refused: [], digest: ''}
  const cleaner = createCleaner({stages: ['boilerplate'], ruleSet})
  for (const example of rules[0]!.examples) {
    if ('bad' in example) expect(cleaner(example.bad).report.text).toBe(example.good)
    else expect(cleaner(example.leave).report.text).toBe(example.leave)
  }
})

test('before becomes after', () => {
  const [before, after] = blocks('')
  expect(clean(before!).text).toBe(after)
})
