/** Web pages on the command line: files, compressed, on standard input, in records; nothing of theirs acts anywhere. */

import {existsSync} from 'node:fs'
import path from 'node:path'
import {gzipSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import {folder, put, read, unspun} from './run.js'

const MILL =
  'The mill stands by the river and turns its wheel, as it has for a hundred years, and nobody in the town remembers a day without it.'
const KEEPER =
  'The keeper, who is old now, still opens the gate at six, and in the evening he walks home along the water, through the reeds.'
const HTML = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>The old mill</title>
<meta name="author" content="Ann Harper"></head><body>
<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>The old mill</h1>
<p>${MILL}</p>
<p>It cost billions of {dollars} to build. ${KEEPER}</p>
</article>
<footer class="footer"><p>© 2025 <a href="/">The Courier</a>. All rights reserved.</p></footer>
</body></html>
`
const hasArticle = (text: string): void => {
  expect(text).toContain(MILL)
  expect(text).toContain('billions of dollars')
  expect(text).not.toMatch(/Home|All rights|<p>/)
}

describe('clean', () => {
  test('writes a page as Markdown, a compressed one, too', () => {
    put('in/a.html', HTML)
    put('in/b.htm.gz', gzipSync(HTML))
    const {status, stdout} = unspun(['clean', 'in', '--out', 'out', '--front-matter'])
    expect(status).toBe(0)
    expect(stdout).toContain('2 documents')
    hasArticle(read('out/a.md'))
    expect(read('out/b.md')).toBe(read('out/a.md'))
    expect(read('out/a.md')).toMatch(/^---\ntitle: The old mill\nbyline: Ann Harper\n/)
    expect(JSON.parse(read('out/a.report.json')).page.places.length).toBeGreaterThan(4)
  })

  test('writes text where that is asked for', () => {
    put('a.html', HTML)
    unspun(['clean', 'a.html', '--out', 'out', '--format', 'text', '--no-reports'])
    hasArticle(read('out/a.txt'))
    expect(existsSync(path.join(folder, 'out/a.report.json'))).toBe(false)
  })

  test('knows a page on standard input', () => {
    const {stdout, status} = unspun(['clean', '-'], HTML)
    expect(status).toBe(0)
    hasArticle(stdout)
    hasArticle(unspun(['clean', '-', '--format', 'text'], HTML).stdout)
    // Without its head a page is not recognised by itself.
    hasArticle(unspun(['clean', '-', '--from', 'html'], HTML.slice(HTML.indexOf('<body'))).stdout)
  })

  test('reads pages in records, from the field that is named', () => {
    put('a.jsonl', `${JSON.stringify({url: 'https://a.example/mill', page: HTML})}\n`)
    unspun(['clean', 'a.jsonl', '--out', 'out', '--html-field', 'page'])
    const record = JSON.parse(read('out/a.jsonl'))
    hasArticle(record.text)
    expect(record.page).toBe(HTML)
  })

  test('shows what would change, and writes nothing', () => {
    put('a.html', HTML)
    const {stdout} = unspun(['clean', 'a.html', '--dry-run', '--diff'])
    expect(stdout).toContain('{dollars}')
    expect(stdout).toContain('Home')
    expect(existsSync(path.join(folder, 'out'))).toBe(false)
  })

  test('takes the extension for what it is, and a page without text for none', () => {
    put('in/a.html', '<p>hello there, all of you</p>')
    put('in/b.xhtml', '<script>only()</script>')
    const {status, stderr} = unspun(['clean', 'in', '--out', 'out'])
    expect(status).toBe(0)
    expect(stderr).toContain('in/b.xhtml: rejected: a page without text')
    expect(read('out/a.md')).toBe('hello there, all of you\n')
  })

  test('lets nothing of a page act on the terminal or on the page of its changes', () => {
    const evil = '<img src=x onerror=alert(1)>'
    const hostile = HTML.replace('turns its wheel', 'turns &lt;script&gt;alert(1)&lt;/script&gt; \u001b[2J \u202e')
      .replace('<title>', '<title>&lt;/title>&lt;script>alert(2)&lt;/script>')
      .replace('>News<', `>${evil}News {${'&lt;svg onload=alert(3)&gt;'}}<`)
    put('a.html', hostile)
    const {stdout, stderr} = unspun(['clean', 'a.html', '--out', 'out', '--html', '--diff'])
    expect(stdout + stderr).not.toContain('\u001b[2J')
    const page = read('out/a.review.html')
    expect(page).toContain('&lt;script&gt;alert(1)')
    expect(page).not.toMatch(/<script>alert|<svg onload|<img src=x|\u001b|\u202e/)
    expect(read('out/index.html')).not.toMatch(/<script>alert|<svg onload/)
    expect(unspun(['lint', 'a.html']).stdout).not.toContain('\u001b[2J')
  })
})

describe('lint', () => {
  test('says where in the HTML a finding stands', () => {
    put('a.html', HTML)
    const {stdout, status} = unspun(['lint', 'a.html', '--stages', 'residue'])
    expect(status).toBe(1)
    expect(stdout).toContain('a.html:7:24  residue/unfilled-slot')
    expect(stdout).toContain('  It cost billions of {dollars} to build.')
  })

  test('gives programs the place in the HTML', () => {
    put('a.html', HTML)
    const {stdout} = unspun(['lint', 'a.html', '--stages', 'residue', '--format', 'json'])
    const [finding] = JSON.parse(stdout).documents[0].findings
    expect(finding.start).toMatchObject({line: 7, column: 24})
  })
})
