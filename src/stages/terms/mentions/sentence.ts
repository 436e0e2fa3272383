/** The little that has to be known of English sentences, so that one still reads when an explanation has moved. */

/** UTF-16 units that are looked at before a place. */
const REACH = 300

/** From the beginning of the sentence, or of what is looked at. */
function sentenceBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - REACH), at)
  const start = Math.max(
    near.lastIndexOf('\n'),
    ...['. ', '! ', '? ', '.” ', '." '].map((mark) => near.lastIndexOf(mark) + mark.length - 1),
  )
  return near.slice(start + 1)
}

/** Whether a sentence begins here, behind marks of lists, quotation and emphasis. */
export const isSentenceStart = (text: string, at: number): boolean =>
  /^\s*(?:(?:[-+•>#]+|\*|\d{1,3}[.)])\s+)*["“‘'*_([]*$/.test(sentenceBefore(text, at))

/** Words after which a comma may close more than an appositive: `If you choose 躺平, or “lying flat”, you …`. */
const FRONTED =
  /^["“‘'*_\s]*(?:if|when|while|as|with|without|in|for|after|before|since|because|although|though|under|through|by|at|on|from|like|unlike|despite|to|once|until|whereas|given|instead|beyond|against|where|having|being)\b/i
const VERB =
  /^ (?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|do|became|becomes|become|began|begins|refers?|describes?|means?|meant|captures?|came|comes|took|takes|grew|grows|now|then|also|still|soon|only|spread|seems?|went|made|makes|says|said|gives?|gave|stands?|stood|remains?|in|of|on|at|by|to|from|among|into|than|for|as)\b/
const CLAUSE =
  /^ (?:and|but|or|so|yet|nor|while|which|who|whose|although|though|he|she|it|they|we|you|I|the|a|an|this|that|these|those|there|his|her|their|our|its|one|many|some|most|people|rather|not)\b/

/** Whether a comma after an appositive only closes it, so that it goes with the appositive. */
export function endsAppositive(text: string, start: number, afterComma: number): boolean {
  const next = text.slice(afterComma, afterComma + 20)
  if (!/^ \S/.test(next) || CLAUSE.test(next)) return false
  const isFronted = FRONTED.test(sentenceBefore(text, start))
  return VERB.test(next) ? !isFronted || /^ (?:is|are|was|were|has|have|had|of)\b/.test(next) : !isFronted
}

/** How many quotation marks stand open before a place: what is quoted there takes the other kind. */
export function isQuotation(text: string, at: number): boolean {
  const line = sentenceOrLine(text, at)
  const opened = line.split('“').length - line.split('”').length
  return opened > 0 || (line.split('"').length - 1) % 2 === 1
}

const sentenceOrLine = (text: string, at: number): string => {
  const near = text.slice(Math.max(0, at - REACH * 2), at)
  return near.slice(near.lastIndexOf('\n') + 1)
}

/** `a` or `an` before a word, by its spelling. */
export const articleFor = (word: string): 'a' | 'an' => {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '')
  if (/^(?:hour|honest|honou?r|heir)/i.test(plain)) return 'an'
  return /^(?:[aeio]|u(?!ni|se|sa|ti|bi|ro))/i.test(plain) && !/^(?:one|eu|once)/i.test(plain) ? 'an' : 'a'
}
