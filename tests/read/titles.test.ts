/** Titles without their site, bylines without what stands before them, in many scripts. */
import {describe, expect, test} from 'vitest'
import {factsOf, ld, meta} from './pages.js'

describe('a title loses its site', () => {
  test.each([
    ['The Mill Turns Again - The Miller', 'The Mill Turns Again', 'The Miller'],
    ['The Mill Turns Again | News | The Miller', 'The Mill Turns Again', 'The Miller'],
    ['The Miller: The Mill Turns Again', 'The Mill Turns Again', 'The Miller'],
    ['The Miller » The Mill Turns Again', 'The Mill Turns Again', 'The Miller'],
    ['Die Mühle dreht sich wieder – Mühlenbote', 'Die Mühle dreht sich wieder', 'Mühlenbote'],
    ['Le moulin tourne : enfin ! — Le Meunier', 'Le moulin tourne : enfin !', 'Le Meunier'],
    ['El molino vuelve a girar | El Molinero', 'El molino vuelve a girar', 'El Molinero'],
    ['Мельница снова работает :: Мельник', 'Мельница снова работает', 'Мельник'],
    ['水车又转起来了_磨坊网', '水车又转起来了', '磨坊网'],
    ['水车又转起来了-磨坊网', '水车又转起来了', '磨坊网'],
    ['水車がまた回り始めた｜粉屋新聞', '水車がまた回り始めた', '粉屋新聞'],
    ['물레방아가 다시 돈다 - 방앗간', '물레방아가 다시 돈다', '방앗간'],
    ['الطاحونة تدور من جديد - الطحان', 'الطاحونة تدور من جديد', 'الطحان'],
    ['पनचक्की फिर चली | चक्की समाचार', 'पनचक्की फिर चली', 'चक्की समाचार'],
    ['Değirmen yeniden dönüyor • Değirmenci', 'Değirmen yeniden dönüyor', 'Değirmenci'],
    ['กังหันหมุนอีกครั้ง - คนสีข้าว', 'กังหันหมุนอีกครั้ง', 'คนสีข้าว'],
  ])('%s', (title, headline, site) => {
    const named = `<title>${title}</title>${meta({'og:site_name': site})}`
    expect(factsOf(named, {headline}).metadata.title).toBe(headline)
    if (!title.includes(`${site}: `) && !title.includes('News')) expect(factsOf(named).metadata.title).toBe(headline)
  })

  test('by its address, its initials in it, or another title', () => {
    const title = (html: string, url?: string) => factsOf(html, {...(url ? {url} : {})}).metadata
    expect(title('<title>The Wheel - Mill Town News</title>', 'https://www.milltownnews.co.uk/a')).toMatchObject({
      title: 'The Wheel',
      site: 'Mill Town News',
    })
    expect(title('<title>The Wheel - Mill Town News</title>', 'https://mtn.example/a')).toMatchObject({
      title: 'The Wheel',
      site: 'Mill Town News',
    })
    expect(title(`<title>The Old Wheel 2 / Our 3 Mills</title>${meta({'og:title': 'The Old Wheel 2'})}`).title).toBe(
      'The Old Wheel 2',
    )
  })

  test.each([
    'Understanding the mill - part 2',
    'A mill | and everything that was ever built around it in the town',
    'Well-known mills',
    'Le moulin : histoire',
    'A / B testing of mills',
    'snake_case_names',
  ])('what is no site stays: %s', (title) => {
    expect(factsOf(`<title>${title}</title>`).metadata.title).toBe(title)
  })

  test('a heading that is the site’s banner is no witness', () => {
    const html = `<title>The Mill Turns Again</title>${meta({'og:site_name': 'The Miller'})}`
    expect(factsOf(html, {headline: 'THE MILLER'}).metadata.title).toBe('The Mill Turns Again')
    const banner = '<title>The Mill Turns Again After Sixty Years | Mill News</title>'
    expect(factsOf(banner, {headline: 'Mill News'}).metadata.title).toBe('The Mill Turns Again After Sixty Years')
  })

  test.each([
    ['How <i>Vec&lt;T&gt;</i> grows', 'How Vec<T> grows'],
    ['Map<K, V> and 1 < 2', 'Map<K, V> and 1 < 2'],
    ['A <x onclick=y>mill</x>', 'A mill'],
    ['Tom &amp;amp; Ann &#8217;s', 'Tom &amp; Ann ’s'],
  ])('markup goes, what looks like it stays: %s', (headline, title) => {
    expect(factsOf(ld({'@type': 'Article', headline})).metadata.title).toBe(title)
  })

  test('the heading is the title where there is no other', () => {
    expect(factsOf('', {headline: ' The\nMill [edit]'}).metadata.title).toBe('The Mill')
    expect(factsOf('<title>-磨坊网</title>', {headline: '水车'}).metadata.title).toBe('水车')
  })
})

describe('a byline is a name', () => {
  test.each([
    ['By Ann Harper', 'Ann Harper'],
    ['Written by: Ann Harper', 'Ann Harper'],
    ['作者：王小明', '王小明'],
    ['记者 : 王小明', '王小明'],
    ['文/王小明', '王小明'],
    ['著者：山田太郎', '山田太郎'],
    ['글: 김철수', '김철수'],
    ['Автор: Анна Мельник', 'Анна Мельник'],
    ['Autor: Jörg Müller', 'Jörg Müller'],
    ['Yazar: Ayşe Değirmenci', 'Ayşe Değirmenci'],
    ['آن هاربر', 'آن هاربر'],
    ['नीलम शर्मा', 'नीलम शर्मा'],
    ['สมชาย ใจดี', 'สมชาย ใจดี'],
    ['Byron Müller', 'Byron Müller'],
    ['ann@mill.example (Ann Harper)', 'Ann Harper'],
    ['<a href="/ann">Ann&nbsp;Harper</a>', 'Ann Harper'],
    ['Harper, PhD', 'Harper, PhD'],
    ['Reuters, London', 'Reuters, London'],
    ['J.R.R.Miller', 'J.R.R.Miller'],
    ['王小明', '王小明'],
  ])('%s', (written, byline) => {
    expect(factsOf(ld({'@type': 'Article', author: written})).metadata.byline).toBe(byline)
  })

  test.each([
    'admin',
    '2909',
    'https://social.example/ann',
    '@ann',
    'www.mill.example',
    'ann@mill.example',
    'undefined',
    'page.head.author',
    '-',
    'By ',
  ])('%s is none', (written) => {
    expect(factsOf(ld({'@type': 'Article', author: written})).metadata.byline).toBeUndefined()
  })

  test('each author is named once, and the site is none of them', () => {
    const author = [
      {name: 'Ann Harper'},
      {name: 'ANN HARPER'},
      {name: 'The Miller'},
      'Bo Lindqvist',
      {name: ['Zoë Marsh']},
    ]
    const html = ld({'@type': 'Article', author, publisher: {name: 'The Miller'}})
    expect(factsOf(html).metadata.byline).toBe('Ann Harper, Bo Lindqvist, Zoë Marsh')
  })
})

test('a site’s slogan is not its name', () => {
  const site = (name: string, url?: string) =>
    factsOf(meta({'og:site_name': name}), {...(url ? {url} : {})}).metadata.site
  expect(site('The Miller | Everything about mills, wheels and flour')).toBe('The Miller')
  expect(site('Everything about mills, wheels and flour - Mill Town News', 'https://milltown.example/')).toBe(
    'Mill Town News',
  )
  expect(site('Mill | Town')).toBe('Mill | Town')
  expect(site('Blog')).toBeUndefined()
})
