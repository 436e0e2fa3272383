/** What the features of a block are called, in their order; a model names those that it was made for. */
import {GROUPS} from '../../../draft/index.js'
import {LOOK_FEATURES} from '../look-features.js'

export const TAGS = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'li',
  'td',
  'div',
  'blockquote',
  'pre',
  'figcaption',
  'dd',
  'button',
  'span',
  'section',
  'label',
  'th',
  'dt',
  'summary',
  'address',
]
export const AROUND = [
  'article',
  'main',
  'aside',
  'nav',
  'header',
  'footer',
  'form',
  'figure',
  'table',
  'ul',
  'ol',
  'section',
  'blockquote',
  'details',
  'a',
  'button',
  'dl',
]
/** Steps up that are told apart. */
export const FAR = 12
export const LEVELS = 5
export const NEIGHBOURS = [-2, -1, 1, 2]

const looks = [
  'tokens',
  'logTokens',
  'linkShare',
  'links',
  'emphasisShare',
  ...LOOK_FEATURES,
  'hasCopyright',
  'hasAddress',
  'ideographs',
  'images',
  'followsBreak',
  'isHidden',
  'isProse',
]

/** The names of the features, in their order. */
export const FEATURES: readonly string[] = [
  ...looks,
  ...TAGS.map((tag) => `is ${tag}`),
  ...AROUND.map((name) => `in ${name}`),
  ...GROUPS.map((group) => `called ${group}`),
  'own negative',
  ...Array.from({length: LEVELS}, (_, l) =>
    ['tokens', 'links', 'prose', 'blocks', 'share', 'paragraphs'].map((what) => `level ${l} ${what}`),
  ).flat(),
  'block place',
  'token place',
  'prose before',
  'prose after',
  'in densest',
  'densest distance',
  'densest place',
  'densest share',
  'vote density',
  'vote declared',
  'votes near',
  'in declared',
  'declared place',
  'declared share',
  'declared kind',
  'title overlap',
  'is title',
  'after title',
  'description overlap',
  'body overlap',
  'has body',
  ...NEIGHBOURS.flatMap((n) =>
    ['tokens', 'links', 'sentence', 'prose', 'same element'].map((what) => `neighbour ${n} ${what}`),
  ),
  'prose near 2',
  'prose near 6',
  'prose to the left',
  'prose to the right',
  'path blocks',
  'path tokens',
  'path links',
  'path sentences',
  'siblings',
  'occurrences',
]
export const FEATURE_COUNT = FEATURES.length
