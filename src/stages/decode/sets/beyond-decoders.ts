/**
 * What some decoders know and others do not: Node has neither the extensions of Big5 that browsers have nor the syllables
 * that Windows added to EUC-KR. Text that they were read with holds such characters, and those have bytes, too.
 */

/** The row of signs between the levels of Big5, from C6A1 to C8FE (WHATWG Encoding, index Big5, CC0); a stop for none. */
const BIG5_SIGNS =
  '①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ丶丿亅亠冂冖冫勹匸卩厶夊宀巛⼳广廴彐彡攴无疒癶辵隶¨ˆヽヾゝゞ〃仝々〆〇ー［］✽ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじ' +
  'すずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッ' +
  'ツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзи' +
  'йклмнопрстуфхцчшщъыьэюя⇧↸↹㇏𠃌乚𠂊刂䒑龰冈龱𧘇........................................￢￤＇＂㈱№℡゛゜⺀⺄⺆⺇⺈⺊⺌⺍⺕' +
  '⺜⺝⺥⺧⺪⺬⺮⺶⺼⺾⻆⻊⻌⻍⻏⻖⻗⻞⻣...ʃɐɛɔɵœøŋʊɪ'

/** And the seven characters at the end, from F9D6. */
const BIG5_LAST = '碁銹裏墻恒粧嫺'

/** Takes a pair of bytes (`lead << 8 | trail`) and its character: thousands, which to hand over one by one costs 10 ms. */
export type Take = (pair: number, char: number) => void

export function big5Beyond(take: Take): void {
  let pair = 0xc6a1
  for (const char of BIG5_SIGNS) {
    if (char !== '.') take(pair, char.codePointAt(0)!)
    const trail = pair & 0xff
    pair += trail === 0x7e ? 0xa1 - 0x7e : trail === 0xfe ? 0x100 + 0x40 - 0xfe : 1
  }
  for (let i = 0; i < BIG5_LAST.length; i++) take(0xf9d6 + i, BIG5_LAST.charCodeAt(i))
}

/** Syllables that KS X 1001 leaves out, in their order, wherever Windows found room around it; `known` are the others. */
export function eucKrBeyond(known: Uint8Array, take: Take): void {
  let syllable = 0xac00
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    const last = lead <= 0xa0 ? 0xfe : 0xa0
    for (let trail = 0x41; trail <= last; trail++) {
      const isLetter = (trail >= 0x41 && trail <= 0x5a) || (trail >= 0x61 && trail <= 0x7a)
      if (!isLetter && trail < 0x81) continue
      while (known[syllable] === 1) syllable++
      if (syllable > 0xd7a3) return
      take((lead << 8) | trail, syllable++)
    }
  }
}
