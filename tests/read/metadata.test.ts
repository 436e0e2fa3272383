/** What a page says about its article: each source by itself, who is believed, and what nobody may be believed about. */
import {describe, expect, test} from 'vitest'
import type {Metadata} from '../../src/draft/index.js'
import {ARTICLE, factsOf, ld, meta, type Page, SAID} from './pages.js'

interface Case extends Page {
  readonly name: string
  readonly html: string
  readonly expected: Metadata
}

const check = (cases: readonly Case[]): void => {
  test.each(cases)('$name', ({html, expected, ...page}) => {
    expect(factsOf(html, page).metadata).toEqual(expected)
  })
}

describe('each source', () => {
  check([
    {name: 'JSON-LD', html: ld(ARTICLE), expected: SAID},
    {
      name: 'JSON-LD in an array',
      html: ld([{'@type': 'Organization', name: 'The Miller'}, ARTICLE]),
      expected: {...SAID, site: 'The Miller'},
    },
    {
      name: 'JSON-LD in a graph with references',
      html: ld({
        '@graph': [
          {
            '@type': ['NewsArticle', 'Article'],
            headline: 'The Mill Turns Again',
            author: {'@id': '#ann'},
            datePublished: '2024-03-05',
            publisher: {'@id': '#us'},
            isPartOf: {'@id': '#page'},
          },
          {
            '@type': 'WebPage',
            '@id': '#page',
            url: 'https://mill.example/turns',
            inLanguage: 'en-gb',
            name: 'The Mill Turns Again - The Miller',
          },
          {'@type': 'Person', '@id': '#ann', name: 'Ann Harper'},
          {'@type': 'Organization', '@id': '#us', name: 'The Miller'},
        ],
      }),
      expected: {
        title: 'The Mill Turns Again',
        byline: 'Ann Harper',
        date: '2024-03-05',
        site: 'The Miller',
        language: 'en-GB',
        url: 'https://mill.example/turns',
      },
    },
    {
      name: 'references in another block',
      html: ld({...ARTICLE, author: {'@id': '#a'}}) + ld({'@id': '#a', '@type': 'Person', name: 'Ann Harper'}),
      expected: SAID,
    },
    {
      name: 'the main entity of a page',
      html: ld({'@type': 'WebPage', name: 'A page', mainEntity: ARTICLE}),
      expected: SAID,
    },
    {
      name: 'everything JSON-LD can say',
      html: ld({
        ...ARTICLE,
        dateModified: 1709700000,
        inLanguage: {'@type': 'Language', alternateName: 'en'},
        license: 'https://creativecommons.org/licenses/by/4.0/',
        publisher: {name: 'The Miller'},
        image: [{'@type': 'ImageObject', url: 'https://mill.example/wheel.jpg'}],
        mainEntityOfPage: {'@id': 'https://mill.example/turns'},
      }),
      expected: {
        ...SAID,
        modified: '2024-03-06T04:40:00Z',
        language: 'en',
        licence: 'https://creativecommons.org/licenses/by/4.0/',
        site: 'The Miller',
        image: 'https://mill.example/wheel.jpg',
        url: 'https://mill.example/turns',
      },
    },
    {
      name: 'Open Graph',
      html: meta({
        'og:title': 'The Mill',
        'og:site_name': 'The Miller',
        'og:locale': 'en_GB',
        'og:url': 'https://mill.example/a',
        'og:image': 'https://mill.example/a.jpg',
        'article:author': 'Ann Harper',
        'article:published_time': '2024-03-05T10:20:00Z',
        'article:modified_time': '2024-03-06',
      }),
      expected: {
        title: 'The Mill',
        site: 'The Miller',
        language: 'en-GB',
        url: 'https://mill.example/a',
        image: 'https://mill.example/a.jpg',
        byline: 'Ann Harper',
        date: '2024-03-05T10:20:00Z',
        modified: '2024-03-06',
      },
    },
    {
      name: 'Twitter cards',
      html: meta({
        'twitter:title': 'The Mill',
        'twitter:image': 'https://mill.example/a.jpg',
        'twitter:label1': 'Written by',
        'twitter:data1': 'Ann Harper',
      }),
      expected: {title: 'The Mill', image: 'https://mill.example/a.jpg', byline: 'Ann Harper'},
    },
    {
      name: 'Dublin Core',
      html: meta({
        'DC.title': 'The Mill',
        'DC.creator': 'Ann Harper',
        'DC.date.issued': '2024-03-05',
        'DC.language': 'en',
        'DC.rights': 'Licensed under CC BY 4.0',
        'DC.publisher': 'The Miller',
      }),
      expected: {
        title: 'The Mill',
        byline: 'Ann Harper',
        date: '2024-03-05',
        language: 'en',
        licence: 'Licensed under CC BY 4.0',
        site: 'The Miller',
      },
    },
    {
      name: 'citation tags, an author each and surnames first',
      html: `${meta({citation_title: 'On Mills', citation_publication_date: '2024/03/05', citation_journal_title: 'Mills'})}<meta name="citation_author" content="Harper, Ann"><meta name="citation_author" content="Lindqvist, Bo E.">`,
      expected: {title: 'On Mills', byline: 'Ann Harper, Bo E. Lindqvist', date: '2024-03-05', site: 'Mills'},
    },
    {
      name: 'Parsely',
      html: meta({
        'parsely-title': 'The Mill',
        'parsely-author': 'Ann Harper',
        'parsely-pub-date': '2024-03-05T10:20:00Z',
      }),
      expected: {title: 'The Mill', byline: 'Ann Harper', date: '2024-03-05T10:20:00Z'},
    },
    {
      name: 'Sailthru',
      html: meta({'sailthru.title': 'The Mill', 'sailthru.author': 'Ann Harper', 'sailthru.date': '2024-03-05'}),
      expected: {title: 'The Mill', byline: 'Ann Harper', date: '2024-03-05'},
    },
    {
      name: 'microdata',
      html: `<article itemscope itemtype="http://schema.org/BlogPosting"><h1 itemprop="headline">The <b>Mill</b></h1>
        <span itemprop="author" itemscope itemtype="http://schema.org/Person">by <a itemprop="url" href="/ann"><i itemprop="name">Ann Harper</i></a></span>
        <time itemprop="datePublished" datetime="2024-03-05">yesterday</time><meta itemprop="dateModified" content="2024-03-06">
        <div itemprop="publisher" itemscope><span itemprop="name">The Miller</span><img itemprop="logo" src="l.png"></div>
        <div itemprop="comment" itemscope itemtype="http://schema.org/Comment"><b itemprop="author">Troll</b><b itemprop="datePublished">2030-01-01</b></div></article>`,
      expected: {
        title: 'The Mill',
        byline: 'Ann Harper',
        date: '2024-03-05',
        modified: '2024-03-06',
        site: 'The Miller',
      },
    },
    {
      name: 'a link to the author',
      html: '<p>By <a rel="author" href="/ann"><span>Ann</span> Harper</a></p>',
      expected: {byline: 'Ann Harper'},
    },
    {
      name: 'links to several people are a team’s',
      html: '<a rel=author>Ann Harper</a> <a rel=author>Bo Lindqvist</a>',
      expected: {},
    },
    {
      name: 'a time that says it is the date',
      html: '<time datetime="2020-01-01">the clock</time><time pubdate datetime="2024-03-05">March</time>',
      expected: {date: '2024-03-05'},
    },
    {
      name: 'a time below the heading',
      html: '<time datetime="2020-01-01"></time><h1>The Mill</h1><time>March 5, 2024</time><time datetime="2021-01-01"></time>',
      expected: {date: '2024-03-05'},
    },
    {
      name: 'a time where there is no heading',
      html: '<time datetime="2024-03-05"></time>',
      expected: {date: '2024-03-05'},
    },
    {
      name: 'the address',
      html: '',
      url: 'https://mill.example/2024/03/05/turns/',
      expected: {url: 'https://mill.example/2024/03/05/turns/', date: '2024-03-05'},
    },
    {
      name: 'links of the head',
      html: '<html lang="EN-us"><link rel="canonical" href="https://mill.example/a"><link rel="license" href="/licence"><link rel="image_src" href="/a.jpg">',
      expected: {
        language: 'en-US',
        url: 'https://mill.example/a',
        licence: 'https://mill.example/licence',
        image: 'https://mill.example/a.jpg',
      },
    },
    {
      name: 'a licence in the footer',
      html: '<a href="https://creativecommons.org/licenses/by/2.0/">a photo’s</a><footer><a href="https://creativecommons.org/licenses/by-sa/4.0/">ours</a></footer>',
      expected: {licence: 'https://creativecommons.org/licenses/by-sa/4.0/'},
    },
    {
      name: 'the language of the header',
      html: '<meta http-equiv="Content-Language" content="de, en">',
      expected: {language: 'de'},
    },
  ])
})

describe('who is believed', () => {
  check([
    {
      name: 'JSON-LD before Open Graph before Twitter',
      html: meta({'twitter:title': 'C', 'og:title': 'B'}) + ld({...ARTICLE, headline: 'A'}),
      expected: {...SAID, title: 'A'},
    },
    {
      name: 'the source that names a person',
      html: ld({...ARTICLE, author: 'The Miller', publisher: {name: 'The Miller'}}) + meta({author: 'Ann Harper'}),
      expected: {...SAID, site: 'The Miller'},
    },
    {
      name: 'the site where nobody else is named',
      html: ld({...ARTICLE, author: 'The Miller', publisher: {name: 'The Miller'}}),
      expected: {...SAID, byline: 'The Miller', site: 'The Miller'},
    },
    {
      name: 'a date with one meaning before one with two',
      html: ld({...ARTICLE, datePublished: '03/04/2024'}) + meta({date: '2024-04-03'}),
      expected: {...SAID, date: '2024-04-03'},
    },
    {
      name: 'a date with two meanings is kept as written',
      html: ld({...ARTICLE, datePublished: '03/04/2024'}),
      expected: {...SAID, date: '03/04/2024'},
    },
    {
      name: 'no date at all',
      html: ld({...ARTICLE, datePublished: '0001-01-01T00:00:00Z'}) + meta({date: '2 days ago'}),
      expected: {title: SAID.title!, byline: SAID.byline!},
    },
    {
      name: 'the article in sight among several',
      html: ld([{...ARTICLE, headline: 'Another', author: 'Bo'}, ARTICLE]),
      headline: 'The mill turns again',
      expected: SAID,
    },
    {
      name: 'not the entries of a list',
      html: ld(['A', 'B', 'C'].map((headline) => ({...ARTICLE, headline}))),
      expected: {},
    },
    {
      name: 'not a related article',
      html: ld({'@type': 'WebPage', name: 'Mills', relatedLink: ARTICLE, hasPart: [ARTICLE]}),
      expected: {title: 'Mills'},
    },
    {
      name: 'a canonical root is a mistake',
      html: '<link rel="canonical" href="https://mill.example/">',
      url: 'https://mill.example/a?b=1',
      expected: {url: 'https://mill.example/a?b=1'},
    },
    {
      name: 'the base of the page',
      html: '<base href="https://cdn.example/x/"><meta property="og:image" content="a.jpg">',
      url: 'https://mill.example/',
      expected: {url: 'https://mill.example/', image: 'https://cdn.example/x/a.jpg'},
    },
    {
      name: 'a drawing has no title of the page',
      html: '<svg><title>Logo</title></svg><title>The Mill</title>',
      expected: {title: 'The Mill'},
    },
  ])
})
