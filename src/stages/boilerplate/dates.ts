/** Dates as pages write them, in the languages the rules speak, and lines that hold nothing else. */

const ENGLISH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
const SPANISH = 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre'
const PORTUGUESE = 'janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro'
const FRENCH = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'
const GERMAN = 'Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember'
const ITALIAN = 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre'
const RUSSIAN = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря'
const ARABIC =
  'يناير|فبراير|مارس|أبريل|إبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول'

const DAY_FIRST = [ENGLISH, SPANISH, PORTUGUESE, FRENCH, GERMAN, ITALIAN, RUSSIAN, ARABIC].join('|')

/** Forms of a date; the year is always there, as a day and a month alone may be part of a sentence. */
const FORMS = [
  `(?:${ENGLISH})\\.? \\p{Nd}{1,2}(?:st|nd|rd|th)?,? \\p{Nd}{4}`,
  `\\p{Nd}{1,2}(?:st|nd|rd|th|er|º|\\.)? (?:de |di )?(?:${DAY_FIRST})\\.?,?(?: del?)? \\p{Nd}{4}`,
  '\\p{Nd}{4} ?[年년] ?\\p{Nd}{1,2} ?[月월] ?\\p{Nd}{1,2} ?[日号號일]',
  '\\p{Nd}{4}\\. ?\\p{Nd}{1,2}\\. ?\\p{Nd}{1,2}\\.?',
  '\\p{Nd}{4}[-/]\\p{Nd}{1,2}[-/]\\p{Nd}{1,2}',
  '\\p{Nd}{1,2}([./])\\p{Nd}{1,2}\\1\\p{Nd}{4}',
]
const DATE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${FORMS.join('|')})(?!\\p{Nd})`, 'iu')

/** `10:20`, `10h20`, `10時20分`, `오후 3시 05분`, `9:27 am`. */
const TIME =
  /(?<!\p{Nd})\p{Nd}{1,2}(?:[:：.]| ?h ?|[時时點点시] ?)\p{Nd}{2}(?:[:：]\p{Nd}{2})?[分분hч]?(?:\s?[ap]\.?m\.?)?(?!\p{Nd})/giu

/** What may stand beside a date: a time zone, a day of the week, the small words and verbs of publishing. */
const COMPANIONS = [
  'at|on|by|updated|published|posted|last|modified|[ap]\\.?m\\.?',
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?',
  'el|a|las|h|hs|hrs|horas|publicado|actualizado|lunes|martes|miércoles|jueves|viernes|sábado|domingo',
  'em|às|atualizado|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?',
  'le|à|publié|mis|jour|et|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  'am|um|uhr|stand|aktualisiert|veröffentlicht|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend',
  'в|г|года|опубликовано|обновлено|мск|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье',
  'نشر|في|بتاريخ|الساعة|م|ص|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت',
  '(?:星期|周|週)[一二三四五六日天]|上午|下午|晚上|凌晨|发布|發布|更新',
  '[月火水木金土日](?:曜日?)?|午前|午後|公開|配信|掲載',
  '[월화수목금토일](?:요일)?|오전|오후|입력|수정|등록',
]
const COMPANION = new RegExp(`^(?:${COMPANIONS.join('|')})\\.?$`, 'iu')
const TIME_ZONE = /^(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2})$/
const SEPARATORS = /[\s,，،|｜•·–—:：()（）]+/u

/** What every form has, and few lines: a year, and a number of one or two digits for the day. */
const YEAR = /\p{Nd}{4}/u
const DAY = /(?<!\p{Nd})\p{Nd}{1,2}(?!\p{Nd})/u

/** The first date in a line, as written. */
export const dateIn = (line: string): string | undefined =>
  YEAR.test(line) && DAY.test(line) ? DATE.exec(line)?.[0] : undefined

/** Whether a line holds a date, perhaps a time, and nothing else. */
export function isDateLine(line: string): boolean {
  const date = dateIn(line)
  if (date === undefined) return false
  const others = line.replace(date, ' ').replace(TIME, ' ').split(SEPARATORS)
  return others.every((part) => /^[-/]*$/.test(part) || COMPANION.test(part) || TIME_ZONE.test(part))
}
