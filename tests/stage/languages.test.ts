import {unified} from 'unified'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {draftOf, identify, retextDraft} from '../../src/index.js'
import {defineStage} from '../../src/stage/define-stage.js'

const ENGLISH = 'The water of the river was cold, and nobody who had seen it once wanted to go back there.'
const GERMAN = 'Das Wasser des Flusses war kalt, und niemand, der es einmal gesehen hatte, wollte dorthin zurück.'

/** What a stage for English that finds every "a" is asked for, and what becomes of it. */
function findings(text: string): {asked: number; found: number} {
  let asked = 0
  const stage = defineStage({
    name: 'spell',
    languages: ['en'],
    prepare: () => (draft) => {
      asked++
      return Array.from(draft.text.matchAll(/a/g), ({index}) => ({
        start: index,
        end: index + 1,
        rule: 'spell/unknown-word' as const,
        expected: [],
        confidence: 0.5,
      }))
    },
  })
  const file = new VFile(text)
  unified().use(retextDraft).use(identify).use(stage).processSync(file)
  return {asked, found: draftOf(file)!.findings.filter(({stage}) => stage === 'spell').length}
}

test('a stage is not asked about a document in another language, and about a passage in its own it is', () => {
  expect(findings(`${GERMAN}\n`)).toEqual({asked: 0, found: 0})
  const inEnglish = ENGLISH.match(/a/g)!.length
  expect(findings(`${ENGLISH}\n`)).toEqual({asked: 1, found: inEnglish})
  expect(findings(`${GERMAN}\n\n${ENGLISH}\n`)).toEqual({asked: 1, found: inEnglish})
})
