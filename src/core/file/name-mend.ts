import type { RowSyntax } from './cell-scanner.ts'
import { RowScanner } from './row-scanner.ts'
import type { HeadRow } from './split-rows.ts'

/** How the row of names differs from the rows below it. */
export interface NameMend {
  /** It is parted by this sign, the rows by another. */
  readonly delimiter?: string
  /** The first column has no name: tables that R writes begin with the names of their rows. */
  readonly isBehind?: true
  /** The place of an empty name that no column has: all behind it stand one too far. */
  readonly stray?: number
}

/** What parts rows, but for signs that nobody would look for. */
export const SIGNS = [',', ';', '\t', '|', ' '] as const
/** Words in a sentence are parted by spaces too. */
const LEAST_SPACED = 3
/** Rows have the same number of cells where so many do. */
const ALIKE = 0.9
/** Columns that stand first in a table, and need no row names before them. */
const FIRST_NAME = /\b(id|key|no|nr|number|name|email|account|customer|company|date)\b|id$|^[#№]/i

/** The sign that parts a row of one cell into as many names as the others have cells; null where none does. */
export function signOfNames(cells: readonly string[], width: number, syntax: RowSyntax) {
  if (width < 2 || cells.length > 1) return null
  const found = SIGNS.find((sign) => {
    if (sign === syntax.delimiter || (sign === ' ' && width < LEAST_SPACED)) return false
    const names = partedBy(sign, cells, syntax)
    return names.length === width && names.every((name) => /\p{L}/u.test(name))
  })
  return found ?? null
}

export function partedBy(sign: string, cells: readonly string[], syntax: RowSyntax): string[] {
  const line = rewrapped(cells.join(syntax.delimiter).trimEnd(), sign, syntax)
  const row = new RowScanner({ ...syntax, delimiter: sign }).row(line, 0, false)
  return row.cells.map((cell) => cell.trim())
}

/** Where all names are quoted, the first and the last quote were taken for those of a single cell. */
function rewrapped(line: string, sign: string, { quote }: RowSyntax): string {
  const at = quote === '' ? -1 : line.indexOf(quote)
  const closes = at > 0 && line.startsWith(sign, at + 1) && !line.startsWith(sign, at - 1)
  return closes && line.slice(0, at).trim() !== '' ? quote + line + quote : line
}

/** How names have to be moved to stand over the cells of the rows below; null where they do, or nothing tells. */
export function shiftOfNames(names: readonly string[], body: readonly HeadRow[]): NameMend | null {
  const width = names.length + (isAlike(body, names.length + 1) ? 1 : -1)
  if (body.length < 2 || !isAlike(body, width)) return null
  if (width > names.length) return isBehind(names, body) ? { isBehind: true } : null
  const empty = names.flatMap((name, place) => (name === '' ? [place] : []))
  const [stray] = empty
  return empty.length === 1 && stray !== undefined && stray < width ? { stray } : null
}

const isAlike = (body: readonly HeadRow[], width: number): boolean =>
  body.filter(({ cells }) => cells.length === width).length >= body.length * ALIKE

/** Row names are texts, each its own, or count the rows; a last cell that is always empty is the end of a line. */
function isBehind(names: readonly string[], body: readonly HeadRow[]): boolean {
  const [first = ''] = names
  const keys = body.map(({ cells }) => cells[0] ?? '')
  const isCount = keys.length > 2 && keys.every((key, at) => key === String(at + 1))
  if (names.includes('') || (FIRST_NAME.test(first) && !isCount)) return false
  const isFilled = body.some(({ cells }) => cells.length > names.length && cells.at(-1) !== '')
  return isFilled && !keys.includes('') && new Set(keys).size === keys.length
}

/** The names as they stand over the columns. */
export function mendNames(
  cells: readonly string[],
  mend: NameMend | undefined,
  syntax: RowSyntax,
): readonly string[] {
  if (!mend) return cells
  const names = mend.delimiter === undefined ? cells : partedBy(mend.delimiter, cells, syntax)
  const moved = mend.isBehind ? ['', ...names] : names
  return moved.filter((_, place) => place !== mend.stray)
}
