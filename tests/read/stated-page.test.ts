import {expect, test} from 'vitest'
import {clean} from '../../src/index.js'

const sentence = (n: number): string =>
  `The ${n}th gull came back to the quay, looked at the nets, and left without a fish.`
const body = Array.from({length: 12}, (_, n) => sentence(n + 4)).join('\\n\\n')
const page = (shown: string): string =>
  `<!doctype html><title>Gulls</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Gulls","articleBody":"${body}"}</script><body><nav><a href="/">Home</a></nav>${shown}<script src="app.js"></script>`

test('a page that waits for a script gives the article that it states', () => {
  const {text, metadata} = clean(page('<div id="app">Loading</div>'), {path: 'gulls.html', stages: ['boilerplate']})
  expect(text).toContain(sentence(4))
  expect(text).toContain(sentence(15))
  expect(text).not.toContain('Loading')
  expect(metadata.title).toBe('Gulls')
})

test('a page that shows an article gives that', () => {
  const shown = Array.from(
    {length: 9},
    (_, n) => `<p>${sentence(n + 30)} Nobody on the quay had expected more of it.</p>`,
  )
  const {text} = clean(page(`<article>${shown.join('')}</article>`), {path: 'gulls.html', stages: ['boilerplate']})
  expect(text).toContain(sentence(30))
  expect(text).not.toContain(sentence(4))
})
