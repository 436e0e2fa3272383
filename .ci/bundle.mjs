/**
 * The command line in a few files instead of four hundred: half of a short run was finding modules. The library stays
 * as the compiler wrote it; a bundle lies as deep in `dist` as what it was made of, so that paths beside modules hold.
 */
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {build} from 'rolldown'

/** Read their own files, are compiled for one machine, or are needed so seldom that they may as well be found. */
const NOT_BUNDLED =
  /^(?:node:|dictionary-|jiti|node-llama-cpp|pinyin-pro|chokidar|vscode-|tinypool|write-file-atomic|cli-progress|signal-exit)/

/** Whoever ships a copy of a package ships its licence. */
const licences = {
  name: 'licences',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap(({moduleIds = []}) => moduleIds)
    const folders = new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []))
    this.emitFile({type: 'asset', fileName: 'LICENSES.md', source: [...folders].sort().map(licenceOf).join('\n')})
  },
}

function licenceOf(folder) {
  const {name, version, license, author} = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry))
  const text = file ? readFileSync(path.join(folder, file), 'utf8') : `By ${author?.name ?? author ?? 'its authors'}.`
  return `# ${name} ${version}: ${license}\n\n${text.trim()}\n`
}

// By itself rolldown would list all that it writes.
await build({
  input: {
    unspun: 'dist/cli/main.js',
    worker: 'dist/lint/worker.js',
    'look-worker': 'dist/lsp/look-worker.js',
    'llama-worker': 'dist/judge/llama-worker.js',
  },
  platform: 'node',
  transform: {target: 'node20'},
  // Its other form finds its modules only while it runs.
  resolve: {alias: {'jsonc-parser': 'jsonc-parser/lib/esm/main.js'}},
  external: NOT_BUNDLED,
  plugins: [licences],
  output: {dir: 'dist/bin', format: 'esm', chunkFileNames: '[name].js', cleanDir: true},
})
