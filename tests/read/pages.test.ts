/** Pages of our own, and what of them is read: the text as Markdown, in the order of the page. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {clean} from '../../src/clean.js'
import {openPage} from '../../src/read/html/open-page.js'

const textOf = (html: string): string => openPage(html).text.replace(/\n$/, '')
const WAITING = 'The whole article waits for a script that shows it. '.repeat(5).trim()

const CASES: Readonly<Record<string, readonly (readonly [html: string, text: string])[]>> = {
  'end tags that were left out': [
    ['<ul><li>One<li>Two<p>More</ul><p>A<p>B', '- One\n- Two\n\n  More\n\nA\n\nB'],
    [
      '<dl><dt>Mill<dd>A house.<dd>It turns.<dt>River<dd>Water.</dl>',
      'Mill\n\nA house.\n\nIt turns.\n\nRiver\n\nWater.',
    ],
    ['<p>a<h2>b</h2>c', 'a\n\n## b\n\nc'],
    ['<ul>Loose<li>In</ul><li>Alone', 'Loose\n\n- In\n\nAlone'],
  ],
  'end tags without a start': [
    ['A</p>B', 'A\n\nB'],
    ['<p>a<div>b</p>c</div>d', 'a\n\nb\n\nc\n\nd'],
    ['C</br>D', 'C\nD'],
    ['a</b>b</div>c</table>d</img>e', 'abcde'],
  ],
  'what is nested wrongly': [
    ['<p><b>One <i>two</b> three</i> four</p><p>five', 'One two three four\n\nfive'],
    ['<p><a href=x>one <a href=y>two</a> three<p>four <a href=z>open<p>five', 'one two three\n\nfour open\n\nfive'],
    ['<table><tr><td><b>a</td></b><td>b</div></table>c', 'a | b\n\nc'],
  ],
  links: [
    ['<a href=x>One</a><a href=y>Two</a>', 'One Two'],
    ['<p>an <a href=x>old</a>er mill', 'an older mill'],
    ['<h1><a href=x>The</a> <em>mill</em></h1>', '# The mill'],
  ],
  lists: [
    ['<ul><li>One<ul><li>In<li>Side</ul><li>Two</ul>', '- One\n  - In\n  - Side\n- Two'],
    ['<ol><li>One<ol><li>In</ol><li>Two</ol>', '1. One\n   1. In\n2. Two'],
    ['<ol><li><p>A<p>B<li>C</ol>', '1. A\n\n   B\n2. C'],
    ['<ul><li><ul><li><ul><li>Deep<p>Deeper</ul></ul></ul>', '  - Deep\n\n  Deeper'],
    ['<blockquote><ul><li>q</ul></blockquote>', '> - q'],
  ],
  tables: [
    [
      '<table><caption>Boats</caption><thead><tr><th>Name<th>Year<tbody><tr><td>Ann<td>1910<tr><td>Bee<td></table>after',
      'Boats\n\n| Name | Year |\n| --- | --- |\n| Ann | 1910 |\n| Bee | |\n\nafter',
    ],
    ['<table><tr><th>A<th>B<tr><td><td>x|y</table>', '| A | B |\n| --- | --- |\n| | x\\|y |'],
    ['<table><tr><td><p>One</p><p>Two</p><td>Menu<tr><td>a<td>b</table>', 'One | Two | Menu\na | b'],
    ['<table><tr><td>a<td>b<tr><td colspan=2>c</table>', 'a | b\nc'],
    ['<table><tr><td>a<td>b</table>', 'a | b'],
    ['<table><tr><td>only<tr><td>one</table>', 'only\none'],
    [
      '<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table><td>side</table>',
      '| a | b |\n| --- | --- |\n| c | d |\n\nside',
    ],
  ],
  code: [
    ['<pre><code>if (a &lt; b) {\n  c()<br>  d()\n}\n</code></pre>', '```\nif (a < b) {\n  c()\n  d()\n}\n```'],
    ['<pre>```\nx\n```</pre>', '````\n```\nx\n```\n````'],
    ['<p>Use <code>a_b*</code> now', 'Use a_b\\* now'],
  ],
  'quotations and lines': [
    ['<blockquote><p>One<blockquote>Two</blockquote></blockquote>', '> One\n\n> > Two'],
    ['<p>He said <q>go <q>on</q></q>.', 'He said “go “on””.'],
    ['<p>Roses are red<br>violets <br/> are blue<br><br>and so</p>', 'Roses are red\nviolets\nare blue\nand so'],
    ['<p>H<sub>2</sub>O, 10<sup>th</sup>', 'H2O, 10th'],
    [
      '<details><summary>Why?</summary>So.</details><button>How?</button><div>Thus.</div>',
      'Why?\n\nSo.\n\nHow?\n\nThus.',
    ],
  ],
  characters: [
    ['super<wbr>cali&shy;a&nbsp;b', 'supercali\u00ada\u00a0b'],
    ['&amp;amp; &lt;b&gt; &copy 1 &#x41; a&b &unknown', '\\&amp; \\<b> © 1 A a&b &unknown'],
    ['a&#0;&#xD800;&#x110000;b', 'a\ufffd\ufffd\ufffdb'],
    ['<p>tab\tand\nline  many</p>', 'tab and line many'],
    ['<html dir=rtl><p>مرحبا <b>بالعالم</b> 123', 'مرحبا بالعالم 123'],
    ['<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字</ruby>です', '漢字です'],
  ],
  'what is no text': [
    ['a<!-->b-->c<!--->d<!-- x --!>e<!- f >g<!doctype x>h<?php echo ?>i</ j>k<!-- never', 'ab-->cdeghik'],
    ['<p>x<![CDATA[y]]>z<svg><title>T</title><![CDATA[ <w> ]]></svg> v', 'xyz v'],
    ['<p>One<script>"<p>no</p>"</script><style>p{}</style> two', 'One two'],
    ['<p><img alt="No" data-src=x>Shown<amp-img alt=No></amp-img>', 'Shown'],
    ['<select><option>No</select><textarea>No</textarea><iframe>No</iframe><video>No</video><p>Yes', 'Yes'],
    ['<p>A<math><mi>x</mi></math>B', 'AB'],
  ],
  'what is not shown': [
    ['<p>Text.<noscript><img src=x><p>Enable scripts</p></noscript><p>More.', 'Text.\n\nMore.'],
    ['<x-card><template shadowrootmode=open><p>Yes</template><template><p>No</template></x-card>', 'Yes'],
    ['<p>Before<div hidden>No</div><div style="color:red; display : NONE">No</div>After', 'Before\n\nAfter'],
    ['<p>One <span style="display:none">no </span>two', 'One two'],
    ['<div hidden=until-found>Found', 'Found'],
    [`<div style="display:none"><p>${WAITING}</div><p>Menu`, `${WAITING}\n\nMenu`],
    [`<noscript><p>${WAITING}</noscript>`, WAITING],
  ],
  'documents of other kinds': [
    ['Just text', 'Just text'],
    ['<!doctype html><html ⚡><p>Fast', 'Fast'],
    ['<?xml version="1.0"?><html xmlns="x"><title>T</title><body><p>One<br/>two</p></body></html>', 'One\ntwo'],
    ['<frameset><frame src=x><noframes>No</noframes></frameset>', ''],
    ['\ufeff<html><p>Mark', 'Mark'],
    ['', ''],
    ['<script>var only = 1</script>', ''],
  ],
}

for (const [name, cases] of Object.entries(CASES)) {
  describe(name, () => {
    test.each(cases)('%s', (html, text) => {
      expect(textOf(html)).toBe(text)
    })
  })
}

describe('the character set of a page', () => {
  const BODY = 'The caf\xe9\x92s owner paid \x80 5.'
  const latin1 = (html: string): Uint8Array => Buffer.from(html, 'latin1')
  const page = (charset: string, body: string): string => `<html><meta charset=${charset}><p>${body}`
  test.each([
    ['as declared', latin1(page('windows-1252', BODY)), 'windows-1252', 'The café’s owner paid € 5.'],
    ['by its old name', latin1(page('iso-8859-1', BODY)), 'windows-1252', 'The café’s owner paid € 5.'],
    ['not as declared', latin1(page('utf-8', BODY)), 'windows-1252', 'The café’s owner paid € 5.'],
    ['UTF-8, whatever is declared', Buffer.from(page('gbk', 'The café’s owner')), 'utf-8', 'The café’s owner'],
    ['GBK', latin1(page('gbk', '\xca\xd8\xd5\xfd\xb3\xf6\xc6\xe6')), 'gb18030', '守正出奇'],
    ['Shift_JIS', latin1(page('Shift_JIS', '\x93\xfa\x96\x7b\x8c\xea')), 'shift_jis', '日本語'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${page('utf-8', 'The café')}`, 'utf16le'), 'utf-16le', 'The café'],
    ['unknown', latin1(page('x-nobody', 'The mill')), 'utf-8', 'The mill'],
  ])('%s', (_, bytes, encoding, text) => {
    const report = clean(bytes, {path: 'a.html', stages: ['identify']})
    expect(report.text).toBe(`${text}\n`)
    expect(report.source.encoding).toBe(encoding)
  })

  test('is UTF-8 where a few bytes are broken', () => {
    const bytes = Buffer.concat([
      Buffer.from('<meta charset=utf-8><p>Zoë said “yes” in São Paulo, naïvely, '),
      Buffer.from([0xe2, 0x80]),
      Buffer.from(' and left.'),
    ])
    const {text, source} = clean(bytes, {path: 'a.html'})
    expect(source.encoding).toBe('utf-8')
    expect(text).toContain('Zoë said “yes” in São Paulo')
  })
})

test.each(['', '<html></html>', '<script>alert(1)</script>', '<p> &nbsp; </p>'])(
  'a page without text is rejected: %s',
  (html) => {
    expect(clean(html, {path: 'a.html'}).rejected).toBe('a page without text')
  },
)

test('a stub before a paywall stays, for somebody to judge', () => {
  const html =
    '<article><h1>The mill</h1><p>The mill stands by the river and turns its wheel, as it has for a hundred years.</p><div class="paywall">Subscribe to read on.</div></article>'
  expect(clean(html, {path: 'a.html'}).text).toContain('The mill stands by the river')
})

test('the sample gives its article, with its list, quotation and table, and nothing of the page around it', () => {
  const html = readFileSync(path.resolve(import.meta.dirname, '../../input/harbour-news.html'), 'utf8')
  const {text, metadata} = clean(html, {path: 'harbour-news.html'})
  expect(metadata).toMatchObject({byline: 'Ines Calder', site: 'The Saltby Courier'})
  for (const kept of ['At a quarter past seven', '> “My mother is ninety', '- four crossings', '| --- | --- | --- |'])
    expect(text).toContain(kept)
  expect(text).toMatch(/The chickens were the last to leave the boat\.\n$/)
  expect(text).not.toMatch(/News|cookies|Share|newsletter|Advertisement|Filed|Related|gull_42|Pier|rights/)
})
