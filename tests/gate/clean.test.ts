/** Promise number one: clean text comes back byte for byte. Each file of tests/clean holds a trap; its README says which. */
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../src/index.js'

const folder = path.join(import.meta.dirname, '../clean')
const samples = path.join(import.meta.dirname, '../../input')
const cleaner = createCleaner()

describe('clean text comes back byte for byte', () => {
  const files = [
    ...readdirSync(folder).map((name) => path.join(folder, name)),
    ...['clean.md', 'clean-crlf.txt', 'machine-translated.txt'].map((name) => path.join(samples, name)),
  ]
  test.each(files.filter((file) => !file.endsWith('README.md')))('%s', (file) => {
    const bytes = readFileSync(file)
    const {report} = cleaner(bytes, {path: file})
    expect(report.findings.filter(({state}) => state === 'applied')).toEqual([])
    expect(Buffer.from(report.text).equals(bytes)).toBe(true)
  })
})

describe('broken text comes back as it was', () => {
  test('mojibake, invisible characters, ligatures and full-width letters', () => {
    const {report} = createCleaner({stages: ['decode']})(readFileSync(path.join(samples, 'mojibake.txt')))
    expect(report.text).toBe(readFileSync(path.join(import.meta.dirname, '../golden/mojibake.original.txt'), 'utf8'))
  })
})
