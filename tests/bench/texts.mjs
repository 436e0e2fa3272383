/** Text to measure on: open corpora where the shared folder is there, otherwise the clean samples, shuffled to length. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {gunzipSync} from 'node:zlib'
import {randoms} from '../randoms.mjs'

const tests = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')
const corpora = path.resolve(tests, '../../shared/corpus')

const ENGLISH =
  /^(?:poem|recipe|interview|fiction|court|speech|obituary|travel|philosophy|weather|financial|science|art|newsletter)/

/** Paragraphs of clean English, and what they were taken from. */
export function cleanParagraphs() {
  if (existsSync(corpora)) {
    const text = ['18f', 'digitalgov'].map((name) =>
      gunzipSync(readFileSync(path.join(corpora, `${name}.txt.gz`))).toString('utf8'),
    )
    return {
      from: 'open corpora (18F, digital.gov)',
      paragraphs: text
        .join('\n\n')
        .split(/\n{1,}/)
        .filter((p) => p.length > 80),
    }
  }
  const folder = path.join(tests, 'clean')
  const files = readdirSync(folder).filter((name) => ENGLISH.test(name))
  const text = files.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n\n')
  return {from: 'clean samples of this project', paragraphs: text.split(/\n{2,}/).filter((p) => p.length > 80)}
}

/** Text on other things, to draw phrases from that are met now and then. */
export function otherText() {
  const file = path.join(corpora, 'bitcoinops.txt.gz')
  return existsSync(file)
    ? gunzipSync(readFileSync(file)).toString('utf8').slice(0, 4_000_000)
    : spunDocuments().join('\n')
}

/** The spun samples, without their marks. */
export function spunDocuments() {
  return ['spun', 'golden'].flatMap((folder) =>
    readdirSync(path.join(tests, folder))
      .filter((name) => name.endsWith('.marked.txt'))
      .map((name) => readFileSync(path.join(tests, folder, name), 'utf8').replace(/\[\[(.*?)→.*?\]\]/gsu, '$1')),
  )
}

/** Documents of about `size` characters, `total` in all, from shuffled paragraphs. */
export function documentsOf(paragraphs, size, total, seed = 1) {
  const random = randoms(seed)
  const documents = []
  for (let sum = 0; sum < total; ) {
    let text = ''
    while (text.length < size) text += `${paragraphs[Math.floor(random() * paragraphs.length)]}\n\n`
    documents.push(text)
    sum += text.length
  }
  return documents
}

/** Phrases of two to four words from text on other things, as rules are: their words are common, they themselves are not. */
export function phrases(count) {
  const random = randoms(7)
  const runs = otherText().match(/[a-z]+(?: [a-z]+){1,3}/gi)
  const found = new Set()
  while (found.size < Math.min(count, runs.length / 2))
    found.add(runs[Math.floor(random() * runs.length)].toLowerCase())
  return [...found]
}
