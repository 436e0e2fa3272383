import {expect, test} from 'vitest'
import {SHARED_STYLE} from '../../src/review/style.js'

/** The colours of each scheme, in the order of the sheet: light, dark, print; the later take over what they leave. */
const schemes = SHARED_STYLE.split(':root {')
  .slice(1)
  .map((block) =>
    Object.fromEntries([...block.split('}')[0]!.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6})/g)].map(([, k, v]) => [k, v])),
  )

function luminance(colour: string): number {
  const digits = colour.length === 4 ? [...colour.slice(1)].map((d) => d + d) : colour.slice(1).match(/../g)!
  const [r, g, b] = digits.map((pair) => {
    const share = Number.parseInt(pair, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light! + 0.05) / (dark! + 0.05)
}

const TEXTS_ON_GROUNDS = [
  ['ink', 'paper'],
  ['ink', 'desk'],
  ['faint', 'paper'],
  ['faint', 'desk'],
  ['removed', 'paper'],
  ['removed', 'removed-ground'],
  ['ink', 'removed-ground'],
  ['inserted', 'paper'],
  ['inserted', 'inserted-ground'],
  ['seen', 'paper'],
  ['seen', 'desk'],
  ['link', 'paper'],
  ['link', 'desk'],
] as const

test('text can be read on its ground in every scheme: 4.5 to 1, and 3 to 1 for the ring of focus', () => {
  expect(schemes).toHaveLength(3)
  for (const colours of schemes) {
    for (const [text, ground] of TEXTS_ON_GROUNDS)
      expect(contrast(colours[text]!, colours[ground]!), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours['focus']!, colours['paper']!)).toBeGreaterThanOrEqual(3)
  }
})
