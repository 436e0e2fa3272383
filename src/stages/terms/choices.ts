/** What may be chosen for Chinese, by name: apart from what does it, so that naming a choice costs nothing. */

/**
 * `traditional` is OpenCC's own standard; `tw` and `hk` add the characters of the place, and only with `-phrases` its
 * vocabulary too (软件 → 軟體), which rewords what it meets and is wrong where the word was meant otherwise.
 */
export const SCRIPTS = ['keep', 'simplified', 'traditional', 'tw', 'hk', 'tw-phrases', 'hk-phrases'] as const
export type ChineseScript = (typeof SCRIPTS)[number]

/** House styles of mentions; `mentions/style.ts` shows each. */
export const STYLES = ['hanzi-first', 'pinyin-first', 'gloss-first', 'ruby', 'none'] as const
export type Style = (typeof STYLES)[number]
