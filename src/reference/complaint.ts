/** A fault of a rule file, at its place. */
import {frameOf} from '../rules/frame.js'
import type {Origin, RuleError} from '../rules/rule.js'

/** Answers with the text of a rule file. */
export type TextOf = (path: string) => string

export function complaint({path, line, column}: Origin, textOf: TextOf, message: string): RuleError {
  return {path, line, column, message, frame: frameOf(textOf(path), line, column)}
}
