import {readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {parseRules} from '../../src/rules/parse-rules.js'
import {at, readParsed, writeParsed} from '../../src/rules/parsed-file.js'
import {installedRulesFolder, parseFolder, readRules} from '../../src/rules/read.js'

test('rules that were parsed at build are the rules of the file, whatever path it has now', () => {
  const file = path.join(installedRulesFolder, 'residue/scraping.yml')
  const {rules} = parseRules('here.yml', readFileSync(file, 'utf8'), 'residue')
  const read = readParsed(writeParsed(new Map([['digest', at(rules, '')]]))).get('digest')!
  expect(at(read, 'here.yml')).toEqual(rules)
})

test('the build parses every installed rule', () => {
  const parsed = readParsed(parseFolder(installedRulesFolder).json)
  const ids = [...parsed.values()].flat().map(({id}) => id)
  expect(ids.sort()).toEqual(
    readRules()
      .rules.map(({id}) => id)
      .sort(),
  )
})

test('what another version wrote is not read', () => {
  expect(readParsed('{"version":0,"files":{"digest":[]}}').size).toBe(0)
})
