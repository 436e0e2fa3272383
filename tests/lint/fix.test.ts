/** Repairs in files of every kind: made as the file is written, and every other byte as it was. */
import {describe, expect, test} from 'vitest'
import {createFixer} from '../../src/lint/fixer.js'
import type {LintSettings} from '../../src/lint/linter.js'

const base: LintSettings = {
  options: {stages: ['decode', 'identify', 'boilerplate', 'residue']},
  rulesFolders: [],
  asksDictionary: false,
}
const safe = createFixer({...base, fields: ['title', 'posts.*.body']}, 'safe')
const unsafe = createFixer({...base, fields: ['title']}, 'proposed')
const fix = (path: string, content: string | Uint8Array, fixer = safe) => fixer.lint({content, facts: {path}})
const bytes = (text: string) => new TextEncoder().encode(text)

describe('Markdown', () => {
  test('byte order mark, line breaks and the end of the file stay', () => {
    const {fixed} = fix('a.md', bytes('\ufeffThe mill turned .\r\nIt rained all night .'))
    expect(fixed).toEqual({
      source: '\ufeffThe mill turned .\r\nIt rained all night .',
      text: '\ufeffThe mill turned.\r\nIt rained all night.',
    })
  })

  test('what is only proposed is made where that is asked for', () => {
    const source = 'The mill {name} turned .\n'
    expect(fix('a.md', source).fixed?.text).toBe('The mill {name} turned.\n')
    expect(fix('a.md', source).findings.map(({rule}) => rule)).toEqual(['residue/unfilled-slot'])
    expect(fix('a.md', source, unsafe)).toEqual({
      path: 'a.md',
      findings: [],
      fixed: {source, text: 'The mill name turned.\n'},
    })
  })

  test('a clean file has nothing fixed', () => {
    expect(fix('a.md', 'The mill turned.\n')).toEqual({path: 'a.md', findings: []})
  })

  test('a repair that would change the structure is left, and said', () => {
    const source =
      'The keeper of the mill slept all night.\n\n- The first entry of the list .\n\nRead more: how the harbour was built\n\n- The second list begins here.\n'
    const {fixed, unfixed, findings} = fix('a.md', source)
    expect(fixed?.text).toBe(source.replace('list .', 'list.'))
    expect(unfixed).toMatch(/^one repair would change more/)
    expect(findings.map(({level}) => level)).toEqual(['safe'])
  })

  test('a file of which nothing would be left is left', () => {
    const {fixed, unfixed} = fix('a.md', 'Read more: how the harbour was built\n')
    expect([fixed, unfixed]).toEqual([undefined, 'nothing of it would be left'])
  })
})

describe('files that cannot be written as they were', () => {
  test('other character sets', () => {
    const latin1 = Buffer.from('Caf\xe9 by the sea, na\xefve as it was .\nThe mill turned all night .\n', 'latin1')
    const {fixed, unfixed, findings} = fix('a.md', latin1)
    expect([fixed, unfixed]).toEqual([undefined, 'it is not UTF-8'])
    expect(findings.filter(({level}) => level === 'safe').length).toBeGreaterThan(0)
  })

  test('compressed ones', () => {
    expect(fix('a.md.gz', 'The mill turned .\n').unfixed).toBe('it is compressed')
  })
})

describe('front matter', () => {
  test.each([
    ['plain', 'title: The mill turned . And more', 'title: The mill turned. And more'],
    ['single quotes', `title: 'It''s the mill . It turned .'`, `title: 'It''s the mill. It turned.'`],
    [
      'double quotes',
      String.raw`title: "The \"mill\" turned . At night \u2014 it rained ."`,
      String.raw`title: "The \"mill\" turned. At night \u2014 it rained."`,
    ],
    [
      'literal',
      'title: |\n  The mill turned .\n  It rained all night .\n',
      'title: |\n  The mill turned.\n  It rained all night.\n',
    ],
    [
      'folded',
      'title: >-\n  The mill turned .\n  It rained\n  all night .\n',
      'title: >-\n  The mill turned.\n  It rained\n  all night.\n',
    ],
    [
      'the end of a block',
      'title: |\n  The mill turned all night.\n  Share this',
      'title: |\n  The mill turned all night.',
    ],
    [
      'in quotes where plain cannot say it',
      'title: The keeper said &quot;no&quot; at night',
      String.raw`title: "The keeper said \"no\" at night"`,
    ],
  ])('%s', (_, before, after) => {
    const file = (yaml: string) => `---\nlayout: "{page} ." # a note .\n${yaml}\n---\n\nThe keeper slept .\n`
    expect(fix('a.md', file(before)).fixed?.text).toBe(file(after).replace('slept .', 'slept.'))
  })

  test('of TOML', () => {
    const toml = `+++\ntitle = "The \\"mill\\" turned ."\nsubtitle = 'It rained all night .'\nlayout = "{page} ."\n+++\n`
    expect(fix('a.md', `${toml}The keeper slept.\n`).fixed?.text).toContain(
      `title = "The \\"mill\\" turned."\nsubtitle = 'It rained all night.'\nlayout = "{page} ."\n`,
    )
  })
})

describe('JSON and YAML', () => {
  test('values keep their escapes, and everything else its bytes', () => {
    const json = String.raw`{ "id":1.0e5, // {x} .
	"title": "The \"mill\" \u2014 turned .", "slug": "a .", "posts": [ {"body": "It rained .\n\nNobody came &quot;here&quot; ."} ] ,}`
    expect(fix('a.json', json).fixed?.text).toBe(
      json.replace('turned .', 'turned.').replace('rained .', 'rained.').replace('&quot;here&quot; .', '\\"here\\".'),
    )
  })

  test('YAML', () => {
    const yaml = '# a note .\ntitle:   The mill turned . It rained\nslug: a .\n'
    expect(fix('a.yml', yaml).fixed?.text).toBe(yaml.replace('turned .', 'turned.'))
  })
})

describe('a page', () => {
  const page = (text: string) =>
    `<!DOCTYPE html>\n<html><head><title>Mill .</title></head><body><nav><a href="/">Home</a> <a href="/b">Share this</a></nav><article><h1>The mill</h1><p title="It rained .">${text}</p><p>The keeper of the old mill slept all night, and nobody came to wake him before the morning.</p></article><script>let a = "It rained ."</script></body></html>`

  test('only its text is repaired, where it stands', () => {
    const {fixed} = fix('a.html', page('The <b>mill</b> turned all night . It rained &amp; rained, and nobody came .'))
    expect(fixed?.text).toBe(page('The <b>mill</b> turned all night. It rained &amp; rained, and nobody came.'))
  })

  test('furniture stays', () => {
    expect(
      fix('a.html', page('The mill turned all night. It rained and rained, and nobody came.')).fixed,
    ).toBeUndefined()
  })
})

describe('a record of JSON Lines', () => {
  test('is repaired in its line', () => {
    const text = `${String.raw`{"a": 1.0, "text": "The \"mill\" turned .\nIt rained all night .", "b": "It rained ."}`}\r`
    const value = {start: text.indexOf('"The'), end: text.indexOf(', "b"')}
    const line = {text, value, number: 3, offset: 90}
    const {fixed} = safe.lint({content: JSON.parse(text).text, facts: {path: 'a.jsonl'}, line})
    expect(fixed).toEqual({
      source: text,
      text: text.replace('turned .', 'turned.').replace('night .', 'night.'),
      line: 3,
    })
  })
})
