/** YAML: the scalars in chosen fields are prose, however they are written. */
import {isMap, isScalar, isSeq, parseAllDocuments, type Scalar} from 'yaml'
import {type FieldPath, fieldTest} from './fields.js'
import {type Part, PartsError} from './part.js'
import {scalarPart} from './yaml-scalar.js'

/** Every scalar is a text, keys may repeat: whoever owns the file has other tools for that. */
const OPTIONS = {schema: 'failsafe', uniqueKeys: false, strict: false, logLevel: 'silent'} as const

/**
 * The parts of what stands from `start` to `end` of a file.
 *
 * @throws PartsError for what is no YAML.
 */
export function yamlParts(file: string, fields: readonly string[], start = 0, end = file.length): Part[] {
  const isChosen = fieldTest(fields)
  const text = file.slice(start, end)
  return scalarsIn(documentsIn(text, start), []).flatMap(({scalar, path}) =>
    isChosen(path) ? scalarPart(file, scalar, start) : [],
  )
}

function documentsIn(text: string, start: number): unknown[] {
  try {
    const documents = [...parseAllDocuments(text, OPTIONS)]
    const error = documents.flatMap(({errors}) => errors)[0]
    if (error) throw new PartsError(`not YAML: ${error.message.split('\n')[0]}`, start + error.pos[0])
    return documents.map(({contents}) => contents)
  } catch (error) {
    if (error instanceof RangeError) throw new PartsError('YAML nested too deep', start)
    throw error
  }
}

interface Found {
  readonly scalar: Scalar<string>
  readonly path: FieldPath
}

/** In the order of the file; what an alias stands for is read where it is written. */
function scalarsIn(contents: readonly unknown[], path: FieldPath): Found[] {
  return contents.flatMap((node) => scalarsOf(node, path))
}

function scalarsOf(node: unknown, path: FieldPath): Found[] {
  if (isScalar<string>(node)) return typeof node.value === 'string' ? [{scalar: node, path}] : []
  if (isSeq(node)) return node.items.flatMap((item, i) => scalarsOf(item, [...path, i]))
  if (!isMap(node)) return []
  return node.items.flatMap(({key, value}) => scalarsOf(value, [...path, isScalar(key) ? String(key.value) : '']))
}
