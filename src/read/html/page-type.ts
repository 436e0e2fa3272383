/** Which kind of page a page says it is. */

import type {PageType} from '../../draft/index.js'

/** What a type of schema.org means for the page whose subject it is. */
export interface Kind {
  readonly type: PageType | undefined
  /**
   * Which of several subjects the page is about: an article with a product in it is an article, and the page itself
   * (`WebPage`) speaks where no other subject does.
   */
  readonly rank: number
}

const kinds = (rank: number, type: PageType | undefined, names: string): [string, Kind][] =>
  names.split(' ').map((name) => [name, {type, rank}])

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ...kinds(
    5,
    'article',
    'article newsarticle blogposting reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle reviewnewsarticle askpublicnewsarticle advertisercontentarticle satiricalarticle scholarlyarticle medicalscholarlyarticle liveblogposting report recipe howto socialmediaposting',
  ),
  ...kinds(5, 'forum', 'discussionforumposting'),
  ...kinds(5, 'documentation', 'techarticle apireference'),
  ...kinds(4, 'product', 'product productgroup individualproduct productmodel'),
  ...kinds(
    3,
    'other',
    'event course jobposting movie book softwareapplication mobileapplication webapplication dataset musicalbum tvseries',
  ),
  ...kinds(3, 'article', 'review'),
  ...kinds(3, 'forum', 'question'),
  ...kinds(3, undefined, 'creativework blog webcontent'),
  ...kinds(2, undefined, 'webpage itempage medicalwebpage'),
  ...kinds(2, 'other', 'aboutpage contactpage profilepage faqpage checkoutpage'),
  ...kinds(2, 'forum', 'qapage'),
  ...kinds(2, 'listing', 'collectionpage searchresultspage imagegallery mediagallery'),
  ...kinds(1, 'listing', 'itemlist offercatalog'),
])

/** The kind of a subject by its types, or undefined where it is none. `http://schema.org/Article` is `Article`. */
export function kindOf(types: readonly string[]): Kind | undefined {
  let best: Kind | undefined
  for (const type of types) {
    const kind = KINDS.get(type.slice(type.search(/[^/#:]*$/)).toLowerCase())
    if (kind && kind.rank > (best?.rank ?? 0)) best = kind
  }
  return best
}

/** `website` is what templates write on every page: it says nothing. */
export function typeOfOpenGraph(value: string): PageType | undefined {
  const type = value.trim().toLowerCase()
  if (/^(?:article|blog|newsarticle|news|story|post)$/.test(type)) return 'article'
  if (/^(?:og:)?product(?:\.|$)/.test(type)) return 'product'
  return /^(?:video|music|book|profile|business|place|restaurant|event)\b/.test(type) ? 'other' : undefined
}
