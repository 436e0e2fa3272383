/** How a word is written, carried over to the word that takes its place. */

const hasUpper = (text: string): boolean => text !== text.toLowerCase()
const isAllUpper = (text: string): boolean => hasUpper(text) && text === text.toUpperCase()

/** A form written as the model is: `HUGE` → `BIG`, `Huge` → `Big`, `huge` → `big`; a form with capitals of its own keeps them. */
export function adoptCase(model: string, form: string): string {
  const letters = model.match(/\p{L}/gu) ?? []
  if (letters.length > 1 && isAllUpper(model)) return form.toUpperCase()
  if (letters[0] === undefined || !isAllUpper(letters[0])) return form
  return capitalise(form)
}

/** With its first letter as a capital. */
export function capitalise(form: string): string {
  const at = form.search(/\p{L}/u)
  if (at < 0) return form
  const letter = String.fromCodePoint(form.codePointAt(at)!)
  return form.slice(0, at) + letter.toUpperCase() + form.slice(at + letter.length)
}
