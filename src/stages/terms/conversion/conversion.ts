/** OpenCC's conversions, by the names that its JavaScript version has for them. */
import {ConverterBuilder} from 'opencc-js/core'
// The same tables that others read one by one: the package's main module has a copy of its own, half a megabyte.
import * as tables from 'opencc-js/preset'

export type Locale = 'cn' | 't' | 'tw' | 'hk' | 'twp' | 'hkp' | 'jp'

const Converter = ConverterBuilder(tables)

/** Made on first use: the tables of a conversion take 50–180 ms to load. */
const converters = new Map<string, (text: string) => string>()

export function converted(text: string, from: Locale, to: Locale): string {
  const key = `${from} ${to}`
  const convert = converters.get(key) ?? Converter({from, to})
  converters.set(key, convert)
  return convert(text)
}
