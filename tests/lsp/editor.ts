/** An editor: starts `unspun lsp`, keeps documents, applies the edits it is given. With the library that editors use. */
import {type ChildProcessByStdio, spawn} from 'node:child_process'
import {once} from 'node:events'
import path from 'node:path'
import type {Readable, Writable} from 'node:stream'
import {pathToFileURL} from 'node:url'
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  FileChangeType,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
} from 'vscode-languageserver/node'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {main} from '../cli/run.js'

/** What VS Code can do, without asking for diagnostics itself. */
const CAPABLE: ClientCapabilities = {
  textDocument: {hover: {contentFormat: ['markdown', 'plaintext']}},
  workspace: {
    configuration: true,
    workspaceEdit: {documentChanges: true},
    didChangeConfiguration: {dynamicRegistration: true},
    didChangeWatchedFiles: {dynamicRegistration: true},
  },
}

export class Editor {
  readonly folder: string
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>
  readonly connection: ProtocolConnection
  /** Everything that was published, in its order. */
  readonly published: PublishDiagnosticsParams[] = []
  readonly messages: string[] = []
  /** Globs of the files that the server wants to hear of. */
  readonly watched: string[] = []
  /** What came over standard output and was no message of the protocol. */
  readonly noise: unknown[] = []
  settings: unknown = null
  readonly #documents = new Map<string, TextDocument>()
  #published = () => {}

  constructor(folder: string, args: string[] = []) {
    this.folder = folder
    this.process = spawn(process.execPath, [main, 'lsp', ...args], {cwd: folder, stdio: 'pipe'})
    const {stdout, stdin} = this.process
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
    this.connection.onError(([error]) => this.noise.push(error))
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params)
      this.#published()
    })
    this.connection.onNotification(ShowMessageNotification.type, ({message}) => void this.messages.push(message))
    this.connection.onRequest(ConfigurationRequest.type, ({items}) => items.map(() => this.settings))
    this.connection.onRequest(RegistrationRequest.type, ({registrations}) => {
      for (const {registerOptions} of registrations)
        for (const {globPattern} of registerOptions.watchers ?? []) this.watched.push(globPattern)
    })
    this.connection.listen()
  }

  async start(capabilities: ClientCapabilities = CAPABLE, initializationOptions?: unknown) {
    const uri = pathToFileURL(this.folder).href
    const result = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{uri, name: 'site'}],
      capabilities,
      initializationOptions,
    })
    await this.connection.sendNotification(InitializedNotification.type, {})
    return result
  }

  uri(name: string): string {
    return name.startsWith('untitled:') ? name : pathToFileURL(path.join(this.folder, name)).href
  }

  text(name: string): string {
    return this.#documents.get(name)!.getText()
  }

  async open(name: string, text: string, languageId = 'markdown'): Promise<void> {
    const document = TextDocument.create(this.uri(name), languageId, 1, text)
    this.#documents.set(name, document)
    const {uri} = document
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: {uri, languageId, version: 1, text},
    })
  }

  /** Writes a text over a span, as typing does. */
  async type(name: string, range: Range, text: string): Promise<void> {
    const document = this.#documents.get(name)!
    const version = document.version + 1
    TextDocument.update(document, [{range, text}], version)
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: {uri: document.uri, version},
      contentChanges: [{range, text}],
    })
  }

  async close(name: string): Promise<void> {
    const uri = this.uri(name)
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {textDocument: {uri}})
  }

  /** The first diagnostics for a document as it is open. */
  diagnostics(name: string): Promise<Diagnostic[]> {
    return this.#when(() => this.published.find((each) => this.#isFor(name, each)))
  }

  /** The diagnostics for a document as it is open, as soon as the last that were published are as expected. */
  next(name: string, isExpected: (found: readonly Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    return this.#when(() => {
      const last = this.published.findLast((each) => this.#isFor(name, each))
      return last && isExpected(last.diagnostics) ? last : undefined
    })
  }

  #isFor(name: string, {uri, version}: PublishDiagnosticsParams): boolean {
    const document = this.#documents.get(name)!
    return document.uri === uri && document.version === version
  }

  async #when(find: () => PublishDiagnosticsParams | undefined): Promise<Diagnostic[]> {
    for (;;) {
      const found = find()
      if (found) return found.diagnostics
      await new Promise<void>((resolve) => {
        this.#published = resolve
      })
    }
  }

  async actions(name: string, at?: Range, only?: string[]): Promise<CodeAction[]> {
    const {uri, lineCount} = this.#documents.get(name)!
    const range = at ?? {start: {line: 0, character: 0}, end: {line: lineCount, character: 0}}
    const context = {diagnostics: [], ...(only ? {only} : {})}
    return (await this.connection.sendRequest(CodeActionRequest.type, {textDocument: {uri}, range, context})) as never
  }

  /** The text of a document after an action on it; refuses an edit that is for another version. */
  after(name: string, {edit}: CodeAction): string {
    const document = this.#documents.get(name)!
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[]
    if (change?.textDocument.uri !== document.uri || change.textDocument.version !== document.version) {
      throw new Error(`an edit for ${change?.textDocument.uri} ${change?.textDocument.version}`)
    }
    return TextDocument.applyEdits(document, change.edits as never)
  }

  hover(name: string, line: number, character: number): Promise<Hover | null> {
    const textDocument = {uri: this.uri(name)}
    return this.connection.sendRequest(HoverRequest.type, {textDocument, position: {line, character}})
  }

  async fileChanged(name: string): Promise<void> {
    const changes = [{uri: this.uri(name), type: FileChangeType.Changed}]
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {changes})
  }

  /** Says goodbye; the exit code of the server. */
  async stop(): Promise<number> {
    await this.connection.sendRequest(ShutdownRequest.type)
    const exit = once(this.process, 'exit')
    await this.connection.sendNotification(ExitNotification.type)
    const [code] = await exit
    return code
  }
}
