/**
 * A scalar of YAML in its five forms. What it says is known from the parser; where each character of it stands is found by
 * reading both along: line breaks and indentation of the file stand for whatever blanks the value has there.
 */
import type {Scalar} from 'yaml'
import type {Edit, Span} from '../../draft/index.js'
import {escapedForJson, unescaped} from './literal.js'
import type {Part, Writing} from './part.js'
import {Runs} from './runs.js'

/** No part, where the value is empty. A scalar that cannot be read along is pointed at whole. */
export function scalarPart(file: string, {value, type, range}: Scalar<string>, offset: number): Part[] {
  if (!range || value.trim() === '') return []
  const whole = {start: offset + range[0], end: offset + range[1]}
  const form = FORMS[type ?? 'PLAIN']
  const runs = form && alignedRuns(file, form.inner(file, whole), value, form.token)
  if (!form || !runs) return [{text: value, writing: {spanOf: () => whole, written: () => undefined}}]
  const indent = /\n([ \t]*)\S/.exec(file.slice(whole.start, whole.end))?.[1] ?? ''
  const spanOf = (span: Span): Span => runs.spanOf(span)
  const writing: Writing = {spanOf, ...form.writing(whole, indent)}
  return [{text: value, writing: form === block ? {...writing, editSpanOf: lineSpans(file, value, spanOf)} : writing}]
}

/** Lines cut off the end of a block take their indentation along, or it would stand before what follows the block. */
const lineSpans =
  (file: string, value: string, spanOf: (span: Span) => Span) =>
  (edit: Span): Span => {
    const {start, end} = spanOf(edit)
    const isCut = edit.end === value.length && value[edit.start - 1] === '\n' && edit.end > edit.start
    return {start: isCut ? file.slice(0, start).replace(/[ \t]+$/, '').length : start, end}
  }

interface Form {
  /** Where the value stands, without marks around it. */
  inner(file: string, whole: Span): Span
  /** What stands for something other than itself: blanks around line breaks, escapes. */
  readonly token: RegExp
  writing(whole: Span, indent: string): Omit<Writing, 'spanOf'>
}

const quotedAnew =
  (whole: Span) =>
  (text: string): Edit => ({...whole, insert: JSON.stringify(text)})
const inQuotes = (_: string, {start, end}: Span): Span => ({start: start + 1, end: end - 1})
/** From the end of the line with the mark. */
const belowMark = (file: string, {start, end}: Span): Span => ({
  start: start + /^[^\r\n]*/.exec(file.slice(start, end))![0].length,
  end,
})

const BREAKS = String.raw`[ \t]*(?:\r?\n[ \t]*)+`
/** What means nothing to YAML wherever it stands. */
const PLAIN_WORDS = /^[\p{L}\p{M}\p{N} ,.;()’‘“”–—…。，、；：？！「」『』《》（）-]*$/u

const block: Form = {
  inner: belowMark,
  token: new RegExp(BREAKS, 'y'),
  writing: (_, indent) => ({written: (text) => text.replaceAll('\n', `\n${indent}`)}),
}

const FORMS: Readonly<Record<string, Form>> = {
  PLAIN: {
    inner: (_, whole) => whole,
    token: new RegExp(BREAKS, 'y'),
    writing: (whole) => ({written: (text) => (PLAIN_WORDS.test(text) ? text : undefined), anew: quotedAnew(whole)}),
  },
  QUOTE_SINGLE: {
    inner: inQuotes,
    token: new RegExp(`${BREAKS}|''`, 'y'),
    writing: (whole) => ({
      written: (text) => (text.includes('\n') ? undefined : text.replaceAll("'", "''")),
      anew: quotedAnew(whole),
    }),
  },
  QUOTE_DOUBLE: {
    inner: inQuotes,
    token: new RegExp(
      String.raw`\\\r?\n[ \t]*|${BREAKS}|\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^\r\n])`,
      'y',
    ),
    writing: (whole) => ({written: escapedForJson, anew: quotedAnew(whole)}),
  },
  BLOCK_LITERAL: block,
  BLOCK_FOLDED: block,
}

/** Undefined where the two do not agree. */
function alignedRuns(file: string, {start, end}: Span, value: string, token: RegExp): Runs | undefined {
  const runs = new Runs(start)
  const raw = file.slice(start, end)
  let told = 0
  for (let at = 0; at < raw.length; ) {
    token.lastIndex = at
    const written = token.exec(raw)?.[0]
    STRETCH.lastIndex = at
    const stretch = written ?? STRETCH.exec(raw)![0]
    const said = written === undefined ? stretch : saidBy(written, value, told)
    if (!value.startsWith(said, told)) return undefined
    runs.add(said.length, stretch.length)
    told += said.length
    at += stretch.length
  }
  return told === value.length ? runs : undefined
}

/** What no token begins in the middle of. */
const STRETCH = /[ \t]+|[^ \t\r\n'\\]+|[\s\S]/y
const BLANKS = /[ \t\n]*/y

function saidBy(written: string, value: string, told: number): string {
  if (written === "''") return "'"
  if (/^\\[^\r\n]/.test(written)) return unescaped(written)
  BLANKS.lastIndex = told
  return BLANKS.exec(value)![0]
}
