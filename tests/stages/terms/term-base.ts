/** A term base of our own, so that what is tested here does not depend on what editors write in theirs. */
import {type Cleaner, type CleanOptions, createCleaner, installedRules} from '../../../src/index.js'

const COLUMNS = ['term', 'traditional', 'pinyin', 'gloss', 'literal', 'short', 'alternates'] as const

const ROWS = [
  '内卷|內捲|nèijuǎn|competition that wears everyone out|rolling inward|rat race|involution;pointless competition',
  '躺平||tǎngpíng|doing the bare minimum|lying flat||opting out',
  '爆品||bàopǐn|hit product|explosive product||blockbuster product',
  '守正出奇||shǒuzhèng chūqí|keep to the right path and win by the unexpected|||',
  '社死||shèsǐ|dying of embarrassment|social death||',
  '主播||zhǔbō|livestream host|||host;streamer',
  '降本增效||jiàngběn zēngxiào|lower costs, higher efficiency|||',
  '女性经济|女性經濟|nǚxìng jīngjì|spending by women||she-economy|women’s economy',
  '淘宝|淘寶|Táobǎo|shopping site Taobao|||',
  '爱心餐|愛心餐|àixīncān|meal given away|||',
].map((row) => row.split('|'))

const rows = ROWS.map((row, line) => ({
  line,
  cells: Object.fromEntries(COLUMNS.map((name, i) => [name, row[i]!.replaceAll(';', '|')])),
}))

const ruleSet = {
  ...installedRules(),
  tables: [
    ...installedRules().tables.filter(({name}) => !name.startsWith('terms/')),
    {name: 'terms/own', path: 'own.tsv', columns: COLUMNS, rows},
  ],
}

export const cleanerOf = (options: CleanOptions = {}): Cleaner =>
  createCleaner({stages: ['identify', 'terms'], ruleSet, ...options})
