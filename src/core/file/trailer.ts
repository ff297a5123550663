import { isFigure } from './cell-kind.ts'

/** A row at the end of a file, with the number of blank lines before it. */
export interface LastRow {
  readonly cells: readonly string[]
  readonly blanksBefore: number
}

/** As many rows at the end are looked at. */
export const MOST_TRAILING = 20

const TOTAL =
  /^(sub|grand |overall |report )?(totals?|sums?|averages?|count)\b[^a-z]*$|^(gesamt(summe)?|summe|total g[eé]n[eé]ral|totaal|suma|totale|総計|合計|итого)\b.*$/iu
const FOOTER =
  /©|\bcopyright\b|confidential|all rights reserved|generated (by|on|at)|exported (by|on|at)|^(end of (file|report)|eof|source|sources|note|notes|quelle|report (run|generated)|\(?\d+ rows?\b|rows?:|records?:|page \d|\(?\d[\d.,' ]* (rows?|records?|results?|entries|items|accounts|datensätze|zeilen|lignes|filas|registros|righe|linhas|rijen|wierszy|строк\w*)\b|(anzahl|nombre|número|numero|aantal|liczba|total|number of)\b.*\b(datensätze|zeilen|lignes|filas|registros|righe|linhas|rijen|wierszy|rows|records|accounts)\b)|^[*†]|^[-=_]{3,}$/iu

/**
 * Which of the last rows is the first that is no data: totals, the footers of reports, notes. The length where all are rows. A row of the
 * table's width is a total only by its name, with a gap or nothing but figures beside it; a narrow one is a footer by its words, or behind a blank line.
 */
export function trailerStart(rows: readonly LastRow[], width: number): number {
  let start = rows.length
  while (start > 0 && isTrailing(rows, start - 1, width)) start--
  // Where all that is left looks like a footer, the table is a narrow one.
  return start === 0 ? rows.length : start
}

function isTrailing(rows: readonly LastRow[], at: number, width: number): boolean {
  const { cells } = rows[at] as LastRow
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const [first = ''] = filled
  if (width < 2) return false
  if (TOTAL.test(first)) return filled.length < width || filled.slice(1).every(isFigure)
  if (filled.length > 1) return false
  return FOOTER.test(first) || (isApart(rows, at) && isProse(first))
}

/** Behind a blank line, with nothing but narrow rows between. */
function isApart(rows: readonly LastRow[], at: number): boolean {
  for (let row = at; row >= 0; row--) {
    const { cells, blanksBefore } = rows[row] as LastRow
    if (cells.filter((cell) => cell.trim() !== '').length > 1) return false
    if (blanksBefore > 0) return true
  }
  return false
}

const isProse = (text: string): boolean => /\p{L}.*\s.*\p{L}|:/u.test(text)
