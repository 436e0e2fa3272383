/** Which actions are offered, and what they write. */
import {expect, test} from 'vitest'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {actionsFor, type Scene} from '../../src/lsp/actions.js'
import {DEFAULT_SETTINGS, settingsFrom} from '../../src/lsp/client-settings.js'
import type {Look} from '../../src/lsp/look.js'
import {findingAt} from './findings.js'

const TEXT = 'One two three.\n'
const document = TextDocument.create('file:///a.md', 'markdown', 7, TEXT)
const WORD = {start: 4, end: 7}

function sceneWith(findings: Look['findings'], scene: Partial<Scene> & Partial<Look> = {}): Scene {
  const {repairs = [], form = 'markdown', ...rest} = scene
  const look = {findings, repairs, form, complaints: [], rulesFolders: []}
  return {document, look, settings: DEFAULT_SETTINGS, knowsVersions: true, ignoreEdit: () => undefined, ...rest}
}
const titles = (scene: Scene, span = WORD, only?: string[]) => actionsFor(scene, span, only).map(({title}) => title)

test('each text that is expected is offered; only the best of a safe finding is preferred', () => {
  const expected = ['2', 'too', '']
  const preferred = (level: 'safe' | 'proposed') =>
    actionsFor(sceneWith([findingAt(document, 4, 7, {level, expected})]), WORD, undefined).map(
      ({title, isPreferred = false}) => [title, isPreferred],
    )
  expect(preferred('safe')).toEqual([
    ['Write «2»', true],
    ['Write «too»', false],
    ['Remove it', false],
  ])
  expect(preferred('proposed').some(([, isPreferred]) => isPreferred)).toBe(false)
})

test('nothing is written over a text that the finding does not speak of', () => {
  expect(titles(sceneWith([findingAt(document, 4, 7, {actual: 'twp', expected: ['two']})]))).toEqual([])
})

test('nothing is written into a page that would have to be written otherwise there', () => {
  const offered = (expected: string[], form: Look['form']) =>
    titles(sceneWith([findingAt(document, 4, 7, {expected})], {form}))
  expect(offered(['2'], 'html')).toEqual(['Write «2»'])
  expect(offered(['R&B'], 'html')).toEqual([])
  expect(offered(['R&B'], 'text')).toEqual(['Write «R&B»'])
})

test('an occurrence is ignored by an edit of its rule and span', () => {
  const ignoreEdit: Scene['ignoreEdit'] = (file, form, {start, end, rule, reason}) => ({
    start: 0,
    end: 0,
    insert: `<!-- ${file.length} ${form} ${start} ${end} ${rule}: ${reason} -->\n`,
  })
  const [action] = actionsFor(sceneWith([findingAt(document, 4, 7, {expected: []})], {ignoreEdit}), WORD, undefined)
  expect(action?.title).toBe('Ignore residue/unfilled-slot here')
  expect(action?.edit).toEqual({
    documentChanges: [
      {
        textDocument: {uri: 'file:///a.md', version: 7},
        edits: [
          {
            range: {start: {line: 0, character: 0}, end: {line: 0, character: 0}},
            newText: '<!-- 15 markdown 4 7 residue/unfilled-slot: accepted in the editor -->\n',
          },
        ],
      },
    ],
  })
})

test('ignoring is offered for few findings at a time', () => {
  const ignoreEdit: Scene['ignoreEdit'] = () => ({start: 0, end: 0, insert: 'x'})
  const offered = (count: number): number => {
    const findings = Array.from({length: count}, () => findingAt(document, 4, 7))
    return titles(sceneWith(findings, {ignoreEdit})).filter((title) => title.startsWith('Ignore')).length
  }
  expect([1, 3, 4].map(offered)).toEqual([1, 3, 0])
})

test('findings beside the span and levels that are not shown offer nothing', () => {
  const finding = findingAt(document, 4, 7)
  expect(titles(sceneWith([finding]), {start: 0, end: 3})).toEqual([])
  expect(titles(sceneWith([finding]), {start: 7, end: 7})).toEqual(['Remove it'])
  const {settings} = settingsFrom({severity: {safe: 'off'}}, DEFAULT_SETTINGS)
  expect(titles(sceneWith([finding], {settings}))).toEqual([])
})

test('an editor that asks for a kind gets that kind', () => {
  const scene = sceneWith([findingAt(document, 4, 7)], {repairs: [{start: 3, end: 7, insert: ''}]})
  const all = 'Make all safe repairs'
  expect(titles(scene)).toEqual(['Remove it', all])
  expect(titles(scene, WORD, ['quickfix'])).toEqual(['Remove it'])
  for (const kind of ['source', 'source.fixAll', 'source.fixAll.unspun'])
    expect(titles(scene, WORD, [kind])).toEqual([all])
  for (const kind of ['source.fixAll.other', 'sour', 'refactor']) expect(titles(scene, WORD, [kind])).toEqual([])
})

test('settings are those of the author, those before where they are none', () => {
  const before = settingsFrom({suggest: true}, DEFAULT_SETTINGS).settings
  expect(before).toEqual({...DEFAULT_SETTINGS, suggest: true})
  expect(settingsFrom({unspun: {suggest: true}}, DEFAULT_SETTINGS).settings).toEqual(before)
  for (const nothing of [undefined, null, {unspun: null}])
    expect(settingsFrom(nothing, before)).toEqual({settings: before})
  const {settings, complaint} = settingsFrom({suggest: 'yes'}, before)
  expect(settings).toEqual(before)
  expect(complaint).toBe('Unexpected "yes" for the setting unspun.suggest, expected boolean')
})
