/** The forms in which findings are printed, by name. */
import type {Format} from './format.js'
import {json} from './json.js'
import {stylish} from './stylish.js'

export const FORMATS = {stylish, json} as const satisfies Record<string, Format>
export type FormatName = keyof typeof FORMATS
