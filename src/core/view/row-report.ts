import { guardedCell } from '../file/formula-guard.ts'
import type { RowProblem } from '../problem.ts'

/** What became of a row: all of it was taken, it was merged into a later one, or it was left out. Lines that are no rows are told too. */
const outcomeOf = (problem: RowProblem): 'accepted' | 'merged' | 'rejected' | 'no row' => {
  switch (problem.code) {
    case 'merged':
      return 'merged'
    case 'no-key':
    case 'extra-cells':
      return 'rejected'
    case 'left-out':
      return 'no row'
    default:
      return 'accepted'
  }
}

/**
 * The report that is downloaded: one row a problem, in the order of the file, with line, outcome, column, value and reason; at its end how
 * many more there are than were kept. The header row alone where there are none.
 */
export function rowReport(problems: readonly RowProblem[], total: number): string {
  const inOrder = [...problems].sort((a, b) => a.line - b.line)
  const lines = inOrder.map((problem) => {
    const { column = '', value = '', reason } = partsOf(problem)
    return [String(problem.line), outcomeOf(problem), column, value, reason]
      .map(guardedCell)
      .join(',')
  })
  const more = total - problems.length
  const rest = more > 0 ? [`,,,,${more} more of the same kinds were counted`] : []
  return ['line,outcome,column,value,reason', ...lines, ...rest, ''].join('\r\n')
}

interface Parts {
  readonly column?: string
  readonly value?: string
  readonly reason: string
}

const LEFT_OUT = {
  trailer: 'below the table, no row',
  comment: 'a comment, no row',
  names: 'the names of the columns again, no row',
} as const

type Telling = {
  readonly [C in RowProblem['code']]: (problem: Extract<RowProblem, { code: C }>) => Parts
}

const TELLING: Telling = {
  merged: ({ key, keptLine }) => ({
    value: key,
    reason: `the same account stands again on line ${keptLine}`,
  }),
  'no-key': ({ column }) => ({ column, reason: 'no account key' }),
  'extra-cells': ({ text, found, expected }) => ({
    value: text,
    reason: `${found} cells under ${expected} headers`,
  }),
  'short-row': ({ found, expected }) => ({
    reason: `${found} cells under ${expected} headers; the rest is missing`,
  }),
  'moved-cells': ({ found, expected }) => ({
    reason: `${found} cells under ${expected} headers; put under the columns that hold such`,
  }),
  'swallowed-lines': ({ lines }) => ({
    reason: `one quoted cell spans ${lines} lines; a quote may be stray`,
  }),
  'stray-quote': () => ({ reason: 'a quote that is not closed was read as a character' }),
  'left-out': ({ part, text }) => ({
    value: text,
    reason: LEFT_OUT[part],
  }),
  'unreadable-characters': ({ count }) => ({
    reason: `${count} characters could not be read in this encoding`,
  }),
  'unreadable-cell': ({ column, text, type }) => ({
    column,
    value: text,
    reason: `not a ${type}; read as missing`,
  }),
  'mangled-key': ({ column, text }) => ({
    column,
    value: text,
    reason: 'a spreadsheet has shortened this id',
  }),
  'lost-noughts': ({ column, text, before }) => ({
    column,
    value: text,
    reason: `known as ${before}; a spreadsheet has dropped the noughts`,
  }),
}

/** The code that names the entry is the code of its problem. */
const partsOf = (problem: RowProblem): Parts =>
  (TELLING[problem.code] as (problem: RowProblem) => Parts)(problem)
