/** What holds of every repair of a Markdown file. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createCleaner} from '../../src/clean.js'
import {compose, protectedSpans} from '../../src/draft/index.js'
import {createFixer} from '../../src/lint/fixer.js'
import {createLinter, type LintSettings} from '../../src/lint/linter.js'
import {markdownFiles} from '../samples/markdown.js'
import {shapeOf} from '../samples/markdown-shape.js'

const base: LintSettings = {options: {}, rulesFolders: [], asksDictionary: false}
const runs = {numRuns: Number(process.env['RUNS'] ?? 15)}
const facts = {path: 'a.md'}
const linter = createLinter(base)

/** What of `part` is not found in `whole`, in that order. */
function withoutSubsequence(whole: readonly string[], part: readonly string[]): readonly string[] {
  let at = 0
  for (const entry of whole) if (entry === part[at]) at++
  return part.slice(at)
}

test('every finding lies in the file', () => {
  fc.assert(
    fc.property(markdownFiles, (content) => {
      for (const {start, end} of linter.lint({content, facts}).findings) {
        expect(start.offset).toBeLessThanOrEqual(end.offset)
        expect(end.offset).toBeLessThanOrEqual(content.length)
        const before = content.slice(0, start.offset).split(/\r\n|\n|\r/)
        expect([start.line, start.column]).toEqual([before.length, before.at(-1)!.length + 1])
      }
    }),
    runs,
  )
})

describe.each(['safe', 'proposed'] as const)('with %s repairs', (fixes) => {
  const fixer = createFixer(base, fixes)
  const fixed = (content: string) => fixer.lint({content, facts})
  const cleaner = createCleaner({makesProposed: fixes === 'proposed'})

  test('twice fixed is once fixed', () => {
    fc.assert(
      fc.property(markdownFiles, (content) => {
        const text = fixed(content).fixed?.text ?? content
        expect(fixed(text).fixed).toBeUndefined()
      }),
      runs,
    )
  })

  test('a fixed file has nothing left of what was to be fixed, or says so', () => {
    let files = 0
    let unfixed = 0
    fc.assert(
      fc.property(markdownFiles, (content) => {
        const result = fixed(content)
        const left = result.findings.filter(({level}) => level === 'safe' || level === fixes)
        files++
        if (result.unfixed === undefined) expect(left.map(({rule, actual}) => `${rule} ${actual}`)).toEqual([])
        else unfixed++
      }),
      runs,
    )
    // About three in ten: generated lines of boilerplate stand where taking them out would change the structure.
    expect(unfixed / files).toBeLessThan(0.75)
  })

  test('what is protected keeps its bytes', () => {
    fc.assert(
      fc.property(markdownFiles, (content) => {
        const {report, source} = cleaner(content, facts)
        if (report.rejected !== undefined) return
        const edits = compose(source, report.revisions)
        for (const span of protectedSpans(source, 'markdown')) {
          const isMovable = span.kind !== 'code' && span.kind !== 'front-matter'
          const touching = edits.filter((edit) => edit.start < span.end && span.start < edit.end)
          for (const edit of touching) {
            expect(
              isMovable && edit.start <= span.start && edit.end >= span.end,
              `${span.kind} ${source.slice(span.start, span.end)}`,
            ).toBe(true)
          }
        }
      }),
      runs,
    )
  })

  test('no structure comes or moves, and no code goes', () => {
    fc.assert(
      fc.property(markdownFiles, (content) => {
        const {fixed: after} = fixed(content)
        if (!after) return
        const [was, is] = [shapeOf(content), shapeOf(after.text)]
        expect(withoutSubsequence(was, is), after.text).toEqual([])
        const code = (shape: readonly string[]) => shape.filter((node) => /(?:code|inlineCode) /.test(node))
        expect(code(is)).toEqual(code(was))
      }),
      runs,
    )
  })

  test('line breaks stay of one kind', () => {
    fc.assert(
      fc.property(markdownFiles, (content) => {
        const {fixed: after} = fixed(content)
        if (!after) return
        const breaks = (text: string) => new Set(text.match(/\r\n|\n|\r/g))
        expect([...breaks(after.text)].filter((kind) => !breaks(content).has(kind))).toEqual([])
      }),
      runs,
    )
  })
})
