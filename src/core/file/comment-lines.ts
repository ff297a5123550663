import type { HeadRow } from './split-rows.ts'

const MARKS = ['#', '//', '--', '%'] as const

/**
 * How comments begin between the rows of a table; null where none stand there. A row as wide as the others is none, whatever it begins with,
 * unless others that begin so are remarks: then it is a row that somebody has taken out.
 */
export function guessComment(
  rows: readonly HeadRow[],
  width: number,
  firstLine: number,
): string | null {
  if (width < 2) return null
  const found = MARKS.find((mark) => {
    const marked = rows.filter(({ cells }) => cells[0]?.startsWith(mark))
    return (
      marked.some(({ line }) => line > firstLine) &&
      (marked.every((row) => isNarrow(row, width)) || marked.some((row) => isRemark(row, mark))) &&
      marked.length * 2 < rows.length + 2
    )
  })
  return found ?? null
}

const isNarrow = ({ cells }: HeadRow, width: number): boolean =>
  cells.length !== width || cells.filter((cell) => cell !== '').length < 2

/** A sentence behind the mark, or the mark alone. */
function isRemark({ cells }: HeadRow, mark: string): boolean {
  const [first = ''] = cells
  const isAlone = cells.filter((cell) => cell !== '').length === 1
  return isAlone && (first === mark || /^\s.*\p{L}.*\s/u.test(first.slice(mark.length)))
}
