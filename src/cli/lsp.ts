/** `unspun lsp`: the language server, over standard input and output. */
import {Console} from 'node:console'
import {type Command, Option} from 'commander'
import {UsageError} from '../usage-error.js'
import {VERSION} from './version.js'

export function addLsp(program: Command): void {
  program
    .command('lsp')
    .summary('serve an editor: findings while you write, repairs at a keystroke')
    .description('A language server over standard input and output, for editors to start.')
    .option('--config <file>', 'instead of the unspun.config.{json,yaml,js,ts} found upward from each document')
    // Editors give these to every server.
    .addOption(new Option('--stdio').hideHelp())
    .addOption(new Option('--clientProcessId <id>').hideHelp())
    .addHelpText('after', EXAMPLES)
    .action(run)
}

const EXAMPLES = `
Neovim, from 0.11 on, in init.lua:
  vim.lsp.config('unspun', {cmd = {'unspun', 'lsp'}, filetypes = {'markdown', 'text', 'html'}, root_markers = {'.git'}})
  vim.lsp.enable('unspun')

Helix, in languages.toml:
  [language-server.unspun]
  command = "unspun"
  args = ["lsp"]
  [[language]]
  name = "markdown"
  language-servers = ["unspun"]

What the editor may set, as initialization options or settings:
  {"unspun": {"severity": {"safe": "warning", "proposed": "information", "reported": "information"}, "suggest": false}}

Exit codes: 0 the editor said goodbye · 1 the editor vanished · 2 could not run`

async function run({config}: {readonly config?: string}): Promise<void> {
  if (process.stdin.isTTY) throw new UsageError('Unexpected terminal, expected an editor that starts unspun lsp itself')
  // Standard output belongs to the protocol.
  globalThis.console = new Console(process.stderr, process.stderr)
  const {createConnection} = await import('vscode-languageserver/node')
  const [{LanguageServer}, {ignoreEdit}] = await Promise.all([
    import('../lsp/server.js'),
    import('../lint/control/ignore-edit.js'),
  ])
  const connection = createConnection(process.stdin, process.stdout)
  new LanguageServer(connection, {version: VERSION, config, ignoreEdit}).listen()
}
