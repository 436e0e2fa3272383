/** Groups of class names as bits. */
import {GROUPS, type Group} from '../../../draft/index.js'

/** The bits of some groups. */
export const bits = (...groups: Group[]): number => groups.reduce((sum, group) => sum | (1 << GROUPS.indexOf(group)), 0)

/** Groups that speak against an article wherever they stand. */
export const AGAINST: readonly Group[] = [
  'navigation',
  'footer',
  'sidebar',
  'comment',
  'related',
  'share',
  'advertising',
  'newsletter',
  'notice',
  'account',
]

/** Elements called so hold no article, unless another of their words says so. */
export const UNLIKELY = bits(...AGAINST, 'pagination')
export const LIKELY = bits('article', 'content', 'prose')
