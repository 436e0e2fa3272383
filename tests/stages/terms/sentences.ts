/** Mentions in whole sentences, as an editor would have them: what was written and what should stand there. */

const RACE = '“competition that wears everyone out”'
const BARE = '“doing the bare minimum”'

/** In `hanzi-first`. */
export const REWRITTEN: ReadonlyArray<readonly [source: string, expected: string]> = [
  // nothing, or only pinyin
  [
    'By June everyone at the depot complained of 内卷 and slept badly.',
    `By June everyone at the depot complained of 内卷 (nèijuǎn, ${RACE}) and slept badly.`,
  ],
  ['“内卷” had reached the kindergartens by then.', `内卷 (nèijuǎn, ${RACE}) had reached the kindergartens by then.`],
  [
    'What the drivers call NEIJUAN (内卷) starts at four in the morning.',
    `What the drivers call 内卷 (nèijuǎn, ${RACE}) starts at four in the morning.`,
  ],
  [
    'It has a name there, nei juan (內捲), and it has no end.',
    `It has a name there, 内捲 (nèijuǎn, ${RACE}), and it has no end.`.replace('内捲', '內捲'),
  ],
  [
    'The habit of tang-ping [躺平] was new to the foreman.',
    `The habit of 躺平 (tǎngpíng, ${BARE}) was new to the foreman.`,
  ],
  ['Her cure was 躺平 (Tǎngpíng).', `Her cure was 躺平 (tǎngpíng, ${BARE}).`],
  [
    'She tried tǎng píng/躺平 for a month and was the better for it.',
    `She tried 躺平 (tǎngpíng, ${BARE}) for a month and was the better for it.`,
  ],
  ['He read nei4juan3 内卷 on the wall of the canteen.', `He read 内卷 (nèijuǎn, ${RACE}) on the wall of the canteen.`],
  [
    'The Taipei paper writes 內卷 where the dictionary has two characters more.',
    `The Taipei paper writes 內卷 (nèijuǎn, ${RACE}) where the dictionary has two characters more.`,
  ],
  // the author's gloss is kept
  [
    'A year of ‘involution’ (内卷) had emptied the evening classes.',
    'A year of 内卷 (nèijuǎn, “involution”) had emptied the evening classes.',
  ],
  [
    'Teachers blame involution (neijuan, 内卷) on the entrance examination.',
    'Teachers blame 内卷 (nèijuǎn, “involution”) on the entrance examination.',
  ],
  [
    'Pointless competition (内卷) is what the report is about.',
    '内卷 (nèijuǎn, “pointless competition”) is what the report is about.',
  ],
  [
    'They speak of 内卷 (rolling inward) where we would speak of a treadmill.',
    'They speak of 内卷 (nèijuǎn, “rolling inward”) where we would speak of a treadmill.',
  ],
  [
    'The shop had two blockbuster products (爆品) in one summer.',
    'The shop had two 爆品 (bàopǐn, “blockbuster products”) in one summer.',
  ],
  [
    'The firm bets on its “爆品” blockbuster product line and on little else.',
    'The firm bets on its 爆品 (bàopǐn, “blockbuster product”) line and on little else.',
  ],
  [
    'Some of them were opting out (躺平) long before it had a name.',
    'Some of them were 躺平 (tǎngpíng, “opting out”) long before it had a name.',
  ],
  ['Every 主播 (host) had a lamp of her own.', 'Every 主播 (zhǔbō, “host”) had a lamp of her own.'],
  [
    'The slogan was 降本增效（lower costs, higher efficiency）that year.',
    'The slogan was 降本增效 (jiàngběn zēngxiào, “lower costs, higher efficiency”) that year.',
  ],
  [
    'The magazine praised nvxing jingji (女性经济, women’s economy) in every issue.',
    'The magazine praised 女性经济 (nǚxìng jīngjì, “women’s economy”) in every issue.',
  ],
  // labels
  [
    'Students say 内卷 (nèijuǎn), meaning “involution”, when they mean the library at midnight.',
    'Students say 内卷 (nèijuǎn, “involution”) when they mean the library at midnight.',
  ],
  [
    'The strike was called 躺平, literally “lying flat.” Nobody lay down.',
    'The strike was called 躺平 (tǎngpíng, literally “lying flat”). Nobody lay down.',
  ],
  [
    'He died of 社死, i.e. “dying of embarrassment”, at the wedding.',
    'He died of 社死 (shèsǐ, “dying of embarrassment”) at the wedding.',
  ],
  [
    'It was a case of 社死 (shesi – lit. social death) and it was filmed.',
    'It was a case of 社死 (shèsǐ, literally “social death”) and it was filmed.',
  ],
  [
    'Lying flat (Chinese: 躺平; pinyin: tǎngpíng) needs no equipment.',
    '躺平 (tǎngpíng, “lying flat”) needs no equipment.',
  ],
  [
    'The choice was 内卷, or “involution”, and then more of it.',
    'The choice was 内卷 (nèijuǎn, “involution”), and then more of it.',
  ],
  [
    'If you refuse 内卷, or “involution”, you go home at six.',
    'If you refuse 内卷 (nèijuǎn, “involution”), you go home at six.',
  ],
  ['Involution, or 内卷 (neijuan), is older than the word.', '内卷 (nèijuǎn, “involution”) is older than the word.'],
  ['The cure – 躺平 – “doing the bare minimum” – was cheap.', `The cure – 躺平 (tǎngpíng, ${BARE}) was cheap.`],
  ['This 内卷—“involution”—is catching.', 'This 内卷 (nèijuǎn, “involution”) is catching.'],
  ['The cure – tǎngpíng, or “lying flat” (躺平) – was cheap.', 'The cure – 躺平 (tǎngpíng, “lying flat”) – was cheap.'],
  [
    'The cure was 躺平 – tǎngpíng, or “lying flat” – and it was cheap.',
    'The cure was 躺平 (tǎngpíng, “lying flat”) and it was cheap.',
  ],
  [
    'The word neijuan, which literally means “rolling inward,” was new to her.',
    'The word 内卷 (nèijuǎn, literally “rolling inward”) was new to her.',
  ],
  [
    'The notice said “lying flat” (躺平, or tangping in pinyin) and no more.',
    'The notice said 躺平 (tǎngpíng, “lying flat”) and no more.',
  ],
  // the sentence still reads
  ['An involution (内卷) of this kind has no winner.', 'A 内卷 (nèijuǎn, “involution”) of this kind has no winner.'],
  [
    'The poster says that 内卷, meaning that people outwork one another, must end.',
    'The poster says that 内卷 (nèijuǎn), meaning that people outwork one another, must end.',
  ],
  [
    'They call it 内卷 (see the box on page 9) and sigh.',
    `They call it 内卷 (nèijuǎn, ${RACE}; see the box on page 9) and sigh.`,
  ],
  [
    '“We have had enough of 内卷,” said the cook, “and of soup.”',
    '“We have had enough of 内卷 (nèijuǎn, ‘competition that wears everyone out’),” said the cook, “and of soup.”',
  ],
  [
    'He said "内卷" and put down the phone for good.',
    'He said 内卷 (nèijuǎn, "competition that wears everyone out") and put down the phone for good.',
  ],
  [
    'The canteen gave an 爱心餐 to everyone who asked for one.',
    'The canteen gave an 爱心餐 (àixīncān, “meal given away”) to everyone who asked for one.',
  ],
  // marks of Markdown stay
  [
    'Then came **内卷** (*neijuan*), and the lights stayed on.',
    `Then came **内卷** (*nèijuǎn*, ${RACE}), and the lights stayed on.`,
  ],
  [
    'Then came *neijuan* (内卷), and the lights stayed on.',
    `Then came 内卷 (*nèijuǎn*, ${RACE}), and the lights stayed on.`,
  ],
  [
    'The essay on [内卷](https://example.org/a) (neijuan) was read by thousands.',
    `The essay on [内卷](https://example.org/a) (nèijuǎn, ${RACE}) was read by thousands.`,
  ],
  [
    'The essay on [Neijuan](https://example.org/a) (内卷, involution) was read by thousands.',
    'The essay on 内卷 ([nèijuǎn](https://example.org/a), “involution”) was read by thousands.',
  ],
  // pinyin without its characters, with a gloss of the house
  [
    'What they have is *neijuan* (involution), and plenty of it.',
    'What they have is 内卷 (*nèijuǎn*, “involution”), and plenty of it.',
  ],
  [
    'What they chose was ‘Tang Ping’ (Lying Flat), and tea.',
    'What they chose was 躺平 (tǎngpíng, “lying flat”), and tea.',
  ],
  // the second time
  [
    'They fear 内卷 (nèijuǎn, “involution”). So does he, and neijuan (内卷) fears nobody.',
    'They fear 内卷 (nèijuǎn, “involution”). So does he, and 内卷 fears nobody.',
  ],
  [
    'They fear 内卷 (nèijuǎn, “involution”). The *neijuan* of the offices is worse.',
    'They fear 内卷 (nèijuǎn, “involution”). The *内卷* of the offices is worse.',
  ],
  [
    'They fear 内卷 (neijuan, involution), and 內捲’s end is not in sight.',
    'They fear 内卷 (nèijuǎn, “involution”), and 內捲’s end is not in sight.',
  ],
]

/** What has to come back as it was. */
export const UNTOUCHED: readonly string[] = [
  'They fear 内卷 (nèijuǎn, “involution”), and they are right.',
  'He only said “我们都在内卷，躺平也不行” and hung up on them.',
  'The banner read 反对内卷 in red letters that the rain had reached.',
  'The film 《内卷》 was shown in the canteen on a Friday.',
  'The word is 内卷ing, and it is no word that we would print.',
  'He typed `内卷` into the form and waited for what the page would say.',
  'It lies at https://example.org/内卷 (neijuan) for all who care to read it.',
  '内卷,nèijuǎn,involution',
  '| 内卷 | neijuan | involution is what the table says of it |',
  '内卷\tneijuan\tinvolution as the class was told to write it',
  '- **内卷** (neijuan): the contest that nobody wins, as they say there',
  '# What the drivers mean by 内卷 and what they do about it',
  'The 内卷-style contest is over, and the non-内卷 life has begun for them.',
  'The teacher wrote 内卷/內捲 (nèijuǎn) on the board for the class to read.',
  'Taobao (淘宝) was where they bought the lamps for the studio.',
  'The two kinds 内卷、躺平 were drawn on the wall of the canteen.',
  'The young chose Tang Ping (a long sleep) and had time for tea.',
  'He signed the letter 内卷 (one of the nicknames that he had at the school he went to).',
  '他们说内卷是现在的热词。大家都在谈论它，没有人喜欢。',
]
