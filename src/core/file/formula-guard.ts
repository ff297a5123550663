/*
 * A spreadsheet runs a text that begins with one of these, also behind white space or a byte order mark; full-width forms are
 * taken for the plain ones. https://owasp.org/www-community/attacks/CSV_Injection
 */
const RUNS = /^[\s\0]*[=+\-@\t\r\n\0\uFF0B\uFF0D\uFF1D\uFF20]/
const NUMBER = /^[+-](\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** Puts a `'` in front of a text that a spreadsheet would run as a formula, or that reading would take for one so marked. `-5` is a number and stays. */
export const guard = (text: string): string => (wouldRun(unmarked(text)) ? `'${text}` : text)

/** Takes the mark of `guard` away; any other text stays as it is. `unguard(guard(text))` is the text. */
export const unguard = (text: string): string =>
  text.startsWith("'") && wouldRun(unmarked(text)) ? text.slice(1) : text

/** A text as one cell of a CSV with commas: guarded, and in quotes where it holds a comma, a quote or a line break. */
export function guardedCell(text: string): string {
  const guarded = guard(text)
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

const wouldRun = (text: string): boolean => RUNS.test(text) && !NUMBER.test(text)
const unmarked = (text: string): string => text.replace(/^'+/, '')
