/** Sentences of an article that begin with the words of a button, a byline or a notice, in ten languages: all stay. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {createCleaner} from '../../../src/index.js'

const sentences = readFileSync(path.join(import.meta.dirname, 'sentences.txt'), 'utf8')
  .trimEnd()
  .split('\n')
const cleaner = createCleaner({stages: ['boilerplate']})
const PROSE = 'The mill by the river has turned its wheel for a hundred years, and nobody expects it to stop.'

test.each(sentences)('%s', (sentence) => {
  const source = `The Mill\n\n${PROSE}\n\n${sentence}\n\n${PROSE}\n`
  expect(cleaner(source).report.text).toBe(source)
})
