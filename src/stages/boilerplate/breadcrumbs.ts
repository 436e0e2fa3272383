/** Home › News › Local: steps of a few words between the same marks, beginning where sites begin. */

const SEPARATOR = /\s*(?:[›»→/]|>{1,2})\s*|\s+\|\s+/
const ROOT = /^(?:home(?:page)?|start|main|index|front page|news|首页|首頁|トップ|inicio|accueil|startseite)$/i
const LONGEST_STEP = 6

/** Whether a line is a breadcrumb trail. */
export function breadcrumbs(line: string): boolean {
  const steps = line.trim().split(SEPARATOR)
  if (steps.length < 2 || !ROOT.test(steps[0]!)) return false
  return steps.slice(0, -1).every((step) => step !== '' && step.split(/\s+/).length <= LONGEST_STEP)
}
