/**
 * What authors of pages call their elements: the words in `class`, `id`, `role` and `itemprop`, sorted into groups.
 *
 * Words are looked at one by one (`post__related-links` holds three), and each word is judged once.
 */
import {GROUPS, type Group} from '../../draft/index.js'

/** Words by group: a word belongs to a group that lists it, or that lists one of five letters and more within it. */
const WORDS: Readonly<Record<Group, string>> = {
  navigation:
    'navigation nav menu navbar sitemap topbar toolbar tabs crumb crumbs breadcrumb megamenu dropdown hamburger daohang',
  header: 'header head masthead banner hero branding logo',
  footer: 'footer foot bottom colophon legal copyright contentinfo terms foots',
  sidebar: 'sidebar aside rail secondary side complementary rightcol leftcol',
  comment: 'comment comments discuss discussion disqus respond reply replies livefyre commenter pinglun talkback',
  related:
    'related recommend recirc more also popular trending mostread similar suggested latest readnext upnext elsewhere outbrain taboola xiangguan tuijian hotnews recent others explore discover',
  share:
    'share shares sharing social facebook twitter whatsapp linkedin pinterest addthis addtoany follow follows sns weibo bookmark fenxiang socials sociable',
  advertising:
    'advertising ad ads adv advert adsense sponsor sponsored promo promos promotion dfp gpt commercial affiliate partner partners adslot guanggao billboard',
  newsletter:
    'newsletter subscribe subscription signup optin mailing mailchimp email mail cta donate donation membership paywall piano register premium upsell campaign',
  caption: 'caption captions credit credits figcaption legend imagesource photocredit wpcaption',
  byline:
    'byline author authors meta metadata date dates time timestamp posted published publish dateline info infos reporter editor source kicker bio avatar contributor writer updated readtime',
  tags: 'tags tag keyword keywords category categories topic topics label labels chip chips taxonomy cat',
  notice:
    'notice cookie cookies consent gdpr modal popup overlay lightbox dialog alert toast onetrust notification msg message',
  widget: 'widget widgets module modules plugin embed embedded iframe ticker weather poll quiz calendar block addon',
  card: 'card cards teaser teasers tile tiles thumb thumbs thumbnail blurb snippet excerpt grid listing feed loop stream archive item items list lists',
  pagination: 'pagination pager paging pagenav paginate next prev previous nextprev',
  hidden: 'hidden sronly sr visually visuallyhidden offscreen invisible noprint screenreader skiplink',
  account: 'account search login signin form forms members cart checkout basket filters sorting button btn',
  title: 'title titles headline heading headings hed headlines subtitle subhead biaoti',
  article:
    'article articles story post posts entry news blog single hentry detail details postbody archive newsarticle xiangqing',
  content: 'content contents body main text copy maintext mainbody txt neirong zhengwen textbody pagecontent primary',
  prose:
    'prose richtext rich wysiwyg paragraph markdown rte formatted articlebody entrycontent postcontent articlecontent storybody cms',
  lead: 'lead intro standfirst dek deck summary description desc abstract preamble introduction chapeau zhaiyao teasertext',
  quote: 'quote pullquote blockquote quotes testimonial',
  toc: 'toc jump tableofcontents anchors outline mulu onthispage',
  product:
    'product products price prices spec specs sku review reviews rating ratings variant shop store buy order shipping',
  note: 'note footnote footnotes reference references citation citations disclaimer disclosure correction notes bibliography refs',
  region: 'region country edition language languages lang locale currency',
  player:
    'player video videos gallery slider carousel swiper slide slides slideshow audio podcast image images photo photos figure media picture pic img',
}

const LONG = 5
const exact = new Map<string, number>()
const inner: [string, number][] = []
for (const [bit, group] of GROUPS.entries()) {
  for (const word of WORDS[group].split(' ')) {
    exact.set(word, (exact.get(word) ?? 0) | (1 << bit))
    if (word.length >= LONG) inner.push([word, 1 << bit])
  }
}

/** Words are remembered; when a hostile page brings too many, from scratch. */
const MOST_WORDS = 20_000
let known = new Map<string, number>()

/** The groups that the words of attribute values belong to, as bits. */
export function groupsOf(values: string): number {
  let groups = 0
  for (const [word] of values.matchAll(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g)) groups |= groupsOfWord(word)
  return groups
}

function groupsOfWord(written: string): number {
  const found = known.get(written)
  if (found !== undefined) return found
  const word = written.toLowerCase()
  let groups = exact.get(word) ?? 0
  if (groups === 0) for (const [part, bit] of inner) if (word.includes(part)) groups |= bit
  if (known.size >= MOST_WORDS) known = new Map()
  known.set(written, groups)
  return groups
}
