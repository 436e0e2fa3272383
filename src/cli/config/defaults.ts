/** What holds where no configuration says otherwise, as `unspun config` shows it. */
import {DEFAULT_FIELDS} from '../../batch/fields.js'
import {STAGE_NAMES} from '../../draft/edit.js'
import {DEFAULT_LANGUAGES} from '../../stages/identify/languages.js'
import type {Config} from './schema.js'

export const DEFAULTS: Config = {
  stages: [...STAGE_NAMES],
  captions: 'keep',
  chinese: 'keep',
  style: 'hanzi-first',
  tones: true,
  unknownNames: 'quiet',
  languages: [...DEFAULT_LANGUAGES],
  ranker: 'log-linear',
  frontMatter: false,
  reports: true,
  siteMemory: true,
  textField: DEFAULT_FIELDS.text,
  htmlField: DEFAULT_FIELDS.html,
  urlField: DEFAULT_FIELDS.url,
  idField: DEFAULT_FIELDS.id,
  lint: {failOn: 'reported'},
}
