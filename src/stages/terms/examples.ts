/** What each fault of Chinese terms and typography looks like. Where a house has to decide a point, an option says how. */
import type {FaultExample, Illustrations} from '../../stage/example.js'

/** Beside a sentence that leaves no doubt about the language. */
const zh = (text: string): string => `${text}\n这个句子里没有任何错误。`

const changes = (bad: string, good: string, typography?: Readonly<Record<string, string>>): FaultExample => ({
  ...(typography ? {options: {typography}} : {}),
  bad: zh(bad),
  good: zh(good),
})
const leaves = (text: string, typography?: Readonly<Record<string, string>>): FaultExample => ({
  ...(typography ? {options: {typography}} : {}),
  leave: zh(text),
})

export const EXAMPLES: Illustrations = {
  'terms/unexplained-term': {
    outcome: 'applied',
    examples: [
      {
        bad: 'They all fear 内卷 at the shipyard.',
        good: 'They all fear 内卷 (nèijuǎn, “competition that wears everyone out”) at the shipyard.',
      },
      {leave: 'They all fear 内卷 (nèijuǎn, “involution”) at the shipyard.'},
    ],
  },
  'terms/irregular-mention': {
    outcome: 'applied',
    examples: [
      {
        bad: 'They all fear “involution” (内卷, nèijuǎn) at the shipyard.',
        good: 'They all fear 内卷 (nèijuǎn, “involution”) at the shipyard.',
      },
      {leave: 'They all fear 内卷 (nèijuǎn, “involution”) at the shipyard.'},
    ],
  },
  'terms/repeated-gloss': {
    outcome: 'applied',
    examples: [
      {
        bad: 'They fear 内卷 (nèijuǎn, “involution”) by day. By night they fear 内卷 (nèijuǎn, “involution”) even more.',
        good: 'They fear 内卷 (nèijuǎn, “involution”) by day. By night they fear 内卷 even more.',
      },
      {leave: 'They fear 内卷 (nèijuǎn, “involution”) by day. By night they fear 内卷 even more.'},
    ],
  },
  'terms/contradicting-gloss': {
    outcome: 'reported',
    examples: [
      {
        bad: 'They speak of 内卷 (nèijuǎn, “soup of the day”) in the town.',
        good: 'They speak of 内卷 (nèijuǎn, “soup of the day”) in the town.',
      },
      {leave: 'They speak of 内卷 (nèijuǎn, “senseless competition for ever less”) in the town.'},
    ],
  },
  'terms/contradicting-pinyin': {
    outcome: 'proposed',
    examples: [
      {
        bad: 'They speak of 内卷 (nèijiǎn, “involution”) in the town.',
        good: 'They speak of 内卷 (nèijuǎn, “involution”) in the town.',
      },
      {leave: 'They speak of 内卷 (nèijuǎn, “involution”) in the town.'},
    ],
  },
  'terms/unknown-term': {
    outcome: 'reported',
    examples: [
      {
        bad: 'They left a 西安城 of paper on the table.',
        good: 'They left a 西安城 of paper on the table.',
      },
      {leave: 'They read 《红灯》 at the door of the house, and nobody came.'},
    ],
  },
  'terms/other-script': {
    outcome: 'applied',
    examples: [
      {options: {chinese: 'traditional'}, bad: '河边的工厂没有灯。', good: '河邊的工廠沒有燈。'},
      {options: {chinese: 'traditional'}, leave: '河邊的工廠沒有燈。'},
      {leave: '河边的工厂没有灯。'},
    ],
  },
  'terms/stray-blank': {
    outcome: 'varies',
    examples: [changes('河边很冷 ，没有船。', '河边很冷，没有船。'), leaves('\u3000\u3000河边很冷，没有船。')],
  },
  'terms/half-width-mark': {
    outcome: 'varies',
    examples: [changes('河边很冷,没有船.', '河边很冷，没有船。'), leaves('圆周率是3.14，时间12:30')],
  },
  'terms/full-width-letter': {
    outcome: 'applied',
    examples: [changes('２０２０年的ＡＢＣ公司', '2020年的ABC公司'), leaves('全角：＋、％、＃、／')],
  },
  'terms/repeated-mark': {
    outcome: 'proposed',
    examples: [changes('河边很冷。。明天也冷。', '河边很冷。明天也冷。'), leaves('等等。。。好吧')],
  },
  'terms/inner-blank': {
    outcome: 'proposed',
    examples: [changes('今天我们去 公园里散步，好吗？', '今天我们去公园里散步，好吗？'), leaves('张 三来了，好。')],
  },
  'terms/missing-blank': {
    outcome: 'applied',
    examples: [
      {
        options: {style: 'none'},
        bad: 'Everyone says the word内卷is used up by now.',
        good: 'Everyone says the word 内卷 is used up by now.',
      },
      changes('他用Node.js写3个程序。', '他用 Node.js 写 3 个程序。', {spacing: 'add'}),
      leaves('他用Node.js写3个程序。'),
      {leave: 'We sell T恤 and A股, and every UP主 likes it.', options: {style: 'none'}},
    ],
  },
  'terms/surplus-blank': {
    outcome: 'applied',
    examples: [
      {
        options: {style: 'none'},
        bad: 'Everyone says the word  内卷  is used up by now.',
        good: 'Everyone says the word 内卷 is used up by now.',
      },
      changes('他用 Node.js 写 3 个程序。', '他用Node.js写3个程序。', {spacing: 'remove'}),
      leaves('他用 Node.js 写 3 个程序。'),
    ],
  },
  'terms/half-width-bracket': {
    outcome: 'applied',
    examples: [
      changes('河边(很冷)没有船。', '河边（很冷）没有船。', {brackets: 'full'}),
      leaves('他算出了f(x)的值。', {brackets: 'full'}),
    ],
  },
  'terms/full-width-bracket': {
    outcome: 'applied',
    examples: [
      changes('他说（test）没有船。', '他说(test)没有船。', {brackets: 'half'}),
      leaves('河边（很冷）没有船。', {brackets: 'half'}),
    ],
  },
  'terms/foreign-quote': {
    outcome: 'applied',
    examples: [
      changes('他说“河边‘很冷’吧”。', '他说「河边『很冷』吧」。', {quotes: 'corner'}),
      leaves('五寸是5"，不是六寸', {quotes: 'curly'}),
    ],
  },
  'terms/short-ellipsis': {
    outcome: 'applied',
    examples: [
      changes('等等...好吧。', '等等……好吧。', {ellipsis: 'full'}),
      leaves('从a...b开始，等等……好吧。', {ellipsis: 'full'}),
    ],
  },
  'terms/short-dash': {
    outcome: 'applied',
    examples: [
      changes('河边--很冷。', '河边——很冷。', {dashes: 'full'}),
      leaves('从a--b开始，河边——很冷。', {dashes: 'full'}),
    ],
  },
  'terms/foreign-dot': {
    outcome: 'applied',
    examples: [
      changes('约翰・史密斯来了。', '约翰·史密斯来了。', {middleDot: 'unify'}),
      leaves('• 甲', {middleDot: 'unify'}),
    ],
  },
}
