/** What names of classes speak for and against, as bits in the order of `GROUP_NAMES` in read/html. */
const NAMES = [
  'navigation',
  'header',
  'footer',
  'sidebar',
  'comment',
  'related',
  'share',
  'advertising',
  'newsletter',
  'caption',
  'byline',
  'tags',
  'notice',
  'widget',
  'card',
  'pagination',
  'hidden',
  'account',
  'title',
  'article',
  'content',
  'prose',
  'lead',
  'quote',
  'toc',
  'product',
  'note',
  'region',
  'player',
] as const

export type Group = (typeof NAMES)[number]

/** The bits of some groups. */
export const bits = (...groups: Group[]): number => groups.reduce((sum, group) => sum | (1 << NAMES.indexOf(group)), 0)

/** Elements of these names hold no article, unless another of their words says so. */
export const UNLIKELY = bits(
  'navigation',
  'footer',
  'sidebar',
  'comment',
  'related',
  'share',
  'advertising',
  'newsletter',
  'notice',
  'pagination',
  'account',
)
export const LIKELY = bits('article', 'content', 'prose')
