/** Web pages to measure on: real ones where the shared folder is there, otherwise pages made of our own text. */
import {existsSync} from 'node:fs'
import path from 'node:path'
import {heldOutIds, pageBytes, truthOf} from '../../dist/train/extraction-pages.js'
import {randoms} from '../randoms.mjs'
import {cleanParagraphs} from './texts.mjs'

const tests = path.resolve(import.meta.dirname, '..')
const shared = path.resolve(tests, '../../shared/extraction')
const MADE_PAGES = 100
const MADE_SIZE = 200_000

/** Pages as bytes with their addresses, and what they are. */
export function pagesToMeasure() {
  if (existsSync(shared)) {
    const ids = heldOutIds(path.join(tests, 'eval/extraction/held-out.txt'))
    const chosen = truthOf(shared).filter(({id}) => ids.has(id))
    return {from: 'real pages', pages: chosen.map((page) => ({url: page.url, bytes: pageBytes(shared, page)}))}
  }
  const pages = Array.from({length: MADE_PAGES}, (_, i) => ({
    url: `https://site.example/${i}`,
    bytes: madePage(MADE_SIZE, i),
  }))
  return {from: 'pages made of our own text, for want of ../shared', pages}
}

/** A page of about `size` bytes: like others, most of it is no text. */
export function madePage(size, seed = 1) {
  const random = randoms(seed)
  const {paragraphs} = cleanParagraphs()
  const pick = () => paragraphs[Math.floor(random() * paragraphs.length)].replaceAll('<', '&lt;')
  const parts = ['<!DOCTYPE html><html lang="en"><head><title>A page of some size</title></head><body>']
  for (let length = 0, i = 0; length < size; i++) {
    const part = [
      `<script>window.data${i} = ${JSON.stringify(Array.from({length: 16}, pick))}</script>`,
      `<nav class="site-nav"><ul>${'<li class="menu-item"><a href="/section">Section of the site</a></li>'.repeat(5)}</ul></nav>`,
      `<article class="post-body" id="post-${i}"><h2>Part ${i}</h2><p>${pick()}</p><p>${pick()}</p></article>`,
      `<aside class="related-links"><div class="card"><a href="/${i}">Another story, number ${i}</a></div></aside>`,
    ].join('\n')
    parts.push(part)
    length += part.length
  }
  parts.push('</body></html>')
  return new TextEncoder().encode(parts.join('\n'))
}
