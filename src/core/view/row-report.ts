import { guardedCell } from '../file/formula-guard.ts'
import { assertNever, type RowProblem } from '../problem.ts'

/** What became of a row: all of it was taken, it was merged into a later one, or it was left out. */
export const outcomeOf = (problem: RowProblem): 'accepted' | 'merged' | 'rejected' => {
  switch (problem.code) {
    case 'merged':
      return 'merged'
    case 'no-key':
    case 'extra-cells':
      return 'rejected'
    default:
      return 'accepted'
  }
}

/** The report that is downloaded: one row a problem, in the order of the file, with line, outcome, column, value and reason. The header row alone where there are none. */
export function rowReport(problems: readonly RowProblem[]): string {
  const inOrder = [...problems].sort((a, b) => a.line - b.line)
  const lines = inOrder.map((problem) => {
    const { column, value, reason } = partsOf(problem)
    return [String(problem.line), outcomeOf(problem), column, value, reason]
      .map(guardedCell)
      .join(',')
  })
  return ['line,outcome,column,value,reason', ...lines, ''].join('\r\n')
}

interface Parts {
  readonly column: string
  readonly value: string
  readonly reason: string
}

function partsOf(problem: RowProblem): Parts {
  switch (problem.code) {
    case 'merged':
      return {
        column: '',
        value: problem.key,
        reason: `the same account stands again on line ${problem.keptLine}`,
      }
    case 'no-key':
      return { column: problem.column, value: '', reason: 'no account key' }
    case 'extra-cells':
      return {
        column: '',
        value: problem.text,
        reason: `${problem.found} cells under ${problem.expected} headers`,
      }
    case 'short-row':
      return {
        column: '',
        value: '',
        reason: `${problem.found} cells under ${problem.expected} headers; the rest is missing`,
      }
    case 'swallowed-lines':
      return {
        column: '',
        value: '',
        reason: `one quoted cell spans ${problem.lines} lines; a quote may be stray`,
      }
    case 'unreadable-cell':
      return {
        column: problem.column,
        value: problem.text,
        reason: `not a ${problem.type}; read as missing`,
      }
    case 'mangled-key':
      return {
        column: problem.column,
        value: problem.text,
        reason: 'a spreadsheet has shortened this key',
      }
    default:
      return assertNever(problem)
  }
}
