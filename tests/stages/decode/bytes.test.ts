import iconv from 'iconv-lite'
import {describe, expect, test} from 'vitest'
import {namedEncoding} from '../../../src/read/html/page-encoding.js'
import {decodeBytes} from '../../../src/stages/decode/bytes/bytes.js'

const CHINESE = '这座水磨已经停了十年，村里的人还是每天从桥上走过。'
const JAPANESE = 'この水車はもう十年も動いていませんが、村の人は毎日橋を渡ります。'

describe('what is declared', () => {
  test.each([
    ['GB2312', 'gb18030', '镕朱𠮷，水磨已经停了'],
    ['gbk', 'gb18030', CHINESE],
    ['Shift-JIS', 'shift_jis', JAPANESE],
    ['x-sjis', 'shift_jis', JAPANESE],
    ['big5-hkscs', 'big5', '這座水磨已經停了十年'],
    ['ks_c_5601-1987', 'euc-kr', '물레방아는 십 년 전에 멈추었다'],
    ['ks_c_5601', 'euc-kr', '물레방아는 십 년 전에 멈추었다'],
    ['iso-8859-1', 'windows-1252', 'the miller’s café – “closed”'],
  ])('%s is %s', (label, encoding, text) => {
    const bytes = iconv.encode(text, encoding)
    expect(decodeBytes(bytes, label)).toMatchObject({text, encoding, evidence: 'told'})
  })

  test('all bytes of windows-1252 are kept', () => {
    const bytes = Buffer.from('the mill\x81 \x8d \x8f \x90 \x9d, the miller\x92s caf\xe9', 'latin1')
    const {text} = decodeBytes(bytes, 'iso-8859-1')
    expect(text).toBe('the mill\x81 \x8d \x8f \x90 \x9d, the miller’s café')
  })

  test('Big5 of a page that is GBK is not believed', () => {
    expect(decodeBytes(iconv.encode(CHINESE, 'gbk'), 'big5')).toMatchObject({text: CHINESE, encoding: 'gb18030'})
  })

  test('windows-1252 of a page that is Shift_JIS is not believed', () => {
    expect(decodeBytes(iconv.encode(JAPANESE, 'shift_jis'), 'windows-1252').text).toBe(JAPANESE)
  })

  test('GBK of valid UTF-8 is not asked for', () => {
    expect(decodeBytes(Buffer.from(CHINESE), 'gbk')).toMatchObject({text: CHINESE, encoding: 'utf-8'})
  })

  test('a byte order mark wins', () => {
    const bytes = Buffer.from(`\ufeff${CHINESE}`)
    expect(decodeBytes(bytes, 'gbk')).toMatchObject({encoding: 'utf-8', evidence: 'byte order mark'})
  })

  test.each([
    ['<meta charset="gb2312">', 'gb2312'],
    ['<meta http-equiv=Content-Type content="text/html; charset=big5">', 'big5'],
    ['<?xml version="1.0" encoding="euc-kr"?>', 'euc-kr'],
    ['<!-- <meta charset="iso-8859-1"> --><meta charset=shift_jis>', 'shift_jis'],
    ['<meta name="description" content="nothing">', undefined],
  ])('in the head of a page: %s', (head, label) => {
    expect(namedEncoding(Buffer.from(`<html><head>${head}`))).toBe(label)
  })
})

describe('what is not declared', () => {
  test('four hanzi in GBK at the end of an English page', () => {
    const text = `${'The mill stands by the river and nobody has seen it turn. '.repeat(100)}They call it 水磨年代.`
    expect(decodeBytes(iconv.encode(text, 'gbk'))).toMatchObject({text, encoding: 'gb18030'})
  })

  test('Japanese mail', () => {
    const bytes = Buffer.from('\x1b$B?e<V\x1b(B', 'latin1')
    expect(decodeBytes(bytes)).toMatchObject({text: '水車', encoding: 'iso-2022-jp'})
  })

  test.each([
    ['windows-1251', 'Мельница остановилась десять лет назад.'],
    ['koi8-r', 'Мельница остановилась десять лет назад.'],
    ['euc-jp', JAPANESE],
    ['shift_jis', JAPANESE],
  ])('%s', (encoding, text) => {
    expect(decodeBytes(iconv.encode(text, encoding))).toMatchObject({text, encoding})
  })
})
