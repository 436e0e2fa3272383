/** What this program is, from its package. */
import {readFileSync} from 'node:fs'

const {version, description}: {version: string; description: string} = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
)

export const VERSION = version
export const DESCRIPTION = description
