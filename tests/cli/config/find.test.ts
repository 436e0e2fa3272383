/** Which file is read, in which language, and how often. */
import {writeFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {forgetConfigs, readConfig} from '../../../src/cli/config.js'
import {project, refusal} from './project.js'

test.each([
  ['unspun.config.json', '{"style": "ruby"}'],
  ['unspun.config.json', '{\n\t"style": "ruby",\n}'],
  ['unspun.config.yaml', 'style: ruby\n'],
  ['unspun.config.yml', '# yaml-language-server: $schema=x\n$schema: x\nstyle: ruby\n'],
  ['unspun.config.js', "export default {style: 'ruby'}\n"],
  ['unspun.config.mjs', "export default {style: 'ruby'}\n"],
  ['unspun.config.ts', "const style: string = 'ruby'\nexport default {style}\n"],
])('%s is found upward: %j', async (name, content) => {
  const at = project({[name]: content, 'posts/2026/mill.md': ''})
  const {base, file} = await readConfig({from: at('posts/2026')})
  expect(base.style).toBe('ruby')
  expect(file).toBe(at(name))
})

test('the nearest file is the only one', async () => {
  const at = project({'unspun.config.yaml': 'style: ruby\ntones: false\n', 'posts/unspun.config.yaml': 'style: none\n'})
  const {base} = await readConfig({from: at('posts')})
  expect(base).toEqual({style: 'none'})
})

test('without a file nothing is set, and every file shares the settings', async () => {
  const configuration = await readConfig({from: project({})()})
  expect(configuration.file).toBeUndefined()
  expect(configuration.base).toEqual({})
  expect(configuration.settingsFor('a.md')).toBe(configuration.settingsFor('/b/c.txt'))
  expect(configuration.isIgnored('a.md')).toBe(false)
})

test.each(['', '# nothing yet\n'])('an empty file ends the search and sets nothing: %j', async (content) => {
  const at = project({'unspun.config.yaml': 'style: ruby\n', 'posts/unspun.config.yaml': content})
  const {base, file} = await readConfig({from: at('posts')})
  expect(file).toBe(at('posts/unspun.config.yaml'))
  expect(base).toEqual({})
})

test('a folder of that name is no configuration', async () => {
  const at = project({'unspun.config.json/a.txt': '', 'unspun.config.yaml': 'style: none\n'})
  expect((await readConfig({from: at()})).base).toEqual({style: 'none'})
})

test('a file is read once, until it is forgotten', async () => {
  const at = project({'unspun.config.mjs': "export default {style: 'ruby'}\n"})
  const first = await readConfig({from: at()})
  writeFileSync(at('unspun.config.mjs'), "export default {style: 'none'}\n")
  expect(await readConfig({from: at()})).toBe(first)
  expect(await readConfig({file: at('unspun.config.mjs')})).toBe(first)
  forgetConfigs()
  expect((await readConfig({from: at()})).base).toEqual({style: 'none'})
})

test('what cannot be read or run is said', async () => {
  const at = project({'broken.mjs': 'export default {\n', 'throwing.js': "throw new Error('no river')\n"})
  expect(String(await refusal(readConfig({file: at('none.yaml')})))).toMatch(/none\.yaml cannot be read: ENOENT/)
  expect(String(await refusal(readConfig({file: at('broken.mjs')})))).toMatch(/broken\.mjs cannot be run: /)
  expect(String(await refusal(readConfig({file: at('throwing.js')})))).toMatch(/throwing\.js cannot be run: no river/)
})
