/** Documents come in the order of their inputs, however they are read. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {gzipSync} from 'node:zlib'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {documentsOf} from '../../src/batch/documents.js'
import {type Input, inputFrom, inputOf} from '../../src/batch/inputs.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'unspun-documents-'))
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

function made(name: string, content: string | Uint8Array): Input {
  writeFileSync(path.join(folder, name), content)
  return inputOf(path.join(folder, name), name)
}

test('small, large, empty, compressed, missing ones, records and what lies elsewhere', async () => {
  const inputs = [
    ...Array.from({length: 70}, (_, i) => made(`${i}.md`, `small ${i}`)),
    made('a.md', 'x'.repeat(300_000)),
    made('b.md', ''),
    made('c.md.gz', gzipSync('compressed')),
    {...inputOf(path.join(folder, 'gone.md'), 'gone.md'), bytes: 9},
    made('d.md', 'small'),
    made('e.jsonl', '{"text": "one"}\n{"text": "two"}\n'),
    inputFrom('f.md', async () => new TextEncoder().encode('elsewhere')),
    made('g.md', 'last'),
  ]
  const seen: string[] = []
  for await (const document of documentsOf(inputs)) {
    seen.push('error' in document ? document.error.slice(0, 6) : shortened(document.content))
  }
  expect(seen).toEqual([
    ...Array.from({length: 70}, (_, i) => `small ${i}`),
    'xxxxxxxxxx',
    '',
    'compressed',
    'ENOENT',
    'small',
    'one',
    'two',
    'elsewhere',
    'last',
  ])
})

const shortened = (content: string | Uint8Array): string =>
  (typeof content === 'string' ? content : Buffer.from(content).toString()).slice(0, 10)
