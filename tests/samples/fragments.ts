/** Building blocks for random documents: sentences of our own, and one of each fault. */
import fc from 'fast-check'

export const SENTENCES = [
  'The council met on Tuesday to discuss the new tram line.',
  'Nobody at the bakery expected the ovens to arrive before noon.',
  'Her report, published in March 2024, names three reasons for the delay.',
  'According to the engineers, the bridge will carry twice the load.',
  '“We have never had so many visitors,” said the keeper of the lighthouse.',
  'Sales rose by 4.2% to €13 million in the second quarter.',
  'It rained.',
]

export const SPUN = [
  'Within the international electrical automobile race, the corporate has a brand new mannequin and a sturdy enterprise technique.',
  'In response to the workforce, gross sales in Could 2025 had been greater than these of the earlier 12 months, regardless of the massive fees.',
  'The agency is one of many greatest firms on the planet and solely introduced its electrical mannequin in response to the competitors.',
]

export const FAULTS = [
  'billions of {dollars}',
  'a {big|{very|really} large|huge} surprise',
  '<dollars>',
  'Fish &amp; chips &#8217;n&#8217; peas',
  '[caption id="x" align="left"]The harbour[/caption]',
  'the result .',
  'itâ€™s a cafÃ© on the coast',
  'soft\u00adhyphen and zero\u200bwidth',
  'no\u00a0\u00a0break',
  'Editor︰Ann Harper',
  'ﬁnance and ﬂow',
  'ＡＢＣ１２３',
  '\ufeffstart',
  'bell\u0007',
  '“爆品” blockbuster product strategy at work',
  'neijuan (内卷) is what they call it here',
  'the mantra 守正出奇 guides the team',
  '内卷 (nèijuǎn, “involution”) and again 内卷',
  'Please enter your comment!',
  'Read more: how the harbour was built',
  'RELATED:',
  '(Via)',
  'A lone \ud83d surrogate',
  '👩‍👩‍👧 family emoji',
  'مرحبا بالعالم',
  '他说今天天气很好，我们去公园吧。',
  '`code {name}` and https://example.org/{id}?a=1&b=2',
  '-\nItem on the next line',
  'teh wrnog wrods',
]

const SEPARATORS = [' ', '\n', '\n\n', '\r\n', '\r\n\r\n', ' . ', ' (', ') ', '\t', '{', '}', '&', '"', '”']

/** Documents that mix clean sentences, faults and noise. */
export const documents: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {weight: 5, arbitrary: fc.constantFrom(...SENTENCES)},
      {weight: 5, arbitrary: fc.constantFrom(...FAULTS)},
      {weight: 2, arbitrary: fc.constantFrom(...SPUN)},
      {weight: 4, arbitrary: fc.constantFrom(...SEPARATORS)},
      {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 12})},
    ),
    {maxLength: 24},
  )
  .map((parts) => parts.join(''))
