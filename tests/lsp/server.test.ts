/** The language server as editors meet it: over standard input and output, with the library that they use. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {
  type Diagnostic,
  DiagnosticRefreshRequest,
  DiagnosticSeverity,
  DocumentDiagnosticRequest,
  ErrorCodes,
  LSPErrorCodes,
  type MarkupContent,
} from 'vscode-languageserver/node'
import {clean} from '../../src/index.js'
import {Editor} from './editor.js'

const SLOT = 'The mill cost billions of {dollars} to build.\n'
const SLIP = 'Please recieve the parcel from the station.\n'
const at = (line: number, start: number, end = start) => ({
  start: {line, character: start},
  end: {line, character: end},
})

const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'unspun-lsp-'))

describe('an editor that is sent diagnostics', () => {
  const folder = newFolder()
  const editor = new Editor(folder, ['--stdio'])
  beforeAll(async () => {
    await editor.start()
  })
  afterAll(() => {
    editor.process.kill('SIGKILL')
    rmSync(folder, {recursive: true})
  })

  test('is sent findings with their rule, level and place when it opens a document', async () => {
    await editor.open('mill.md', `😀 ${SLOT}${SLIP}`)
    const [slot, slip, ...others] = await editor.diagnostics('mill.md')
    expect(slot).toMatchObject({
      range: at(0, 29, 38),
      severity: DiagnosticSeverity.Warning,
      code: 'residue/unfilled-slot',
      source: 'unspun',
      message: 'Unexpected brackets around `dollars`',
      data: {level: 'safe', expected: ['dollars'], fingerprint: expect.stringMatching(/^[0-9a-f]{20}$/)},
    })
    expect(slip).toMatchObject({range: at(1, 7, 14), severity: DiagnosticSeverity.Information})
    expect(others).toEqual([])
  })

  test('is offered the repair of a safe finding as the preferred one', async () => {
    const [repair] = await editor.actions('mill.md', at(0, 30))
    expect(repair).toMatchObject({title: 'Write «dollars»', kind: 'quickfix', isPreferred: true})
    expect(repair?.diagnostics?.[0]?.code).toBe('residue/unfilled-slot')
    expect(editor.after('mill.md', repair!)).toBe(`😀 The mill cost billions of dollars to build.\n${SLIP}`)
  })

  test('is offered each suggestion for an unknown word, none preferred', async () => {
    const actions = await editor.actions('mill.md', at(1, 8), ['quickfix'])
    expect(actions.map(({title}) => title)).toContain('Write «receive»')
    expect(actions.some(({isPreferred}) => isPreferred)).toBe(false)
    const receive = actions.find(({title}) => title.includes('receive'))!
    expect(editor.after('mill.md', receive)).toBe(`😀 ${SLOT}${SLIP.replace('recieve', 'receive')}`)
  })

  test('is offered nothing where nothing was found, and no repairs when it asks for refactorings', async () => {
    expect(await editor.actions('mill.md', at(0, 4), ['quickfix'])).toEqual([])
    expect(await editor.actions('mill.md', undefined, ['refactor'])).toEqual([])
  })

  test('is told what, why and what to do on hover', async () => {
    const hover = await editor.hover('mill.md', 0, 31)
    const {kind, value} = hover!.contents as MarkupContent
    expect(kind).toBe('markdown')
    expect(value).toContain('Unexpected brackets around')
    expect(value).toContain('A spinner or template marked this word')
    expect(value).toContain('Write «dollars»')
    expect(hover!.range).toEqual(at(0, 29, 38))
    expect(await editor.hover('mill.md', 0, 5)).toBeNull()
  })

  test('is sent what is left after an edit, for the version that it made', async () => {
    await editor.type('mill.md', at(0, 29, 38), 'dollars')
    expect((await editor.diagnostics('mill.md')).map(({code}) => code)).toEqual(['spell/unknown-word'])
  })

  test('is not sent every version while somebody types', async () => {
    const before = editor.published.length
    for (const letter of 'a quick walk') await editor.type('mill.md', at(2, 0), letter)
    await editor.diagnostics('mill.md')
    expect(editor.published.length - before).toBeLessThanOrEqual(2)
    expect(editor.published.at(-1)?.version).toBe(14)
  })

  test('repairs everything that is safe at once, as unspun clean does, and finds nothing more to repair', async () => {
    const text = `${SLOT}\r\nItâ€™s a café, the menu said.\r\n\r\n${SLIP}`
    await editor.open('all.md', text)
    const [all, ...others] = await editor.actions('all.md', at(0, 0), ['source.fixAll'])
    expect(others).toEqual([])
    const repaired = editor.after('all.md', all!)
    expect(repaired).toBe(clean(text, {path: 'all.md'}).text)
    expect(repaired).toContain('It’s a café')
    await editor.open('again.md', repaired)
    expect(await editor.actions('again.md', undefined, ['source.fixAll.unspun'])).toEqual([])
  })

  test('is offered to ignore a finding where it stands, and then hears no more of it', async () => {
    await editor.open('ignored.md', `${SLOT}\n${SLIP}`)
    const actions = await editor.actions('ignored.md', at(0, 30))
    const ignored = editor.after('ignored.md', actions.find(({title}) => title.startsWith('Ignore'))!)
    expect(ignored).toContain('residue/unfilled-slot: accepted in the editor')
    await editor.open('heeded.md', ignored)
    expect((await editor.diagnostics('heeded.md')).map(({code}) => code)).toEqual(['spell/unknown-word'])
    expect(await editor.actions('heeded.md', undefined, ['source.fixAll'])).toEqual([])
  })

  test('is shown places in the HTML of a page', async () => {
    const page = `<!DOCTYPE html><title>The mill</title><article><h1>The mill</h1><p>${SLOT.repeat(3)}</p><p>It cost {dollers} then.</p></article>`
    await editor.open('page.html', page, 'html')
    await editor.diagnostics('page.html')
    const actions = await editor.actions('page.html', undefined, ['quickfix'])
    const repaired = editor.after('page.html', actions.find(({title}) => title.startsWith('Write «dollers»'))!)
    expect(repaired).toBe(page.replace('{dollers}', 'dollers'))
  })

  test('checks what was never saved, and leaves code and blank documents alone', async () => {
    await editor.open('untitled:Untitled-1', SLOT, 'plaintext')
    expect(await editor.diagnostics('untitled:Untitled-1')).toHaveLength(1)
    await editor.open('mill.py', SLOT, 'python')
    expect(await editor.diagnostics('mill.py')).toEqual([])
    await editor.open('blank.md', '\n')
    expect(await editor.diagnostics('blank.md')).toEqual([])
  })

  test('is sent an empty list when it closes a document', async () => {
    const before = editor.published.length
    await editor.close('untitled:Untitled-1')
    await editor.hover('all.md', 0, 0)
    expect(editor.published.slice(before)).toContainEqual({uri: 'untitled:Untitled-1', diagnostics: []})
  })

  test('sees the documents checked anew when a configuration changes, and hears of one that is wrong', async () => {
    expect(editor.watched).toContain('**/unspun.config.{json,yaml,yml,js,mjs,ts,mts}')
    const write = async (config: string): Promise<void> => {
      writeFileSync(path.join(folder, 'unspun.config.json'), config)
      await editor.fileChanged('unspun.config.json')
    }
    const isOf = (level: string) => (found: readonly Diagnostic[]) => found[0]?.data.level === level
    await editor.open('rules.md', SLOT)
    await editor.next('rules.md', isOf('safe'))
    await write('{"rules": {"residue/unfilled-slot": "propose"}}')
    await editor.next('rules.md', isOf('proposed'))
    await write('{"ruels": {}}')
    await editor.next('rules.md', ({length}) => length === 0)
    expect(editor.messages).toEqual([expect.stringMatching(/unspun\.config\.json.*ruels.*expected rules/)])
  })

  test('sees rules of the house read anew when they change, and hears of one that is refused', async () => {
    const rule = path.join(folder, 'house/residue/stamp.yml')
    const write = (good: string): void =>
      writeFileSync(
        rule,
        `- id: residue/stray-stamp\n  message: Unexpected stamp\n  why: Ours.\n  find: [APPROVED BY DESK]\n  cut: match\n  safe: true\n  examples:\n    - {bad: The end. APPROVED BY DESK, good: ${good}}\n    - {leave: It was approved.}\n`,
      )
    mkdirSync(path.dirname(rule), {recursive: true})
    write('The end.')
    writeFileSync(path.join(folder, 'unspun.config.json'), '{"rulesFolders": ["house"]}')
    await editor.fileChanged('unspun.config.json')
    await editor.open('stamp.md', 'The mill stands. APPROVED BY DESK\n')
    expect(await editor.next('stamp.md', ({length}) => length > 0)).toMatchObject([{code: 'residue/stray-stamp'}])
    expect(editor.watched).toContain(`${folder}/house/**/*`)
    write('The end!')
    await editor.fileChanged('house/residue/stamp.yml')
    await editor.next('stamp.md', ({length}) => length === 0)
    expect(editor.messages.at(-1)).toMatch(/stamp\.yml:1:\d+ Unexpected repair/)
    rmSync(path.join(folder, 'unspun.config.json'))
    await editor.fileChanged('unspun.config.json')
  })

  test('shows levels as the author set them', async () => {
    await editor.open('levels.md', SLOT + SLIP)
    expect(await editor.next('levels.md', ({length}) => length === 2)).toHaveLength(2)
    editor.settings = {severity: {safe: 'error', reported: 'off'}}
    await editor.connection.sendNotification('workspace/didChangeConfiguration', {settings: null})
    const shown = await editor.next('levels.md', ([first]) => first?.severity === DiagnosticSeverity.Error)
    expect(shown).toHaveLength(1)
    expect(await editor.hover('levels.md', 1, 9)).toBeNull()
    editor.settings = {severity: {safe: 'loud'}}
    await editor.connection.sendNotification('workspace/didChangeConfiguration', {settings: null})
    await editor.hover('levels.md', 0, 0)
    expect(editor.messages.at(-1)).toMatch(/unspun\.severity\.safe/)
  })

  test('cannot be steered by what stands in a document', async () => {
    const evil = 'See {[x](command:quit)<img/src=x>`*_} and \u001b[31m{red}\u202e.\n'
    await editor.open('evil.md', `${evil}\ud800\u0000\n${SLOT}`, 'plaintext')
    const found = await editor.diagnostics('evil.md')
    expect(found.length).toBeGreaterThanOrEqual(4)
    for (const {message} of found) expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
    for (const {range} of found) {
      const hover = await editor.hover('evil.md', range.start.line, range.start.character)
      expect((hover!.contents as MarkupContent).value).not.toMatch(/(?<!\\)[[<]|[\p{Cf}\p{Cs}\u001b]/u)
    }
  })

  test('is told once that a document is too large', async () => {
    await editor.open('large.md', SLOT.repeat(50_000))
    expect(await editor.diagnostics('large.md')).toEqual([])
    await editor.hover('large.md', 0, 0)
    expect(editor.messages.filter((message) => message.includes('large.md'))).toHaveLength(1)
  })

  test('gets an error for what no server knows, and goes on', async () => {
    await expect(editor.connection.sendRequest('unspun/unheardOf', {})).rejects.toMatchObject({
      code: ErrorCodes.MethodNotFound,
    })
    expect(await editor.hover('never-opened.md', 900, 900)).toBeNull()
    expect(await editor.hover('mill.md', 900, 900)).toBeNull()
  })

  test('says goodbye, and the server ends with 0', async () => {
    expect(await editor.stop()).toBe(0)
    expect(editor.noise).toEqual([])
  })
})

describe('an editor that asks for diagnostics', () => {
  const folder = newFolder()
  const editor = new Editor(folder)
  afterAll(() => {
    editor.process.kill('SIGKILL')
    rmSync(folder, {recursive: true})
  })

  const asked = () =>
    editor.connection.sendRequest(DocumentDiagnosticRequest.type, {textDocument: {uri: editor.uri('mill.md')}})

  test('gets them, and is sent none', async () => {
    const {capabilities} = await editor.start(
      {textDocument: {diagnostic: {}}, workspace: {diagnostics: {refreshSupport: true}}},
      {unspun: {severity: {safe: 'hint'}}},
    )
    expect(capabilities.diagnosticProvider).toBeDefined()
    await editor.open('mill.md', `a${SLOT}`)
    const early = asked()
    await editor.type('mill.md', at(0, 0, 1), '')
    await expect(early).rejects.toMatchObject({code: LSPErrorCodes.ServerCancelled, data: {retriggerRequest: true}})
    expect(await asked()).toMatchObject({
      kind: 'full',
      items: [{range: at(0, 26, 35), severity: DiagnosticSeverity.Hint}],
    })
    expect(editor.published).toEqual([])
  })

  test('gets edits and hovers in the plain form where it knows no other', async () => {
    const [action] = await editor.actions('mill.md')
    expect(action?.edit?.changes?.[editor.uri('mill.md')]).toEqual([{range: at(0, 26, 35), newText: 'dollars'}])
    const hover = await editor.hover('mill.md', 0, 30)
    expect((hover!.contents as MarkupContent).kind).toBe('plaintext')
  })

  test('is told to ask again when a configuration has changed', async () => {
    const again = new Promise<void>((resolve) =>
      editor.connection.onRequest(DiagnosticRefreshRequest.type, () => resolve()),
    )
    writeFileSync(path.join(folder, 'unspun.config.json'), '{"stages": ["spell"]}')
    await editor.fileChanged('unspun.config.json')
    await again
    expect(await asked()).toEqual({kind: 'full', items: []})
  })

  test('may vanish: the server ends', async () => {
    const exit = new Promise((resolve) => editor.process.on('exit', resolve))
    editor.process.stdin.end()
    expect(await exit).toBe(1)
  })
})
