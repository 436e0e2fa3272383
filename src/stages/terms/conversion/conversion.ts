/** OpenCC's conversions, by the names that its JavaScript version has for them. */
import {ConverterBuilder} from 'opencc-js/core'
import * as preset from 'opencc-js/preset'

export type Locale = 'cn' | 't' | 'tw' | 'hk' | 'twp' | 'hkp' | 'jp'

/** From parts: the package as a whole would be a second copy of tables that others take one by one. */
const Converter = ConverterBuilder(preset)

/** Made on first use: the tables of a conversion take 50–180 ms to load. */
const converters = new Map<string, (text: string) => string>()

export function converted(text: string, from: Locale, to: Locale): string {
  const key = `${from} ${to}`
  const convert = converters.get(key) ?? Converter({from, to})
  converters.set(key, convert)
  return convert(text)
}
