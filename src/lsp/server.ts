/**
 * The language server: what an editor asks and is told. It only speaks the protocol; documents are looked at in another
 * thread, with the code of `unspun lint` and `unspun clean`.
 */
import {isDeepStrictEqual} from 'node:util'
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type Hover,
  type HoverParams,
  type InitializeResult,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {visible} from '../stage/visible.js'
import {actionsFor, FIX_ALL, type IgnoreEdit} from './actions.js'
import {type Client, clientOf, fileOf} from './client.js'
import {type ClientSettings, DEFAULT_SETTINGS, settingsFrom, severityOf} from './client-settings.js'
import {diagnosticsOf} from './diagnostics.js'
import {hoverAt} from './hover.js'
import type {Look, Question} from './look.js'
import {LookThread} from './look-thread.js'
import {Looks} from './looks.js'

export interface ServerOptions {
  readonly version: string
  /** A configuration file instead of those found upward from each document. */
  readonly config: string | undefined
  readonly ignoreEdit: IgnoreEdit
}

/** An open document, and what is said of it. */
interface Seen {
  readonly document: TextDocument
  readonly look: Look
  readonly settings: ClientSettings
}

/** A pause in typing after which a document is looked at; of a long one, whose look takes longer than a pause. */
const PAUSE_MS = 250
const LONG_PAUSE_MS = 1000
/** UTF-16 code units; a quarter of a second of work. */
const LONG = 200_000
/** Editors write a file by several changes. */
const SETTLING_MS = 100

const CONFIGURATIONS = '**/unspun.config.{json,yaml,yml,js,mjs,ts,mts}'

export class LanguageServer {
  readonly #connection: Connection
  readonly #options: ServerOptions
  readonly #documents = new TextDocuments(TextDocument)
  readonly #thread = new LookThread()
  readonly #looks: Looks
  #client: Client | undefined
  #settings: Promise<ClientSettings> = Promise.resolve(DEFAULT_SETTINGS)
  /** Looks that wait for a pause in typing, by document. */
  readonly #pauses = new Map<string, NodeJS.Timeout>()
  #renewal: NodeJS.Timeout | undefined
  readonly #said = new Set<string>()
  readonly #watched = new Set<string>()

  constructor(connection: Connection, options: ServerOptions) {
    this.#connection = connection
    this.#options = options
    this.#looks = new Looks(this.#thread, (document) => this.#questionFor(document))
  }

  /** Answers until the editor says that it is enough, or is gone. */
  listen(): void {
    const connection = this.#connection
    connection.onInitialize((params) => this.#initialize(clientOf(params)))
    connection.onInitialized(() => this.#initialized())
    connection.onDidChangeConfiguration(({settings}) => this.#configure(settings))
    connection.onDidChangeWatchedFiles(() => this.#renewSoon())
    connection.onCodeAction((params) => this.#actions(params))
    connection.onHover((params) => this.#hover(params))
    connection.languages.diagnostics.on(({textDocument}) => this.#pulled(textDocument.uri))
    connection.onShutdown(() => this.#thread.end())
    this.#documents.onDidChangeContent(({document}) => this.#changed(document))
    this.#documents.onDidClose(({document}) => this.#closed(document.uri))
    this.#documents.listen(connection)
    connection.listen()
  }

  #initialize(client: Client): InitializeResult {
    this.#client = client
    this.#settings = this.#settingsAfter(client.options)
    return {
      serverInfo: {name: 'unspun', version: this.#options.version},
      capabilities: {
        textDocumentSync: {openClose: true, change: TextDocumentSyncKind.Incremental},
        codeActionProvider: {codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL]},
        hoverProvider: true,
        ...(client.pulls
          ? {diagnosticProvider: {identifier: 'unspun', interFileDependencies: false, workspaceDiagnostics: false}}
          : {}),
      },
    }
  }

  #initialized(): void {
    this.#watch(CONFIGURATIONS)
    if (!this.#client!.configures) return
    this.#register(this.#connection.client.register(DidChangeConfigurationNotification.type, {section: 'unspun'}))
    this.#settings = this.#settingsAfter(this.#connection.workspace.getConfiguration('unspun'))
  }

  /** @param sent - The settings, of a client that cannot be asked for them. */
  async #configure(sent: unknown): Promise<void> {
    const before = await this.#settings
    const {configures} = this.#client!
    this.#settings = this.#settingsAfter(configures ? this.#connection.workspace.getConfiguration('unspun') : sent)
    // Editors also tell of settings that did not change.
    if (!isDeepStrictEqual(await this.#settings, before)) this.#renewSoon()
  }

  async #settingsAfter(sent: unknown): Promise<ClientSettings> {
    const before = await this.#settings
    try {
      const {settings, complaint} = settingsFrom(await sent, before)
      if (complaint !== undefined) this.#say(complaint)
      return settings
    } catch (error) {
      this.#connection.console.warn(`Settings were not told: ${(error as Error).message}`)
      return before
    }
  }

  async #questionFor(document: TextDocument): Promise<Question> {
    const {suggest} = await this.#settings
    return {
      file: fileOf(document.uri),
      language: document.languageId,
      text: document.getText(),
      folder: this.#client!.folder,
      config: this.#options.config,
      asksDictionary: suggest,
    }
  }

  /** An open document as it was last looked at; undefined when it changed meanwhile. */
  async #seen(uri: string): Promise<Seen | undefined> {
    const document = this.#documents.get(uri)
    const look = document && (await this.#looks.at(document))
    if (!document || !look) return undefined
    for (const complaint of look.complaints) this.#say(complaint)
    for (const folder of look.rulesFolders) this.#watch(`${folder}/**/*`)
    return {document, look, settings: await this.#settings}
  }

  async #actions({textDocument, range, context}: CodeActionParams): Promise<CodeAction[]> {
    const seen = await this.#seen(textDocument.uri)
    if (!seen) return []
    const {document} = seen
    const span = {start: document.offsetAt(range.start), end: document.offsetAt(range.end)}
    const {knowsVersions} = this.#client!
    return actionsFor({...seen, knowsVersions, ignoreEdit: this.#options.ignoreEdit}, span, context.only)
  }

  async #hover({textDocument, position}: HoverParams): Promise<Hover | null> {
    const seen = await this.#seen(textDocument.uri)
    if (!seen) return null
    const {document, look, settings} = seen
    const shown = look.findings.filter(({level}) => severityOf(level, settings) !== undefined)
    return hoverAt(document, shown, document.offsetAt(position), this.#client!.hoverKind)
  }

  #changed(document: TextDocument): void {
    const {uri} = document
    clearTimeout(this.#pauses.get(uri))
    if (this.#client!.pulls) return
    const pause = !this.#looks.has(uri) ? 0 : document.getText().length > LONG ? LONG_PAUSE_MS : PAUSE_MS
    this.#pauses.set(
      uri,
      setTimeout(() => this.#publish(uri), pause),
    )
  }

  async #publish(uri: string): Promise<void> {
    this.#pauses.delete(uri)
    const seen = await this.#seen(uri)
    if (!seen) return
    const {document, look, settings} = seen
    const {version} = document
    const diagnostics = diagnosticsOf(document, look.findings, settings)
    await this.#connection.sendDiagnostics({uri, version, diagnostics})
  }

  async #pulled(uri: string): Promise<DocumentDiagnosticReport> {
    const seen = await this.#seen(uri)
    if (!seen && this.#documents.get(uri)) {
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed', {retriggerRequest: true})
    }
    const items = seen ? diagnosticsOf(seen.document, seen.look.findings, seen.settings) : []
    return {kind: DocumentDiagnosticReportKind.Full, items}
  }

  async #closed(uri: string): Promise<void> {
    clearTimeout(this.#pauses.get(uri))
    this.#pauses.delete(uri)
    this.#looks.forget(uri)
    if (!this.#client!.pulls) await this.#connection.sendDiagnostics({uri, diagnostics: []})
  }

  #renewSoon(): void {
    clearTimeout(this.#renewal)
    this.#renewal = setTimeout(() => this.#renew(), SETTLING_MS)
  }

  /** A configuration, a rule or a setting has changed: every document is looked at anew. */
  #renew(): void {
    this.#said.clear()
    this.#looks.renew()
    const {pulls, refreshes} = this.#client!
    if (pulls && refreshes) this.#connection.languages.diagnostics.refresh()
    if (!pulls) for (const document of this.#documents.all()) this.#changed(document)
  }

  #watch(globPattern: string): void {
    if (!this.#client!.watches || this.#watched.has(globPattern)) return
    this.#watched.add(globPattern)
    const watchers = [{globPattern}]
    this.#register(this.#connection.client.register(DidChangeWatchedFilesNotification.type, {watchers}))
  }

  /** An editor that refuses goes on without. */
  #register(registered: Promise<unknown>): void {
    registered.catch((error: Error) => this.#connection.console.warn(error.message))
  }

  /** Once, until something changes: a document is looked at after every pause in typing. */
  #say(complaint: string): void {
    if (this.#said.has(complaint)) return
    this.#said.add(complaint)
    const message = complaint.split('\n').map(visible).join('\n')
    void this.#connection.sendNotification(ShowMessageNotification.type, {type: MessageType.Warning, message})
  }
}
