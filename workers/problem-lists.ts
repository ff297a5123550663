import type { RowProblem } from '../src/core/problem.ts'
import type { Column } from '../src/core/table/column.ts'
import type { RawText } from '../src/core/table/raw-text.ts'
import { unreadableCells } from '../src/core/table/unreadable-cells.ts'
import { PAGE_ROWS } from './protocol/figures.ts'
import type { ProblemPage, ProblemQuery } from './protocol/problems.ts'

/** A column of which cells cannot be read, as it stands in its delivery. */
export interface TroubledColumn {
  readonly index: number
  readonly header: string
  readonly column: Column
  readonly raw: RawText
  readonly missing: readonly string[] | null
}

export interface Delivered {
  /** As the reading kept them: of cells that cannot be read only the first of each column. */
  readonly problems: readonly RowProblem[]
  readonly lines: Uint32Array
  readonly columns: readonly TroubledColumn[]
}

/** Of one column; more of them are only counted. */
const MOST_CELLS = 100_000
const LONGEST_TEXT = 2_000

/** Everything there is to be said of the rows of a delivery, in the order of the file. */
export function allProblems(delivered: Delivered): readonly RowProblem[] {
  const others = delivered.problems.filter(({ code }) => code !== 'unreadable-cell')
  const cells = delivered.columns.flatMap((column) => cellProblems(column, delivered.lines))
  return [...others, ...cells].sort((a, b) => a.line - b.line)
}

export function problemPage(delivered: Delivered, query: ProblemQuery): ProblemPage {
  const found = foundBy(delivered, query)
  return {
    problems: found.slice(query.from, query.from + PAGE_ROWS),
    total: found.length,
  }
}

function foundBy(delivered: Delivered, { codes, column }: ProblemQuery): readonly RowProblem[] {
  if (column !== null)
    return delivered.columns
      .filter(({ index }) => index === column)
      .flatMap((one) => cellProblems(one, delivered.lines))
  if (codes === null) return allProblems(delivered)
  return delivered.problems
    .filter(({ code }) => codes.includes(code))
    .toSorted((a, b) => a.line - b.line)
}

const cellProblems = (
  { header, column, raw, missing }: TroubledColumn,
  lines: Uint32Array,
): readonly RowProblem[] =>
  unreadableCells({ column, raw, missing }, MOST_CELLS).map(({ row, text }) => ({
    code: 'unreadable-cell',
    line: lines[row] ?? 0,
    column: header,
    type: column.type,
    text: text.slice(0, LONGEST_TEXT),
  }))
