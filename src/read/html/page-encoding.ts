/** The character set that a page names in its own head. */

/** The HTML standard looks no further; pages in the wild put comments and scripts first. */
const HEAD_BYTES = 8192
const NAMED = /<(?:meta|\?xml)[^>]{0,500}?(?:charset|encoding)\s{0,10}=\s{0,10}["']?\s{0,10}([\w:.-]{1,40})/i

/** The label, as written; undefined where the page names none. Whether it is true is for others to judge. */
export function namedEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES))
  return NAMED.exec(head.replace(/<!--.*?-->/gs, ''))?.[1]
}
