/**
 * The command line in a few files instead of four hundred: half of a short run was finding modules. The library stays
 * as the compiler wrote it; a bundle lies as deep in `dist` as what it was made of, so that paths beside modules hold.
 */
import {defineConfig} from 'rolldown'

/** Read their own files, are compiled for one machine, or are needed so seldom that they may as well be found. */
const NOT_BUNDLED = /^(?:node:|dictionary-|jiti|node-llama-cpp|pinyin-pro|chokidar|vscode-|tinypool|write-file-atomic|cli-progress|signal-exit)/

export default defineConfig({
  input: {unspun: 'dist/cli/main.js', worker: 'dist/lint/worker.js', 'llama-worker': 'dist/judge/llama-worker.js'},
  platform: 'node',
  transform: {target: 'node20'},
  external: NOT_BUNDLED,
  output: {dir: 'dist/bin', format: 'esm', chunkFileNames: '[name].js'},
})
