import type { RowProblem } from '../../src/core/problem.ts'
import { PAGE_ROWS } from '../../workers/protocol/figures.ts'
import type { ProblemPage, ProblemQuery } from '../../workers/protocol/problems.ts'

/** As a worker answers that has these. */
export function problemsUnder(
  { codes, column, from }: ProblemQuery,
  all: readonly RowProblem[],
): ProblemPage {
  const found = all.filter(({ code }) =>
    column === null ? (codes?.includes(code) ?? true) : code === 'unreadable-cell',
  )
  return { problems: found.slice(from, from + PAGE_ROWS), total: found.length }
}
