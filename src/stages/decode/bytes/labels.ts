/** What documents call their character sets, and what is meant. */

/** Names that are no WHATWG labels, and GBK under the name of its older half: every GBK is read as its superset. */
const MEANT: Readonly<Record<string, string>> = {
  'x-gb2312': 'gb18030',
  cp936: 'gb18030',
  ms936: 'gb18030',
  'windows-936': 'gb18030',
  cp950: 'big5',
  ms950: 'big5',
  'windows-950': 'big5',
  big5hkscs: 'big5',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  'windows-932': 'shift_jis',
  shiftjis: 'shift_jis',
  'x-shift-jis': 'shift_jis',
  euc_jp: 'euc-jp',
  eucjp: 'euc-jp',
  ks_c_5601: 'euc-kr',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  euc_kr: 'euc-kr',
  euckr: 'euc-kr',
}

/** The WHATWG name of a character set; undefined where nobody knows it. */
export function encodingOf(label: string): string | undefined {
  const plain = label.trim().toLowerCase()
  try {
    const name = new TextDecoder(MEANT[plain] ?? plain).encoding
    return name === 'gbk' ? 'gb18030' : name
  } catch {
    return undefined
  }
}
