/** The file of known findings: read as it was written, merged by git, refused where it is broken. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  type BaselineEntry,
  BaselineError,
  baselineOf,
  entriesFrom,
  readBaseline,
} from '../../../src/lint/known/baseline.js'
import {baselinePlace, findBaseline} from '../../../src/lint/known/baseline-file.js'
import {commit, git, lint, news, put, putBaseline, read, remove, rename, repository} from './repository.js'

const SLOT = 'The mill cost billions of {dollars} to build.\n'
const OTHER = 'A visitor pays {twelve} coins at the door.\n'
const PLAIN = 'It stands by the river, and it is open every day of the week.\n'
const TITLE = '# unspun baseline, version 1'

const entry: BaselineEntry = {
  fingerprint: '0123456789abcdef0123',
  ordinal: 2,
  rule: 'residue/unfilled-slot',
  place: 'content/a.md',
  text: '{dollars}',
}

describe('the file', () => {
  test('is the same for the same entries in any order', () => {
    const other = {...entry, ordinal: 1}
    expect(baselineOf([entry, other, entry])).toBe(baselineOf([other, entry]))
    const lines = baselineOf([entry, other]).trimEnd().split('\n')
    expect(lines.slice(-2)).toEqual([
      '0123456789abcdef0123\t1\tresidue/unfilled-slot\tcontent/a.md\t{dollars}',
      '0123456789abcdef0123\t2\tresidue/unfilled-slot\tcontent/a.md\t{dollars}',
    ])
    expect(lines.slice(0, -2).every((line) => line.startsWith('# '))).toBe(true)
  })

  test('comes back as it went, whatever a file is called', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', minLength: 1}), fc.nat({max: 1e6}), (place, nth) => {
        const entries = [{...entry, place, ordinal: nth + 1}]
        expect(readBaseline('b', baselineOf(entries))).toEqual(entries)
      }),
    )
  })

  test('shows texts cut, and nothing of them steers a terminal', () => {
    const result = lint('a.md', SLOT)
    const actual = `\u001b[31m\t\u202e{${'a'.repeat(200)}`
    const entries = entriesFrom()({...result, findings: result.findings.map((finding) => ({...finding, actual}))})
    const content = baselineOf(entries)
    expect(entries.length).toBe(1)
    expect(content).toContain('‹001B›[31m⇥‹202E›{aaa')
    expect(content.replace(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(Math.max(...content.split('\n').map((line) => line.length))).toBeLessThan(200)
  })

  test('may have been checked out with other line ends', () => {
    expect(readBaseline('b', baselineOf([entry]).replaceAll('\n', '\r\n'))).toEqual([entry])
  })
})

describe('a broken file is refused with its place:', () => {
  const line = '0123456789abcdef0123\t1\trule/x\ta.md\ttext'
  const broken: Readonly<Record<string, readonly [content: string, place: string, message: string]>> = {
    'a text of something else': ['Hello\n', 'b:1:1', 'Unexpected beginning'],
    nothing: ['', 'b:1:1', 'Unexpected beginning'],
    'another version': ['# unspun baseline, version 22\n', 'b:1:1', 'Unexpected beginning'],
    'marks of a merge': [`${TITLE}\n<<<<<<< HEAD\n${line}\n=======\n>>>>>>> x\n`, 'b:2:1', 'mark of a merge'],
    'marks of a merge in its title': [`<<<<<<< HEAD\n${TITLE}\n=======\n`, 'b:1:1', 'mark of a merge'],
    'a fingerprint that is none': [`${TITLE}\n${line}\n${line.replace('0', 'x')}`, 'b:3:1', 'expected a fingerprint'],
    'a number that is none': [`${TITLE}\n${line.replace('\t1', '\t0')}`, 'b:2:22', 'expected a number'],
    'a missing rule': [`${TITLE}\n${line.replace('rule/x', '')}`, 'b:2:24', 'expected a rule'],
    'a file that is none': [`${TITLE}\n${line.replace('a.md', '%zz')}`, 'b:2:31', 'expected a file'],
    'missing columns': [`${TITLE}\n${line.slice(0, 20)}`, 'b:2:22', 'expected a number'],
    'a column too many': [`${TITLE}\n${line}\tmore`, 'b:2:41', 'expected the end'],
  }
  for (const [name, [content, place, message]] of Object.entries(broken)) {
    test(name, () => {
      const refusal = refusalOf(content)
      expect(refusal).toContain(`${place} `)
      expect(refusal).toContain(message)
      expect(refusal).toMatch(/\n> +\d+ \|/)
    })
  }

  test('and cannot steer a terminal', () => {
    expect(refusalOf(`${TITLE}\n\u001b[31mred`)).not.toContain('\u001b')
  })
})

function refusalOf(content: string): string {
  try {
    readBaseline('b', content)
  } catch (error) {
    if (error instanceof BaselineError) return error.message
    throw error
  }
  throw new Error('was read')
}

describe('with a baseline', () => {
  test('only what it does not have is new', async () => {
    put('a.md', SLOT)
    putBaseline('a.md')
    expect((await news({}, '.')).found).toEqual([])
    put('a.md', `${OTHER}\n${PLAIN}\n${SLOT}`)
    expect((await news({}, '.')).found).toEqual(['a.md:1 {twelve}'])
    expect((await news({baseline: false}, '.')).found).toEqual(['a.md:1 {twelve}', 'a.md:5 {dollars}'])
    expect((await news({baseline: 'unspun.baseline'}, 'a.md')).found).toEqual(['a.md:1 {twelve}'])
  })

  test('a paragraph may move, also to another file; a copy is new where it was not', async () => {
    put('b.md', SLOT)
    put('a.md', PLAIN)
    putBaseline('a.md', 'b.md')
    put('a.md', SLOT)
    expect((await news({}, '.')).found).toEqual(['a.md:1 {dollars}'])
    put('b.md', PLAIN)
    expect((await news({}, '.')).found).toEqual([])
    rename('a.md', 'z.md')
    expect((await news({}, '.')).found).toEqual([])
    put('z.md', `${SLOT}\n${SLOT}`)
    expect((await news({}, '.')).found).toEqual(['z.md:3 {dollars}'])
  })

  test('results stay in their order while one is in doubt', async () => {
    put('z.md', SLOT)
    putBaseline('z.md')
    for (const name of ['a.md', 'b.md', 'c.md']) put(name, name === 'b.md' ? SLOT : OTHER)
    expect((await news({}, '.')).found).toEqual(['a.md:1 {twelve}', 'b.md:1 {dollars}', 'c.md:1 {twelve}'])
  })

  test('what is gone is said where all of its files were looked at, and only there', async () => {
    put('a.md', SLOT)
    put('b.md', OTHER)
    put('c.md', `${SLOT}\n${SLOT}`)
    putBaseline('a.md', 'b.md', 'c.md')
    put('c.md', SLOT)
    remove('b.md')
    expect((await news({}, 'c.md')).notices).toEqual([])
    expect((await news({}, '.')).notices).toEqual([
      expect.stringMatching(/^2 of 4 findings in unspun.baseline are gone/),
    ])
  })

  test('since a commit, what it has is known where it changed, and a copy of the rest is new', async () => {
    put('a.md', SLOT)
    put('b.md', PLAIN)
    repository()
    put('b.md', `${SLOT}\n${OTHER}`)
    expect((await news({since: 'HEAD'})).found).toEqual(['b.md:1 {dollars}', 'b.md:3 {twelve}'])
    putBaseline('a.md', 'b.md')
    expect((await news({since: 'HEAD'})).found).toEqual([])
    putBaseline('a.md')
    expect((await news({since: 'HEAD'})).found).toEqual(['b.md:1 {dollars}', 'b.md:3 {twelve}'])
  })

  test('is found beside the configuration, also from a folder below', async () => {
    put('content/a.md', SLOT)
    expect(findBaseline(undefined)).toBeUndefined()
    expect(baselinePlace(undefined)).toBe('unspun.baseline')
    putBaseline('content/a.md')
    put('unspun.config.json', '{}')
    process.chdir('content')
    expect(findBaseline('../unspun.config.json')).toBe('../unspun.baseline')
    expect((await news({}, 'a.md')).found).toEqual([])
    expect((await news({config: '../unspun.config.json'}, 'a.md')).found).toEqual([])
  })

  test('one that is not there, or is none, stops the run', async () => {
    put('a.md', SLOT)
    await expect(news({baseline: 'none'}, 'a.md')).rejects.toThrow(/Baseline none cannot be read: .*create PATHS/)
    await expect(news({baseline: 'a.md'}, 'a.md')).rejects.toThrow('a.md:1:1 Unexpected beginning')
  })
})

describe('two branches', () => {
  /** Each branch adds a finding of its own beside that of both, and removes one of the first. */
  function branches(): void {
    put('a.md', `${SLOT}\n${OTHER}`)
    putBaseline('a.md')
    repository()
    git('checkout', '-q', '-b', 'other')
    put('b.md', `${PLAIN}\nThe door of {oak} is shut.\n\n${SLOT}`)
    putBaseline('a.md', 'b.md')
    commit()
    git('checkout', '-q', 'main')
    put('a.md', SLOT)
    put('c.md', `The roof of {slate} is new.\n\n${SLOT}`)
    putBaseline('a.md', 'c.md')
    commit()
  }

  test('merge to what both know, with git as told to', async () => {
    put('.gitattributes', 'unspun.baseline merge=union\n')
    branches()
    git('merge', '-q', '--no-edit', 'other')
    expect(await news({}, '.')).toEqual({found: [], notices: []})
    const merged = read('unspun.baseline')
    putBaseline('a.md', 'b.md', 'c.md')
    expect(new Set(merged.split('\n'))).toEqual(new Set(read('unspun.baseline').split('\n')))
  })

  test('merge, or say that somebody has to', async () => {
    branches()
    try {
      git('merge', '-q', '--no-edit', 'other')
    } catch {
      await expect(news({}, '.')).rejects.toThrow(/unspun.baseline:\d+:1 Unexpected mark of a merge/)
      put('unspun.baseline', read('unspun.baseline').replace(/^[<=>]{7}.*\n/gm, ''))
    }
    expect((await news({}, '.')).found).toEqual([])
  })
})

test('paragraphs in any order are known, and one faulty sentence more is one new finding', () => {
  const noun = fc.constantFrom('mill', 'river', 'tower', 'gate', 'road', 'bell')
  const sentence = fc
    .tuple(noun, noun, fc.boolean())
    .map(([a, b, isFaulty]) =>
      isFaulty ? `The ${a} cost billions of {dollars} for the ${b}.` : `The ${a} stands beside the ${b}.`,
    )
  const paragraphs = fc.array(fc.array(sentence, {minLength: 1, maxLength: 4}), {minLength: 1, maxLength: 6})
  return fc.assert(
    fc.asyncProperty(paragraphs, fc.nat(), fc.nat(), async (text, turn, at) => {
      put('a.md', text.map((sentences) => sentences.join(' ')).join('\n\n'))
      putBaseline('a.md')
      const turned = text.map((_, i) => text[(i + turn) % text.length]!)
      put('a.md', turned.map((sentences) => sentences.join('\n')).join('\r\n\r\n'))
      expect(await news({}, 'a.md')).toEqual({found: [], notices: []})
      const more = turned.toSpliced(at % (text.length + 1), 0, ['A visitor pays {twelve} coins at the door.'])
      put('a.md', more.map((sentences) => sentences.join(' ')).join('\n\n'))
      expect((await news({}, 'a.md')).found).toEqual([expect.stringContaining('{twelve}')])
      const copied = [...turned, ['The mill cost billions of {dollars} for the mill.']]
      put('a.md', copied.map((sentences) => sentences.join(' ')).join('\n\n'))
      expect((await news({}, 'a.md')).found).toHaveLength(1)
    }),
    {numRuns: 25},
  )
})
