/** Writes the reference pages of the installed rules: `npm run docs`. */
import {mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {installedRules, installedRulesFolder} from '../rules/read.js'
import {entriesOf} from './entry.js'
import {illustrations} from './illustrations.js'
import {pagesOf} from './pages.js'

const folder = path.join(installedRulesFolder, 'reference')
const pages = pagesOf(entriesOf(installedRules(), await illustrations()))
mkdirSync(folder, {recursive: true})
for (const name of readdirSync(folder)) if (name.endsWith('.md') && !pages.has(name)) rmSync(path.join(folder, name))
for (const [name, page] of pages) writeFileSync(path.join(folder, name), page)
