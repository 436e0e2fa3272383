/**
 * The script of a few Chinese words by their characters alone: whichever conversion changes less. Right for 99.4–100 %
 * of sentences and silent about two thirds of single words, because a character that both scripts have is no witness.
 */
import simplifiedCharacters from 'opencc-js/dict/STCharacters'
import simplifiedPhrases from 'opencc-js/dict/STPhrases'
import traditionalCharacters from 'opencc-js/dict/TSCharacters'
import traditionalPhrases from 'opencc-js/dict/TSPhrases'
import {converted} from './conversion.js'

export type Script = 'Hans' | 'Hant'

export function scriptOfClause(text: string): Script | undefined {
  shared ??= {
    Hans: sharedCharacters(simplifiedCharacters, simplifiedPhrases),
    Hant: sharedCharacters(traditionalCharacters, traditionalPhrases),
  }
  const balance =
    changed(text, converted(text, 'cn', 't'), shared.Hans) - changed(text, converted(text, 't', 'cn'), shared.Hant)
  return balance > 0 ? 'Hans' : balance < 0 ? 'Hant' : undefined
}

const KANA_OR_HANGUL = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Whether a clause has kana, hangul, or a character that only Japan writes so: 図, 駅, 売. */
export function isJapaneseOrKorean(clause: string): boolean {
  if (KANA_OR_HANGUL.test(clause)) return true
  const traditional = converted(clause, 'jp', 't')
  if (traditional === clause) return false
  const [simplified, fromHant, fromHans] = [
    converted(traditional, 't', 'cn'),
    converted(clause, 't', 'cn'),
    converted(clause, 'cn', 't'),
  ]
  for (let i = 0; i < clause.length; i++) {
    const [char, old, short] = [clause[i], traditional[i], simplified[i]]
    // 真 and 研 have older forms, too, but China writes them as Japan does; 図 is a third form beside 圖 and 图.
    if (char !== old && old !== short && short !== char && fromHant[i] === char && fromHans[i] === char) return true
  }
  return false
}

function changed(before: string, after: string, witnessless: ReadonlySet<string>): number {
  let count = 0
  for (let i = 0; i < before.length; i++) {
    if (before.charCodeAt(i) !== after.charCodeAt(i) && !witnessless.has(before[i]!)) count++
  }
  return count
}

let shared: Readonly<Record<Script, ReadonlySet<string>>> | undefined

/** Characters that a table converts and some of its phrases keep: 里 of 裏面 and 里程, 乾 of 乾淨 and 乾隆. */
function sharedCharacters(characters: string, phrases: string): Set<string> {
  const alone = new Map(entriesOf(characters))
  const found = new Set<string>()
  for (const [from, to] of entriesOf(phrases)) {
    for (let i = 0; i < from.length; i++) {
      const char = from[i]!
      if (char === to[i] && (alone.get(char) ?? char) !== char) found.add(char)
    }
  }
  return found
}

const entriesOf = (table: string): Array<[string, string]> =>
  table.split('|').map((entry) => entry.split(' ', 2) as [string, string])
