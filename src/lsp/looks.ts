/**
 * The latest look at each open document. Whoever asks gets the look at the version that is open now, made once however
 * many ask: diagnostics, actions and hovers of one version share it.
 */
import type {TextDocument} from 'vscode-languageserver-textdocument'
import {blindLook, type Look, type Question} from './look.js'
import type {LookThread} from './look-thread.js'

/** UTF-16 code units. A larger document would cost seconds of work after every pause in typing: of Markdown 1.3 s. */
export const LARGEST = 2_000_000

interface Latest {
  readonly version: number
  readonly look: Promise<Look | undefined>
}

export class Looks {
  readonly #thread: LookThread
  readonly #questionOf: (document: TextDocument) => Promise<Question>
  readonly #latest = new Map<string, Latest>()

  constructor(thread: LookThread, questionOf: (document: TextDocument) => Promise<Question>) {
    this.#thread = thread
    this.#questionOf = questionOf
  }

  /** Undefined when the document has changed or was closed since. */
  async at(document: TextDocument): Promise<Look | undefined> {
    const {uri, version} = document
    let latest = this.#latest.get(uri)
    if (latest?.version !== version) {
      latest = {version, look: this.#ask(document)}
      this.#latest.set(uri, latest)
    }
    const look = await latest.look
    return this.#latest.get(uri) === latest && document.version === version ? look : undefined
  }

  /** Whether a document was asked about since it was opened. */
  has(uri: string): boolean {
    return this.#latest.has(uri)
  }

  /** The document was closed. */
  forget(uri: string): void {
    this.#thread.drop(uri)
    this.#latest.delete(uri)
  }

  /** All looks were made with a configuration that no longer holds. */
  renew(): void {
    for (const uri of this.#latest.keys()) this.#thread.drop(uri)
    this.#latest.clear()
    this.#thread.restart()
  }

  async #ask(document: TextDocument): Promise<Look | undefined> {
    const text = document.getText()
    const {uri} = document
    if (text.length > LARGEST) {
      return blindLook(
        `${uri} is larger than ${LARGEST / 1e6} million characters and not checked here, only by unspun lint`,
      )
    }
    return this.#thread.look(uri, await this.#questionOf(document))
  }
}
