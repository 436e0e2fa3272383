/** Home › News › Local: steps of a few words between the same marks, beginning where sites begin. */

const SEPARATOR = /\s*(?:[›»→＞/]|>{1,2})\s*|\s+[|‹«<]\s+/
const ROOTS =
  'home(?:page)?|start|main|index|front page|news|(?:网站)?首页|(?:網站)?首頁|主页|トップ(?:ページ)?|ホーム|홈|처음|inicio|portada|início|página inicial|capa|accueil|startseite|главная(?: страница)?|الرئيسية|الصفحة الرئيسية'
const ROOT = new RegExp(`^(?:${ROOTS})$`, 'i')
/** Told before a line is split: that is slow, and few lines begin so. */
const OPENS = new RegExp(`^(?:${ROOTS})`, 'i')
/** Words before the trail that say what it is. */
const LEAD =
  /^(?:you are here|estás aquí|está en|vous êtes ici|sie sind hier|du bist hier|você está (?:em|aqui)|вы здесь|вы находитесь|أنت هنا|أنت الآن في|现在位置|目前位置|現在位置|現在地|현재 ?위치)\s*[:：]?\s*/i
const LONGEST_STEP = 6

/** Whether a line is a breadcrumb trail. */
export function breadcrumbs(line: string): boolean {
  const trail = line.trim().replace(LEAD, '')
  if (!OPENS.test(trail)) return false
  const steps = trail.split(SEPARATOR)
  if (steps.length < 2 || !ROOT.test(steps[0]!)) return false
  return steps.slice(0, -1).every((step) => step !== '' && step.split(/\s+/).length <= LONGEST_STEP)
}
