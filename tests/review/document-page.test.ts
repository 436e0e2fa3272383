import {createHash} from 'node:crypto'
import {expect, test} from 'vitest'
import {compose} from '../../src/draft/index.js'
import {documentPage, indexPage, pageSummary} from '../../src/review/page.js'
import {policyOf} from '../../src/stage/policy.js'
import {catalogue, cleanedOf, documentOf, draftOf, LINE, markedArticle, SLOT, SPUN} from './documents.js'
import {articleText, type Tag, tokensOf} from './page-text.js'

const tagsOf = (page: string): Tag[] =>
  tokensOf(page).filter((token): token is Tag => typeof token !== 'string' && !token.isClosing)
const texts = (page: string): string =>
  tokensOf(page)
    .filter((token) => typeof token === 'string')
    .join('')
const between = (page: string, start: string, end: string): string =>
  page.slice(page.indexOf(start) + start.length, page.indexOf(end, page.indexOf(start)))

test('every finding has a note, and its place in the article leads to it', () => {
  const cleaned = markedArticle()
  const page = documentPage(cleaned, catalogue)
  const tags = tagsOf(page)
  const places = new Map(
    tags.filter(({attributes}) => /^c\d/.test(attributes['id'] ?? '')).map((t) => [t.attributes['id'], t]),
  )
  for (const [i] of cleaned.report.findings.entries()) {
    const at = tags.findIndex(({attributes}) => attributes['id'] === `f${i}`)
    expect(at).toBeGreaterThan(0)
    const home = tags[at + 1]!.attributes['href']!.slice(1)
    const {href, 'data-f': all} = places.get(home)!.attributes
    expect((all ?? href!.slice(2)).split(' ')).toContain(String(i))
  }
})

test('every composed edit stands in the article as what was removed and what was inserted', () => {
  const cleaned = markedArticle()
  const {source, report} = cleaned
  const page = documentPage(cleaned, catalogue)
  const edits = compose(source, report.revisions)
  expect(edits.length).toBe(8)
  for (const {start, end, insert} of edits) {
    const removed = source.slice(start, end)
    if (/^[a-z{}]+$/.test(removed)) expect(page).toContain(`<del>${removed}</del>`)
    if (/^[a-z]+$/.test(insert)) expect(page).toContain(`<ins>${insert}</ins>`)
  }
})

test('removed lines are folded under a summary that says how many and which', () => {
  const page = documentPage(markedArticle(), catalogue)
  expect(page).toContain('<summary><b>2 lines removed</b> <bdi>Share this page</bdi></summary>')
  expect(page).toContain('<summary><b>1 line removed</b> <bdi>Share this page again</bdi></summary>')
})

test('a removal that tears lines apart is not folded', () => {
  const page = documentPage(
    documentOf('The tower fell. Share\nthis page now.\n', [
      ['boilerplate', [{actual: ' Share\nthis page', expected: [''], rule: LINE, confidence: 0.95}]],
    ]),
    catalogue,
  )
  expect(page).not.toContain('<summary>')
  expect(articleText(page, 'result')).toBe('The tower fell. now.\n')
})

test('what is invisible is drawn, named, and still there', () => {
  const page = documentPage(
    documentOf('no\u00adbody was late .\tOr\u200b so', [
      [
        'decode',
        [
          {actual: '\u00ad', expected: ['']},
          {actual: '\u200b', expected: ['']},
          {actual: '\t', expected: ['\u00a0']},
          {actual: ' .', expected: ['.']},
        ],
      ],
    ]),
    catalogue,
  )
  expect(page).toContain('<del><i class="ch" data-s="SHY" title="soft hyphen (U+00AD)">\u00ad</i></del>')
  expect(page).toContain('data-s="ZWSP" title="zero-width space (U+200B)"')
  expect(page).toContain('data-s="⇥" title="tab (U+0009)"')
  expect(page).toContain('data-s="NBSP" title="no-break space (U+00A0)"')
  expect(page).toContain('<del><i class="ch" data-s="␣" title="space (U+0020)"> </i>.</del><ins>.</ins>')
  expect(page).toContain('<i>soft hyphen</i>')
})

test('a change that comes to nothing is not shown, its findings are', () => {
  const cleaned = documentOf('a grey day', [
    ['unspin', [{actual: 'grey', expected: ['gray']}]],
    ['terms', [{actual: 'gray', expected: ['grey'], rule: 'terms/other-script'}]],
  ])
  const page = documentPage(cleaned, catalogue)
  expect(between(page, '<article', '</article>')).not.toMatch(/<del>|<ins>/)
  expect(page).toContain('class="m applied"')
  expect(page).toContain('id="f0"')
  expect(page).toContain('id="f1"')
})

test('changes side by side keep their own findings', () => {
  const page = documentPage(
    documentOf('Tweet\nWithin the tower', [
      ['boilerplate', [{actual: 'Tweet\n', expected: [''], rule: LINE, confidence: 0.95}]],
      ['unspin', [{actual: 'Within the', expected: ['In the']}]],
    ]),
    catalogue,
  )
  expect(page).toContain('<details class="c" id="c1" data-f="0">')
  expect(page).toContain('<a class="c" id="c2" href="#f1"><del>Within the</del><ins>In the</ins></a>')
})

test('a removal is not folded where the change before it joins the lines', () => {
  const cleaned = documentOf('One,\nTweet\nand two.', [
    ['residue', [{actual: '\n', expected: [' ']}]],
    ['boilerplate', [{actual: 'Tweet\n', expected: [''], rule: LINE, confidence: 0.95}]],
  ])
  const page = documentPage(cleaned, catalogue)
  expect(page).toContain('id="c2"')
  expect(page).not.toContain('<details')
  expect(articleText(page, 'result')).toBe('One, and two.')
})

test('a removal is not moved over a line break that changed', () => {
  const cleaned = documentOf('One,\nTweet\nand two.', [
    [
      'residue',
      [
        {actual: '\nTweet', expected: ['']},
        {actual: '\nand', expected: [' and']},
      ],
    ],
  ])
  const page = documentPage(cleaned, catalogue)
  expect(articleText(page, 'result')).toBe('One, and two.')
  expect(articleText(page, 'source')).toBe(cleaned.source)
})

test('what was displaced inside a change is told of that change', () => {
  const draft = draftOf('with out it')
  const seen = [
    {start: 0, end: 8, rule: SPUN, expected: ['without'], confidence: 0.95},
    {start: 4, end: 4, rule: SLOT, expected: ['-'], confidence: 0.9},
  ]
  draft.revise('unspin', seen, policyOf())
  const page = documentPage(cleanedOf(draft), catalogue)
  expect(page).toContain('<a class="c" id="c1" href="#f0" data-f="0 1">')
  expect(page).not.toContain('id="c2"')
})

test('a very long line goes on in paragraphs that look like one', () => {
  const page = documentPage(documentOf('The lamp was lit. '.repeat(5000)), catalogue)
  expect(page).toContain('<p dir="auto" class="rest">')
})

test('proposals stand beside their mark, remarks that overlap are one mark', () => {
  const page = documentPage(
    documentOf('It was {large|huge} and old.', [
      [
        'residue',
        [
          {actual: '{large|huge}', expected: ['large', 'huge'], confidence: 0.5, rule: SLOT},
          {actual: 'large', expected: [], confidence: 0.5, rule: 'spell/unknown-word'},
          {actual: 'old', expected: [''], confidence: 0.5},
        ],
      ],
    ]),
    catalogue,
  )
  expect(page).toContain('data-f="0 1" data-l="large"><mark>{large|huge}</mark></a>')
  expect(page).toContain('data-l="remove"><mark>old</mark></a>')
})

test('a remark about several lines is a flag before them and a bar beside them', () => {
  const page = documentPage(
    documentOf('One.\nTwo.\nThree.\nFour.\n', [
      ['boilerplate', [{actual: 'Two.\nThree.\n', expected: [''], confidence: 0.5, rule: LINE}]],
    ]),
    catalogue,
  )
  expect(page).toContain('data-l="proposed 2 lines: remove"></a>Two.')
  expect(page).toContain('<p dir="auto" class="bar">Three.')
  expect(page).toContain('<p dir="auto">Four.')
})

test('a guest’s finding is told in the guest’s words', () => {
  const page = documentPage(
    documentOf('the the tower', [], {
      others: [
        {
          start: 0,
          end: 7,
          stage: 'outside',
          rule: 'repeated-words/the',
          actual: 'the the',
          expected: ['the'],
          confidence: 0.5,
          state: 'reported',
          origin: 'outside',
          revision: 0,
          note: 'Expected `the` once, not {actual} <twice>',
        },
      ],
    }),
    catalogue,
  )
  expect(page).toContain('data-m="Expected `the` once, not {actual} &lt;twice&gt;"')
})

test('the head says what the document is, the counts are those of the report', () => {
  const page = documentPage(
    documentOf('It was {hand}.', [['residue', [{actual: '{hand}', expected: ['hand'], rule: SLOT}]]], {
      metadata: {title: 'A Hand', byline: 'N. Whitlock'},
      path: 'site/a hand.txt',
    }),
    catalogue,
    'deep/er/a hand.review.html',
  )
  const said = texts(between(page, '<header>', '</header>'))
  for (const fact of [
    'A Hand',
    'site/a hand.txt',
    'N. Whitlock',
    'English (en)',
    'utf-8 (valid)',
    '14 characters, now 12',
  ])
    expect(said).toContain(fact)
  expect(page).toContain('href="../../index.html"')
})

test('a rejected document is shown as it came, with the reason', () => {
  const {report, source} = documentOf('<html><p>Hello</p>')
  const page = documentPage({report: {...report, text: '', rejected: 'an HTML page <!-- not -->'}, source}, catalogue)
  expect(page).toContain('<b>Rejected:</b> an HTML page &lt;!-- not --&gt;')
  expect(page).toContain('&lt;html&gt;&lt;p&gt;Hello&lt;/p&gt;')
  expect(page).not.toContain('<article')
})

test('a document without findings is its article and nothing to filter', () => {
  const page = documentPage(documentOf('All quiet.\n'), catalogue)
  expect(articleText(page, 'result')).toBe('All quiet.\n')
  expect(page).not.toMatch(/id="(?:bar|panel|notes|keys)"/)
})

test('the policy allows the page’s own style and script, and no other', () => {
  for (const page of [
    documentPage(markedArticle(), catalogue),
    documentPage(documentOf('Quiet.'), catalogue),
    indexPage([pageSummary(markedArticle(), 'a.review.html')]),
  ]) {
    const digest = (name: string): string =>
      createHash('sha256')
        .update(between(page, `<${name}>`, `</${name}>`))
        .digest('base64')
    const [meta] = tagsOf(page).filter(({attributes}) => attributes['http-equiv'])
    expect(meta!.attributes['content']).toBe(
      `default-src 'none'; style-src 'sha256-${digest('style')}'; script-src 'sha256-${digest('script')}'; base-uri 'none'; form-action 'none'`,
    )
    expect(page.match(/<script|<style/g)).toHaveLength(2)
  }
})

test('there is a filter for each stage and state that occurs', () => {
  const boxes = tagsOf(documentPage(markedArticle(), catalogue)).filter(({attributes}) => attributes['name'])
  const values = (name: string): unknown[] =>
    boxes.filter(({attributes}) => attributes['name'] === name).map(({attributes}) => attributes['value'])
  expect(values('stage')).toEqual(['decode', 'boilerplate', 'residue', 'unspin', 'spell'])
  expect(values('state')).toEqual(['applied', 'proposed', 'reported', 'overruled'])
})
