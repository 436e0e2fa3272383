/**
 * Reads workflow commands as GitHub's runner does (`ActionCommand.TryParseV2` of actions/runner): `::name key=value,…::`
 * and the text, with its escapes taken back.
 */
export interface WorkflowCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly text: string
  readonly fault?: string
}

export const parseCommands = (output: string): WorkflowCommand[] =>
  output === '' ? [] : output.replace(/\n$/, '').split('\n').map(parseCommand)

function parseCommand(line: string): WorkflowCommand {
  const end = line.indexOf('::', 2)
  if (!line.startsWith('::') || end < 0) return {name: '', properties: {}, text: line, fault: `no command: ${line}`}
  const [, name = '', list = ''] = /^(\S+) ?(.*)$/s.exec(line.slice(2, end)) ?? []
  const properties = Object.fromEntries(
    list.split(',').map((property) => {
      const equals = property.indexOf('=')
      return [property.slice(0, equals), inProperty(property.slice(equals + 1))]
    }),
  )
  const fault = faultOf(name, properties) ?? (/[\p{Cc}\p{Cf}]/u.test(line) ? 'a control character' : undefined)
  return {name, properties, text: inText(line.slice(end + 2)), ...(fault === undefined ? {} : {fault})}
}

const KNOWN = ['file', 'line', 'endLine', 'col', 'endColumn', 'title']

function faultOf(name: string, properties: Readonly<Record<string, string>>): string | undefined {
  if (!['error', 'warning', 'notice'].includes(name)) return `no annotation: ${name}`
  const stranger = Object.keys(properties).find((key) => !KNOWN.includes(key))
  if (stranger !== undefined) return `unknown property ${stranger}`
  const numbers = ['line', 'endLine', 'col', 'endColumn'].map((key) => properties[key])
  return numbers.every((number) => number === undefined || /^[1-9]\d*$/.test(number)) ? undefined : 'no number'
}

const inText = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')

const inProperty = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
