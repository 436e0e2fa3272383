/** The names of the months in the languages that most pages are written in. */

/**
 * Each month as the beginnings of its names; a word that begins so is the month. What is one month in one language and
 * another in the next is left out: listopad is November in Poland and October in Croatia.
 */
const BEGINNINGS: readonly string[] = [
  'jan gen ene ocak янв січ sty jän يناير जनवरी มกรา มค ιαν',
  'feb fév fev şub фев лют lut فبراير फरवरी กุมภา กพ φεβ',
  'mar mär maa март мар бер مارس मार्च มีนา μαρ mrt',
  'apr avr abr nis апр кві kwi abril أبريل ابريل अप्रैल เมษา απρ',
  'may mai mag mei maj мая май трав مايو मई พฤษภา μαΐ μαι',
  'jun juin giu haz июн черв cze يونيو जून มิถุนา ιουν',
  'jul juil lug tem июл лип lipc lipie يوليو जुलाई กรกฎา ιουλ',
  'aug aoû aou ago agu ağu авг серп sie أغسطس अगस्त สิงหา αυγ ogos',
  'sep set eyl сен вер wrz سبتمبر सितंबर กันยา σεπ',
  'oct okt ott out eki окт жов paź أكتوبر अक्टूबर ตุลา οκτ',
  'nov kas ноя лист نوفمبر नवंबर พฤศจิกา νοε',
  'dec dez déc dic ara des дек груд gru ديسمبر दिसंबर ธันวา δεκ',
]

const MONTHS: ReadonlyMap<string, number> = new Map(
  BEGINNINGS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)

/** Lengths of the beginnings, longest first: juillet is July although it begins as June's juin does. */
const LENGTHS = [...new Set([...MONTHS.keys()].map((name) => name.length))].sort((a, b) => b - a)

/** Days of the week that begin as a month does. */
const NOT_MONTHS = /^(?:mar(?:di|tes|tedì)|martes|maandag|settimana)$/

/** The number of the one month that is named in the text, or undefined where none or several are. */
export function monthIn(text: string): number | undefined {
  const months = new Set<number>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) {
    const month = monthOf(word)
    if (month !== undefined) months.add(month)
  }
  return months.size === 1 ? [...months][0] : undefined
}

function monthOf(word: string): number | undefined {
  if (NOT_MONTHS.test(word)) return undefined
  for (const length of LENGTHS) {
    const month = length <= word.length ? MONTHS.get(word.slice(0, length)) : undefined
    if (month !== undefined) return month
  }
  return undefined
}
