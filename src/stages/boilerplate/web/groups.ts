/** Groups of class names as bits. */
import {GROUPS, type Group} from '../../../draft/index.js'

/** The bits of some groups. */
export const bits = (...groups: Group[]): number => groups.reduce((sum, group) => sum | (1 << GROUPS.indexOf(group)), 0)

/** Elements called so hold no article, unless another of their words says so. */
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
