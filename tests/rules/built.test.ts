import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {wordsOf} from '../../src/draft/words.js'
import {at, readRecord, writeRecord} from '../../src/rules/build-record.js'
import {RuleScan} from '../../src/rules/compile.js'
import type {Hit} from '../../src/rules/hit.js'
import {parseRules} from '../../src/rules/parse-rules.js'
import {installedRules, installedRulesFolder} from '../../src/rules/read.js'
import {rulesOf} from '../../src/rules/rule.js'

describe('the record of the build', () => {
  const file = path.join(installedRulesFolder, 'residue/scraping.yml')
  const {rules} = parseRules('here.yml', readFileSync(file, 'utf8'), 'residue')

  test('holds the rules of a file, whatever path it has now', () => {
    const record = {'residue/scraping.yml': {bytes: 1, digest: 'd', rules: at(rules, '')}}
    const read = readRecord(writeRecord(record))['residue/scraping.yml']!.rules!
    expect(at(read, 'here.yml')).toEqual(rules)
  })

  test('is not read when another version wrote it', () => {
    expect(readRecord('{"version":0,"files":{"residue/scraping.yml":{}}}')).toEqual({})
  })
})

describe('a scan that was compiled at build', () => {
  const told = (hits: Hit[]) =>
    hits.map(({rule, start, end, expected}) => `${rule.id} ${rule.origin.line} ${start} ${end} ${expected}`).sort()

  test.each(['boilerplate', 'residue'])('of %s finds what one compiled now finds', (stage) => {
    const {rules} = rulesOf(installedRules(), stage)
    const text = wordsOf(rules.flatMap(({examples}) => examples.flatMap((one) => Object.values(one))).join('\n\n'))
    const now = told(new RuleScan(rules).scan(text))
    expect(now.length).toBeGreaterThan(rules.length / 2)
    expect(told(new RuleScan(rules, {rules, buffer: RuleScan.compiled(rules)}).scan(text))).toEqual(now)
  })

  test('passes over rules that were set aside, and finds those that were added', () => {
    const {rules} = rulesOf(installedRules(), 'residue')
    const compiled = {rules, buffer: RuleScan.compiled(rules)}
    const slot = rules.find(({id}) => id === 'residue/printed-object')!
    const example = slot.examples.find((one) => 'bad' in one)!.bad
    const words = wordsOf(`${example}\n\nThe quarterly pudding committee met.`)
    const ids = (scan: RuleScan) => scan.scan(words).map(({rule}) => rule.id)
    expect(ids(new RuleScan(rules, compiled))).toContain(slot.id)
    const added = {...slot, id: 'residue/pudding-committee' as const, find: ['pudding committee'], examples: []}
    const changed = new RuleScan([...rules.filter((rule) => rule !== slot), added], compiled)
    expect(ids(changed)).not.toContain(slot.id)
    expect(ids(changed)).toContain(added.id)
  })

  test('of another version is compiled anew', () => {
    const {rules} = rulesOf(installedRules(), 'residue')
    const words = wordsOf('They got [object Object] in the post.')
    const broken = {rules, buffer: new ArrayBuffer(16)}
    expect(told(new RuleScan(rules, broken).scan(words))).toEqual(told(new RuleScan(rules).scan(words)))
  })
})
