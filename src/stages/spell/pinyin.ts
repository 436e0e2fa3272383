/** Whether letters without tone marks can be Mandarin: a run of whole syllables of Hanyu Pinyin (ISO 7098). */

/** Initials with the finals that stand after them. */
const SYLLABLE = [
  '[bp](?:iao|ian|ing|ang|eng|ai|ao|an|ei|en|ie|in|a|i|o|u)',
  'm(?:iao|ian|ing|ang|eng|iu|ai|ao|an|ei|en|ie|in|ou|a|e|i|o|u)',
  'f(?:ang|eng|an|ei|en|ou|a|o|u)',
  '[dt](?:iao|ian|ing|ang|eng|ong|uan|ia|iu|ai|ao|an|ei|en|ie|ou|ui|un|uo|a|e|i|u)',
  '[nl](?:iang|iao|ian|ing|ang|eng|ong|uan|ia|iu|ai|ao|an|ei|en|ie|in|ou|un|uo|ve|ue|a|e|i|u|v)',
  '[gkh](?:uang|uai|uan|ang|eng|ong|ai|ao|an|ei|en|ou|ua|ui|un|uo|a|e|u)',
  '[jqx](?:iang|iong|iao|ian|ing|uan|ia|iu|ie|in|ue|un|i|u)',
  '(?:zh|ch|sh)(?:uang|uai|uan|ang|eng|ong|ai|ao|an|ei|en|ou|ua|ui|un|uo|a|e|i|u)',
  'r(?:uan|ang|eng|ong|ao|an|en|ou|ui|un|uo|e|i|u)',
  '[zcs](?:uan|ang|eng|ong|ai|ao|an|ei|en|ou|ui|un|uo|a|e|i|u)',
  'y(?:uan|ang|ing|ong|ao|an|in|ou|ue|un|a|e|i|o|u)',
  'w(?:ang|eng|ai|an|ei|en|a|o|u)',
  '(?:ang|eng|ai|ao|an|ei|en|er|ou|a|e|o)',
].join('|')

const WHOLE = new RegExp(`^(?:${SYLLABLE})$`)
const LONGEST_SYLLABLE = 6
const MOST_LETTERS = 24

/** Every cut is tried, as `xian` may also be `xi'an`; the work is bounded by the letters. */
export function isPinyin(form: string): boolean {
  if (form.length > MOST_LETTERS) return false
  const ends = new Set([0])
  for (const end of ends) {
    for (let length = 1; length <= LONGEST_SYLLABLE && end + length <= form.length; length++) {
      if (WHOLE.test(form.slice(end, end + length))) ends.add(end + length)
    }
  }
  return ends.has(form.length)
}
