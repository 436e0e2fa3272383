/** What an editor can do, as it says when it introduces itself. An editor that says nothing gets the plainest form. */
import {fileURLToPath} from 'node:url'
import {type InitializeParams, MarkupKind} from 'vscode-languageserver/node'

export interface Client {
  /** Asks for diagnostics itself. One that does is not sent any, or it would show each twice. */
  readonly pulls: boolean
  /** Asks again when it is told to. */
  readonly refreshes: boolean
  /** Edits may name the version that they are for. */
  readonly knowsVersions: boolean
  /** Takes a list of files whose changes it is to tell. */
  readonly watches: boolean
  /** Answers what an author has set, and tells when that changes. */
  readonly configures: boolean
  readonly hoverKind: MarkupKind
  /** Where documents without a file are at home. */
  readonly folder: string
  /** What an author has set, of a client that sends it once. */
  readonly options: unknown
}

export function clientOf(params: InitializeParams): Client {
  const {textDocument, workspace} = params.capabilities
  const [kind = MarkupKind.PlainText] = textDocument?.hover?.contentFormat ?? []
  return {
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    knowsVersions: workspace?.workspaceEdit?.documentChanges === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    configures: workspace?.configuration === true,
    hoverKind: kind === MarkupKind.Markdown ? kind : MarkupKind.PlainText,
    folder: fileOf(params.workspaceFolders?.[0]?.uri ?? params.rootUri ?? '') ?? process.cwd(),
    options: params.initializationOptions,
  }
}

/** The file of a URI; undefined for what lies in no file, as documents do that were never saved. */
export function fileOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}
