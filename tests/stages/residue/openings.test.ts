/** What is looked for in fewer places is found where it was found when every character was looked at. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {Draft, wordsOf} from '../../../src/draft/index.js'
import {matchesFrom} from '../../../src/stages/residue/openings.js'
import {markersAlone, strayBlanks} from '../../../src/stages/residue/spacing.js'

/** Blanks and line breaks of all kinds, some of which only a regex or only the tokeniser knows. */
const BLANKS = [' ', ' ', '\t', '\n', '\r\n', '\r', '\u2028', '\u200b', '\u00ad', '\u00a0', '\ufeff']
const textsOf = (...pieces: string[]) =>
  fc.array(fc.constantFrom(...pieces), {maxLength: 14}).map((parts) => parts.join(''))
const places = (matches: Iterable<RegExpExecArray>): Array<[number, string]> =>
  Array.from(matches, ({index, 0: match}) => [index, match])

test.each(['\\[(/?)([a-z]{2,4})\\](?!\\()', '\\[\\[[^\\[]?', '\\[ ?(\\p{L}{1,2}?) ?'])('matches of %s', (source) => {
  fc.assert(
    fc.property(textsOf('[', '[', ']', '/', '(', 'a', 'bc', 'é', '𠀀', ' '), (text) => {
      const found = places(matchesFrom(text, '[', new RegExp(source, 'uy')))
      expect(found).toEqual(places(text.matchAll(new RegExp(source, 'gu'))))
    }),
  )
})

test('blanks before commas', () => {
  const everywhere = /(?<=[\p{L}\p{N}%’”"')\]}>])[ \t]+(?=,(?:[\s"”’)\]]|$))/gu
  fc.assert(
    fc.property(textsOf(...BLANKS, ',', ',,', 'a', '1', ')', '日', '𠀀'), (text) => {
      const draft = new Draft(text, {parse: () => expect.fail('no tree is needed'), format: 'text'})
      const found = Array.from(strayBlanks(draft), ({start, end}) => [start, text.slice(start, end)])
      expect(found).toEqual(places(text.matchAll(everywhere)))
    }),
    {numRuns: 1000},
  )
})

test('list markers alone in a line', () => {
  const everywhere = /^([ \t]*)([-*•–▪◦●]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]*\r?\n(?=[ \t]*\S)/gmu
  fc.assert(
    fc.property(textsOf(...BLANKS, '\n', '\n', '-', '•', '(', '1', '12', 'a', '.', ')', 'Lock'), (text) => {
      expect(places(markersAlone(wordsOf(text)))).toEqual(places(text.matchAll(everywhere)))
    }),
    {numRuns: 5000},
  )
})
