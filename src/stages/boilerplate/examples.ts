/** What each kind of furniture looks like that the program itself finds; the others stand in rule files. */
import type {FaultExample, Illustration, Illustrations, Surroundings} from '../../stage/example.js'

const PROSE = [
  'The lock at Saltby opened again on Sunday, after forty years in which nothing had passed it but the ducks.',
  'Two brothers built the gates of oak from the park, where the storm of last winter had brought down nine trees.',
  '“We had never built a gate before,” said the elder of the two, “and we shall not build another one soon.”',
  'The county paid for the nails. Everything else was given, lent or found in the barns of the neighbours.',
  'The first barge will pass on the first of May, and anybody who wants to see the gates at work may come along.',
]
const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('\n')

const html = (article: string, beside: string): string =>
  `<!doctype html>
<html lang="en">
<head><title>The lock at Saltby turns again</title></head>
<body>
<main><article>
<h1>The lock at Saltby turns again</h1>
${article}
</article></main>
${beside}
</body>
</html>
`

/** Between the paragraphs of an article. */
const IN_ARTICLE: Surroundings = {
  name: 'the middle of an article on a web page',
  markup: 'html',
  document: (part) => html(`${paragraphs(PROSE.slice(0, 2))}\n${part}\n${paragraphs(PROSE.slice(2))}`, ''),
}
/** After the article, where a page has its furniture. */
const BESIDE: Surroundings = {
  name: 'a web page, below its article',
  markup: 'html',
  document: (part) => html(paragraphs(PROSE), part),
}

const goes = (within: Surroundings, bad: string): FaultExample => ({within, bad, good: ''})
/** In an article a paragraph on the very subject stays. */
const stays = (text: string): FaultExample => ({within: IN_ARTICLE, leave: `<p>${text}</p>`})

const page = (...examples: FaultExample[]): Illustration => ({outcome: 'varies', examples})

const MENU =
  'Start\nLatest\nTown\nIslands\nBusiness\nTides\nWeather\nSailing\nObituaries\nPuzzles\nArchive\nContact\nLog in\n'
const FOOT =
  'Most popular\nGull steals hat\nPier to close\nFog until Friday\nNew chef at the Anchor\nTown\nIslands\nTides\nPuzzles\nPrivacy\nTerms\nImprint\nJobs\n'
const ARTICLE = `${PROSE.join('\n')}\n`

const SITE_LINES = ['Harbour Gazette', 'Town', 'Country', 'Letters']

export const EXAMPLES: Illustrations = {
  'boilerplate/section-entry': {
    outcome: 'applied',
    examples: [
      {
        bad: `${PROSE[0]}\n\nRelated articles\n\nA gull on the roof\n\nFog until Friday\n`,
        good: `${PROSE[0]}\n`,
      },
      {leave: `${PROSE[0]}\n\nWhat to bring\n\nA sack\n\nA lamp\n`},
    ],
  },
  'boilerplate/trailing-list': {
    outcome: 'applied',
    examples: [
      {
        bad: `${PROSE[0]}\n\nShare this article\n\nA gull on the roof\n\nRelated articles\n\nFog until Friday\n`,
        good: `${PROSE[0]}\n`,
      },
      {leave: `${PROSE[0]}\n\nA gull on the roof\n\nFog until Friday\n`},
    ],
  },
  'boilerplate/repeated-line': {
    outcome: 'applied',
    examples: [
      {
        siteLines: SITE_LINES,
        bad: `${SITE_LINES.join('\n\n')}\n\n${PROSE[0]}\n`,
        good: `${PROSE[0]}\n`,
      },
      {siteLines: ['What we saw'], leave: `What we saw\n\n${PROSE[0]}\n\nWhat we ate\n\n${PROSE[1]}\n`},
    ],
  },
  'boilerplate/breadcrumb-trail': {
    outcome: 'applied',
    examples: [
      {bad: `Home › News › Canals\n\n${PROSE[0]}\n`, good: `${PROSE[0]}\n`},
      {leave: `${PROSE[0]}\n\nHome › News › Canals\n`},
    ],
  },
  'boilerplate/photo-caption': {
    outcome: 'applied',
    examples: [
      {
        options: {captions: 'drop'},
        bad: `${PROSE[0]}\n\nThe upper gate at dawn. Photo: Ann Example\n\n${PROSE[1]}\n`,
        good: `${PROSE[0]}\n\n${PROSE[1]}\n`,
      },
      {options: {captions: 'drop'}, leave: `${PROSE[0]}\n\nThe photo shows the upper gate at dawn.\n`},
    ],
  },
  'boilerplate/date-line': {
    outcome: 'applied',
    examples: [
      {bad: `The lock turns again\n\n3 May 2021\n\n${PROSE[0]}\n`, good: `The lock turns again\n\n${PROSE[0]}\n`},
      {leave: `3 May 2021\n\nDear Mrs Harper,\n\n${PROSE[0]}\n`},
    ],
  },
  'boilerplate/page-comment': page(
    goes(BESIDE, '<div class="comments"><p>Nice lock, said my aunt.</p><p>First!</p></div>'),
    stays('The comments of the keepers were short, and most of them had to do with the weather of that winter.'),
  ),
  'boilerplate/page-notice': page(
    goes(BESIDE, '<div class="cookie-banner"><p>We keep cookies. Accept all</p></div>'),
    stays('A notice on the gate says that nobody may swim here, and nobody who has seen the water wants to.'),
  ),
  'boilerplate/page-newsletter': page(
    goes(BESIDE, '<div class="newsletter-signup"><p>Get the tides by mail every morning</p></div>'),
    stays('The newsletter of the parish told of it first, three weeks before the county had heard anything.'),
  ),
  'boilerplate/page-sharing': page(
    goes(BESIDE, '<ul class="share-buttons"><li><a href="#">Facebook</a></li><li><a href="#">Mail</a></li></ul>'),
    stays('The brothers share the work of the lock between them, one by day and the other one by night.'),
  ),
  'boilerplate/page-advertising': page(
    goes(BESIDE, '<div class="advertisement"><a href="#">Boats for sale</a></div>'),
    stays('An advertisement of 1931 shows the lock with a steamer in it, which would never have fitted.'),
  ),
  'boilerplate/page-related': page(
    goes(BESIDE, '<div class="related-posts"><ul><li><a href="/a">A gull steals a hat</a></li></ul></div>'),
    stays('The lock is related to the one at Orrin, which was built by the grandfather of the two brothers.'),
  ),
  'boilerplate/page-caption': page(
    goes(IN_ARTICLE, '<figure><img src="a.jpg" alt=""><figcaption>The upper gate</figcaption></figure>'),
    stays('The caption under the oldest picture of the lock names a keeper whom nobody can remember.'),
  ),
  'boilerplate/page-navigation': page(
    goes(BESIDE, '<nav><ul><li><a href="/">Home</a></li><li><a href="/town">Town</a></li></ul></nav>'),
    stays('Navigation on the upper canal had ended long before, when the railway came to the valley.'),
  ),
  'boilerplate/page-byline': page(
    goes(IN_ARTICLE, '<div class="byline">Ann Example</div>'),
    stays('By Ann Example stood the two brothers, who had been asked to say a few words and said none.'),
  ),
  'boilerplate/page-tags': page(
    goes(BESIDE, '<ul class="tags"><li><a href="/t/lock">lock</a></li><li><a href="/t/canal">canal</a></li></ul>'),
    stays('The tags on the keys of the lock are of brass, and each of them carries the name of a keeper.'),
  ),
  'boilerplate/page-footer': page(
    goes(BESIDE, '<footer><p>Harbour Gazette, at the quay</p></footer>'),
    stays('The footer of the gate stands in two yards of mud and has not been seen by anybody since.'),
  ),
  'boilerplate/page-header': page(
    goes(BESIDE, '<header><p>Harbour Gazette</p><p>News of the islands</p></header>'),
    stays('The header of the wall was laid by the masons of the town in a single night of that summer.'),
  ),
  'boilerplate/page-sidebar': page(
    goes(BESIDE, '<aside><p>Tides today</p><p>High at six</p></aside>'),
    stays('An aside of the mayor on the cost of the gates was heard by all, and is still talked about.'),
  ),
  'boilerplate/page-form': page(
    goes(BESIDE, '<form action="/login"><label>Name</label><button>Log in</button></form>'),
    stays('The form of the gates is that of a swallow, as it is everywhere along the old canal.'),
  ),
  'boilerplate/page-furniture': page(
    goes(BESIDE, '<div><a href="/a">Gull</a> | <a href="/b">Pier</a> | <a href="/c">Fog</a></div>'),
    stays('Furniture was carried on the canal in winter, when the roads over the hill could not be used.'),
  ),
  'boilerplate/page-head': {
    outcome: 'varies',
    examples: [{bad: `${MENU}${ARTICLE}${FOOT}`, good: ARTICLE}, {leave: ARTICLE}],
  },
  'boilerplate/page-tail': {
    outcome: 'varies',
    examples: [
      {bad: `${MENU}${ARTICLE}${FOOT}`, good: ARTICLE},
      {leave: `${ARTICLE}\nWhat to bring:\n\n- boots\n- a sack\n`},
    ],
  },
}
