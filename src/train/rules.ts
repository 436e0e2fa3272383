/** Parses the installed rules once, at build, so that no start has to: writes `dist/rules/parsed.json`. */
import {writeFileSync} from 'node:fs'
import {installedRulesFolder, parseFolder} from '../rules/read.js'

const {file, json} = parseFolder(installedRulesFolder)
writeFileSync(file, json)
