/** Clean text: how much of it each tool changes. */
import {share, table} from './table.js'
import {declaration, sentences} from './texts.js'
import type {Tool} from './tools.js'

const TEXTS: Readonly<Record<string, () => string[]>> = {
  'Chinese sentences': () => sentences('zh', 'held-out'),
  'declaration, Traditional': () => declaration('cmn_hant'),
  'Japanese sentences': () => sentences('ja'),
  'Korean sentences': () => sentences('ko'),
  'English sentences': () => sentences('en'),
}

export function clean(tools: readonly Tool[]): string {
  const texts = Object.entries(TEXTS).map(([name, read]) => [name, read()] as const)
  const rows = tools.map(({name, run}) => [
    name,
    ...texts.map(([, all]) => share(all.filter((text) => run(text) !== text).length, all.length)),
  ])
  const head = ['% changed', ...texts.map(([name, all]) => `${name} (${all.length})`)]
  return table('Clean text: sentences changed', head, rows)
}
