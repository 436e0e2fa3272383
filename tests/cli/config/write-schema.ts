/** `npm run schema`: writes src/cli/config.schema.json. */
import {writeFileSync} from 'node:fs'
import {configJsonSchema, SCHEMA_FILE} from './json-schema.js'

writeFileSync(SCHEMA_FILE, configJsonSchema())
