import {expect, test} from 'vitest'
import {isWellFormed} from './pinyin-spelling.js'

test.each([
  ['上岸', "shàng'àn"],
  ['富二代', "fù'èrdài"],
  ['第二曲线', 'dì-èr qūxiàn'],
  ['绿氢', 'lǜqīng'],
  ['内卷', 'nèijuǎn'],
  ['关系', 'guānxi'],
  ['一带一路', 'Yī Dài Yī Lù'],
  ['35岁危机', 'sānshíwǔ suì wēijī'],
  ['A股', 'A gǔ'],
])('%s is %s', (term, pinyin) => {
  expect(isWellFormed(pinyin, term)).toBe(true)
})

test.each([
  ['上岸', 'shàngàn'],
  ['上岸', "shà'ngàn"],
  ['内卷', "nèi'juǎn"],
  ['内卷', 'neìjuǎn'],
  ['内卷', 'nèijuān'],
  ['内卷', 'nèi'],
  ['内卷', 'nèijuǎn juǎn'],
  ['绿氢', 'lüqǐng'],
  ['一带一路', 'Yí Dài Yí Lù'],
  ['A股', 'Agǔ'],
])('%s is not %s', (term, pinyin) => {
  expect(isWellFormed(pinyin, term)).toBe(false)
})
