/** Labels of speakers are made of the words of bylines, and stay. */
import {expect, test} from 'vitest'
import {createCleaner} from '../../../src/index.js'

const cleaner = createCleaner({stages: ['boilerplate']})

test.each([
  ['Editor: Are you sure?\n\nAuthor: No.\n\nEditor: Good.\n\nAuthor: Why?\n\nEditor: Sure people do not rewrite.\n'],
  [
    '编辑：你几点起床？\n\n作者：四点。\n\n编辑：冬天也一样吗？\n\n作者：冬天五点。\n\n编辑：猫呢？\n\n作者：猫不起床。\n',
  ],
  ['Автор: Вы спите?\n\nРедактор: Нет.\n\nАвтор: Я тоже.\n\nРедактор: Жаль.\n\nАвтор: Да.\n\nРедактор: Да.\n'],
])('%s', (source) => {
  expect(cleaner(source).report.text).toBe(source)
})

test('an editor named twice is a byline', () => {
  const prose = '猫头鹰三月回来了，像往年一样落在钟楼的北檐下，谁也不看。'
  const {report} = cleaner(`编辑：方木\n\n${prose}\n\n编辑：方木\n`)
  expect(report.text).toBe(`${prose}\n`)
  expect(report.metadata.byline).toBe('方木')
})
