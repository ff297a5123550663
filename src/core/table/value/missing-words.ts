/** Stand for missing in number, date and boolean columns, in any case; in text columns they are values. */
const USUAL_WORDS = ['n/a', 'na', '#n/a', 'null', 'none', 'nan', '-', '–']
const LONGEST_WORD = 4

const usual: ReadonlySet<string> = new Set(USUAL_WORDS)

/** The empty cell, and the words that usually stand for missing. */
export const isUsualMissing = (cell: string): boolean =>
  cell === '' || (cell.length <= LONGEST_WORD && usual.has(cell.toLowerCase()))

/** Whether a trimmed cell stands for missing under a plan; without words of its own under the usual ones. */
export function missingTest(words: readonly string[] | null): (cell: string) => boolean {
  if (words === null) return isUsualMissing
  const chosen = new Set(words.map((word) => word.trim().toLowerCase()))
  return (cell) => cell === '' || chosen.has(cell.toLowerCase())
}
