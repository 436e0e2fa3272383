/** Where findings stand in files that hold more than a text, and what of such a file is never looked at. */
import {describe, expect, test} from 'vitest'
import {createLinter, type LintInput, type LintSettings} from '../../src/lint/linter.js'

const base: LintSettings = {
  options: {stages: ['decode', 'identify', 'boilerplate', 'residue']},
  rulesFolders: [],
  asksDictionary: false,
}
const linter = createLinter(base)
const withFields = createLinter({...base, fields: ['title', 'posts.*.body']})

const input = (path: string, content: string): LintInput => ({content, facts: {path}})

/** What stands in the file where each finding is said to be. */
const marked = (path: string, content: string, used = linter): string[] =>
  used.lint(input(path, content)).findings.map(({start, end}) => content.slice(start.offset, end.offset))

describe('front matter', () => {
  const faults = 'The mill in {town} turned .'
  test.each([
    ['plain', `title: ${faults}`.replace('{town}', 'x {town}'), ['{town}', ' ']],
    ['in single quotes', `title: 'It''s the mill in {town} .'`, ['{town}', ' ']],
    ['in double quotes', String.raw`title: "The \"mill\" in {town} turned \u2014 at night ."`, ['{town}', ' ']],
    ['literal', 'description: |\n  A mill stood\n  in {town} .\n', ['{town}', ' ']],
    ['folded', 'description: >-\n  A mill stood\n  in {town} .\n\n  It rained .', ['{town}', ' ', ' ']],
    ['over two lines', 'title: The mill\n  in x {town} turned .', ['{town}', ' ']],
    ['in depth', 'seo:\n  - description: The mill in x {town}', ['{town}']],
  ])('of YAML: %s', (_, yaml, found) => {
    expect(marked('a.md', `---\nlayout: "{page} ."\n${yaml}\n---\n\nThe keeper slept.\n`)).toEqual(found)
  })

  test('of TOML: strings of one line before the first table', () => {
    const toml = `title = "The \\"mill\\" in {town} ." # {not}\nlayout = "{page}"\nsubtitle = 'It {rained}'\n[params]\ntitle = "{not}"`
    expect(marked('a.md', `+++\n${toml}\n+++\nThe keeper slept.\n`)).toEqual(['{town}', ' ', '{rained}'])
  })

  test('a whole title is no boilerplate', () => {
    expect(marked('a.md', '---\ntitle: Read more\n---\nThe keeper slept.\n')).toEqual([])
  })

  test('that cannot be read is left alone', () => {
    expect(marked('a.md', '---\ntitle: [ "{town}\n---\nThe keeper slept.\n')).toEqual([])
  })

  test('of a length that only data has is left alone', () => {
    const yaml = `title: The keeper of {mill} slept\n${'- x\n'.repeat(6000)}`
    expect(marked('a.md', `---\n${yaml}---\nThe keeper slept.\n`)).toEqual([])
  })

  test('other fields where they are chosen', () => {
    const used = createLinter({...base, frontMatterFields: ['lead']})
    expect(
      marked('a.md', '---\ntitle: In {town}\nlead: The keeper of {mill} slept\n---\nThe keeper slept.\n', used),
    ).toEqual(['{mill}'])
  })
})

describe('JSON', () => {
  test('only strings in chosen fields, through their escapes', () => {
    const json = String.raw`{"title": "The \"mill\" \u2014 in {town} .", "slug": "{slug} .", // {comment}
 "posts": [{"body": "It rained .\n\nNobody came to {town}", "title": "The keeper of {mill} slept"}],}`
    expect(marked('a.json', json, withFields)).toEqual(['{town}', ' ', ' ', '{town}', '{mill}'])
  })

  test('lines and columns are those of the file', () => {
    const [finding] = withFields.lint(input('a.json', '{\n "title": "Caf\\u00e9 — {town} is far"}')).findings
    expect(finding?.start).toEqual({line: 2, column: 24, offset: 25, byteColumn: 26})
  })

  test('that is none is rejected where it breaks off', () => {
    const {findings} = withFields.lint(input('a.json', '{\n "title": x}'))
    expect(findings).toMatchObject([{rule: 'lint/rejected-document', start: {line: 2, column: 11}}])
  })

  test('nested too deep is rejected, not a crash', () => {
    const {findings} = withFields.lint(input('a.json', '['.repeat(100_000)))
    expect(findings).toMatchObject([{rule: 'lint/rejected-document'}])
  })

  test('without chosen fields says what is missing', () => {
    const [finding] = linter.lint(input('a.json', '{"title": "In {town}"}')).findings
    expect(finding?.message).toContain('--fields')
  })
})

describe('YAML', () => {
  test('rule files can be checked: what they say, not what they find', () => {
    const used = createLinter({...base, fields: ['message', 'why']})
    const yaml = `- id: residue/x\n  message: Unexpected slot of {town}\n  find: ['{name} .']\n- id: y\n  why: It rained .\n`
    expect(marked('rules.yml', yaml, used)).toEqual(['{town}', ' '])
  })

  test('nested too deep is rejected, not a crash', () => {
    const {findings} = withFields.lint(input('a.yaml', '['.repeat(20_000)))
    expect(findings).toMatchObject([{rule: 'lint/rejected-document'}])
  })

  test('aliases cost nothing', () => {
    const bomb = Array.from({length: 30}, (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : `*a${i - 1}, *a${i - 1}`}]`).join(
      '\n',
    )
    expect(marked('a.yml', `${bomb}\ntitle: In x {town}\n`, withFields)).toEqual(['{town}'])
  })
})

describe('MDX', () => {
  test('prose only: no imports, tags, attributes, expressions and code', () => {
    const mdx = `import A from './{a}.js'\nexport const x = {b: '{c} .'}\n\n# The mill in {town}\n\nThe keeper of {mill} slept.\n\n<Note title="{d} .">It rained all night . The keeper of the mill slept.</Note>\n\n{/* {e} . */}\n\n\`{f} .\` and \\{g\n`
    expect(marked('a.mdx', mdx)).toEqual([' '])
  })

  test('the same text in Markdown has a slot', () => {
    expect(marked('a.md', 'The keeper of {mill} slept.\n')).toEqual(['{mill}'])
  })
})

describe('a page', () => {
  test('findings stand in its text, not in tags, scripts and code', () => {
    const html = `<!doctype html><title>Mill</title><article><h1>The mill</h1><p title="in {town}">The keeper of the old mill slept <b class="{town}">all night</b> in {town}, and nobody came.</p><script>"{town}"</script><pre>{town}</pre></article>`
    const {findings} = linter.lint(input('a.html', html))
    const slots = findings.filter(({rule}) => rule === 'residue/unfilled-slot')
    expect(slots.map(({start}) => html.slice(start.offset - 3, start.offset))).toEqual(['in '])
    expect(slots[0]!.start.offset).toBe(html.indexOf('{town}, and'))
  })
})

describe('a byte order mark', () => {
  test('is none of the text, and counts in offsets only', () => {
    const [finding, ...others] = linter.lint(input('a.md', '\ufeffThe {mill} turned.\n')).findings
    expect(others).toEqual([])
    expect(finding?.start).toEqual({line: 1, column: 5, offset: 5, byteColumn: 5})
  })
})

describe('a record of JSON Lines', () => {
  const text = String.raw`{"id": 1, "text": "The \"mill\" in {town} turned ."}`
  const value = {start: text.indexOf('"The'), end: text.length - 1}
  const record: LintInput = {
    content: JSON.parse(text).text,
    facts: {path: 'a.jsonl'},
    line: {text, value, number: 7, offset: 700},
  }

  test('is told of in the line of its file', () => {
    const [finding] = linter.lint(record).findings
    const column = text.indexOf('{town}') + 1
    expect(finding?.start).toEqual({line: 7, column, offset: 700 + column - 1, byteColumn: column})
    expect(finding?.frame.text).toBe('The "mill" in {town} turned .')
  })

  test('that is none is told of at the beginning of its line', () => {
    const line = {text: 'nonsense', value: undefined, number: 3, offset: 20}
    const {findings} = linter.lint({content: '', facts: {path: 'a.jsonl', rejected: 'not JSON'}, line})
    expect(findings).toMatchObject([{rule: 'lint/rejected-document', start: {line: 3, column: 1, offset: 20}}])
  })
})
