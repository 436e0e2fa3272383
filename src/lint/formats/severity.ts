/**
 * What our levels are called elsewhere: the one table for all formats, so that a finding is as grave in a pull request as
 * in a merge request. What unspun would repair unasked is an error of the text, for nobody doubts it; what needs a look
 * is a warning; what has no repair is a remark.
 */
import type {Level} from '../level.js'

export const SEVERITIES = {
  safe: {github: 'error', sarif: 'error', checkstyle: 'error', gitlab: 'major', reviewdog: 'ERROR'},
  proposed: {github: 'warning', sarif: 'warning', checkstyle: 'warning', gitlab: 'minor', reviewdog: 'WARNING'},
  reported: {github: 'notice', sarif: 'note', checkstyle: 'info', gitlab: 'info', reviewdog: 'INFO'},
} as const satisfies Record<Level, Record<string, string>>
