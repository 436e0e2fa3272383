/** JSON, with or without comments: the strings in chosen fields are prose. */
import {type Node, type ParseError, parseTree, printParseErrorCode} from 'jsonc-parser'
import {depthOf} from '../../read/record.js'
import {type FieldPath, fieldTest} from './fields.js'
import {escapedForJson, readLiteral} from './literal.js'
import {type Part, PartsError} from './part.js'

/** The parser calls itself for every level. */
const DEEPEST = 500

/**
 * The parts of a JSON file.
 *
 * @throws PartsError for what is no JSON. Comments and commas behind the last entry are no fault.
 */
export function jsonParts(file: string, fields: readonly string[]): Part[] {
  if (depthOf(file) > DEEPEST) throw new PartsError(`JSON nested deeper than ${DEEPEST} levels`, 0)
  const errors: ParseError[] = []
  const root = parseTree(file, errors, {allowTrailingComma: true})
  const [error] = errors
  if (error) throw new PartsError(`not JSON: ${printParseErrorCode(error.error)}`, error.offset)
  const isChosen = fieldTest(fields)
  return root
    ? stringsIn(root, [])
        .filter(({path}) => isChosen(path))
        .map(({node}) => stringPart(file, node.offset, node.offset + node.length))
    : []
}

interface Found {
  readonly node: Node
  readonly path: FieldPath
}

function stringsIn(node: Node, path: FieldPath): Found[] {
  if (node.type === 'string') return [{node, path}]
  if (node.type === 'array') return (node.children ?? []).flatMap((child, i) => stringsIn(child, [...path, i]))
  return (node.children ?? []).flatMap(({children: [key, value] = []}) =>
    value ? stringsIn(value, [...path, String(key!.value)]) : [],
  )
}

/** The string that stands from one quotation mark to behind the other. */
export function stringPart(file: string, start: number, end: number): Part {
  const {text, runs} = readLiteral(file, start + 1, end - 1)
  return {text, writing: {spanOf: (span) => runs.spanOf(span), written: escapedForJson}}
}
