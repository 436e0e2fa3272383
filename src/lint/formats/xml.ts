/**
 * XML 1.0 by hand, since four elements need no library, and none of those at hand leaves out what XML 1.0 cannot hold at
 * all, not even as a reference: control characters, lone surrogates, U+FFFE and U+FFFF.
 */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** An element on lines of its own; `content` is markup. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const opening = Object.entries(attributes).reduce((tag, [key, value]) => `${tag} ${key}="${inValue(value)}"`, name)
  return content === '' ? `<${opening}/>\n` : `<${opening}>${content}</${name}>\n`
}

/** Text between tags: line feeds and tabs stay, a bare carriage return would be read as a line feed. */
export const xmlText = (text: string): string =>
  text.replace(FORBIDDEN, shown).replace(/[&<>\r]/g, (char) => REFERENCES[char]!)

/** In quotes all white space but the blank would be read as blanks. */
const inValue = (value: string | number): string =>
  String(value)
    .replace(FORBIDDEN, shown)
    .replace(/[&<>"\t\n\r]/g, (char) => REFERENCES[char]!)

const shown = (char: string): string => `‹${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`
