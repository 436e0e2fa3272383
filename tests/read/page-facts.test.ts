/** Text, summary and type of a page; data that is not quite JSON; addresses. */
import {describe, expect, test} from 'vitest'
import {ARTICLE, factsOf, ld, meta, SAID} from './pages.js'

describe('beside the metadata', () => {
  test('the article’s text, without its markup', () => {
    const {articleBody} = factsOf(ld({...ARTICLE, articleBody: '<p>One &amp; two.</p><p>Three<br>four.</p>'}))
    expect(articleBody).toBe('One & two.\nThree\nfour.')
  })

  test('the steps of a recipe, the answers to a question', () => {
    const steps = [{'@type': 'HowToSection', itemListElement: [{'@type': 'HowToStep', text: 'Stir.'}]}, 'Wait.']
    expect(factsOf(ld({'@type': 'Recipe', name: 'Tea', recipeInstructions: steps})).articleBody).toBe('Stir.\nWait.')
    const question = {'@type': 'Question', name: 'Why?', text: 'Why so?', acceptedAnswer: {text: 'So.'}}
    expect(factsOf(ld({'@type': 'QAPage', mainEntity: question})).articleBody).toBe('Why so?\nSo.')
  })

  test('the description', () => {
    expect(factsOf(meta({description: 'Of a <b>mill</b>.', 'og:description': ''})).description).toBe('Of a mill.')
  })

  test.each([
    ['article', ld(ARTICLE)],
    ['article', meta({'og:type': 'article'})],
    ['product', ld({'@type': 'http://schema.org/Product', name: 'Flour'})],
    ['article', ld([{'@type': 'Product', name: 'Flour'}, {...ARTICLE}])],
    ['listing', ld({'@type': 'CollectionPage', name: 'All mills'}) + meta({'og:type': 'article'})],
    ['listing', ld(['A', 'B', 'C'].map((headline) => ({...ARTICLE, headline})))],
    ['forum', ld({'@type': 'DiscussionForumPosting', headline: 'Which mill?'})],
    ['documentation', ld({'@type': 'TechArticle', headline: 'API'})],
    ['other', meta({'og:type': 'profile'})],
    [undefined, meta({'og:type': 'website'}) + ld({'@type': 'WebPage', name: 'Mills'})],
    ['article', `<div itemscope itemtype="https://schema.org/ImageGallery"></div>${meta({'og:type': 'article'})}`],
  ])('the type of the page: %s', (expected, html) => {
    expect(factsOf(html).pageType).toBe(expected)
  })
})

describe('what is not JSON', () => {
  const text = JSON.stringify(ARTICLE)
  test.each([
    ['trailing commas', text.replace('}', ',}').replace(/\}$/, ',,}')],
    ['an HTML comment around it', `<!-- ${text} -->`],
    ['CDATA around it', `//<![CDATA[\n${text}\n//]]>`],
    ['CDATA in a comment', `/*<![CDATA[*/ ${text} /*]]>*/`],
    ['a semicolon behind it', `${text};`],
    ['a line break in a string', text.replace('{', '{"description": "one\n\ttwo",')],
    ['quotes in a string', text.replace('{', '{"description": "the "old" mill, "new", again",')],
    ['wrong escapes', text.replace('{', '{"description": "it\\\'s \\x",')],
    ['character references for quotes', text.replaceAll('"', '&quot;')],
    ['no end', text.slice(0, -1)],
    ['a second value behind it', `${text}${text}`],
    ['a byte-order mark', `\ufeff${text}`],
  ])('is read with %s', (_, broken) => {
    expect(factsOf(ld(broken)).metadata).toEqual(SAID)
  })

  test.each([
    '',
    '{',
    '"',
    '[[[',
    '{"a',
    '}{',
    ']',
    ',',
    'var x = 1',
    '{"a":}',
    '\\',
    '{"@type": 5, "headline": {}}',
    'null',
    '"x"',
    '[null, 1, true]',
  ])('is nothing: %j', (broken) => {
    expect(factsOf(ld(broken)).metadata).toEqual({})
  })
})

describe('addresses', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://mill.example/',
    'http://',
    'http://[',
    '#top',
    ' ',
  ])('%s is none', (address) => {
    const html = `<link rel="canonical" href="${address}"><link rel="license" href="${address}">${meta({'og:image': address, 'og:url': address})}`
    expect(factsOf(html).metadata).toEqual({})
  })

  test('relative ones are made absolute, fragments of the page’s own go', () => {
    const html = `<link rel="canonical" href="/a#b">${meta({'og:image': '//cdn.example/a.jpg'})}`
    expect(factsOf(html, {url: 'https://mill.example/x'}).metadata).toEqual({
      url: 'https://mill.example/a',
      image: 'https://cdn.example/a.jpg',
    })
  })
})
