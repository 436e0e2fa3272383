import {expect, test} from 'vitest'
import {wordsOf} from '../../../src/draft/index.js'
import {lengthInWords} from '../../../src/stages/boilerplate/length.js'

const count = (line: string): number => lengthInWords(wordsOf(line), 0, line.length)

test.each([
  ['The old bridge, closed in 1998, opens again.', 8],
  ['旧桥自从那年关闭以后终于又通车了', 10],
  ['旧桥1998年关闭，iPhone也修好了', 8],
  ['สะพานเก่าเปิดใช้อีกครั้งหลังจากปิดซ่อม', 9],
  ['다리가 다시 열렸다', 3],
  ['…', 0],
])('%s', (line, words) => {
  expect(count(line)).toBe(words)
})
