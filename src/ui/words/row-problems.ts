import { assertNever, type RowProblem } from '../../core/problem.ts'
import { formatCount, plural } from '../parts/format.ts'
import type { ProblemWords } from './problems.ts'

/** Which row of a file was left out or lost a cell, and why. */
export function rowProblemWords(problem: RowProblem): ProblemWords {
  const where = `Line ${formatCount(problem.line)}`
  const said = (what: string, advice: string | null = null): ProblemWords => ({
    what,
    where,
    advice,
  })
  switch (problem.code) {
    case 'merged':
      return said(
        `The key “${problem.key}” comes again in line ${formatCount(problem.keptLine)}, which was taken.`,
      )
    case 'no-key':
      return said(`No account key: “${problem.column}” is empty.`)
    case 'extra-cells':
      return said(
        `${formatCount(problem.found)} cells where ${formatCount(problem.expected)} columns are named: “${problem.text}”.`,
        'Look for a separator inside a cell without quotation marks.',
      )
    case 'short-row':
      return said(
        `Only ${formatCount(problem.found)} of ${formatCount(problem.expected)} cells; the others are missing.`,
      )
    case 'moved-cells':
      return said(
        `${formatCount(problem.found)} cells where ${formatCount(problem.expected)} columns are named; they were put under the columns that hold such values.`,
        'Look whether the cells of this line are right.',
      )
    case 'swallowed-lines':
      return said(
        `A quotation mark swallowed ${formatCount(problem.lines)} lines into one cell.`,
        'Look whether it is closed where it should be.',
      )
    case 'stray-quote':
      return said(
        'A quotation mark that is not closed was read as a sign like others, so that it swallows no rows.',
        'Look whether the cells of this line are right.',
      )
    case 'left-out':
      return said(
        `${LEFT_OUT[problem.part]}, not a row: “${problem.text}”.`,
        problem.part === 'trailer' ? 'If it is one, keep the lines at the end.' : null,
      )
    case 'unreadable-characters':
      return said(
        `${plural(problem.count, 'character')} could not be read and ${problem.count === 1 ? 'shows' : 'show'} as \uFFFD.`,
        'Try another encoding; if all look the same, they were lost before the export.',
      )
    case 'unreadable-cell':
      return said(
        `“${problem.text}” in “${problem.column}” is no ${TYPE_WORDS[problem.type] ?? problem.type}.`,
      )
    case 'mangled-key':
      return said(
        `The id “${problem.text}” in “${problem.column}” looks as if a spreadsheet had rounded it.`,
        'Export it again with that column as text.',
      )
    case 'lost-noughts':
      return said(
        `The key “${problem.text}” was “${problem.before}” before: a spreadsheet has dropped the noughts.`,
        'Export it again with that column as text.',
      )
    default:
      return assertNever(problem)
  }
}

const LEFT_OUT = {
  trailer: 'Below the table',
  comment: 'A comment',
  names: 'The names of the columns again',
} as const

const TYPE_WORDS: Readonly<Record<string, string>> = {
  number: 'number',
  date: 'date',
  boolean: 'yes or no',
  text: 'text',
}

/** Whether the row is out altogether, or only lost a cell. */
export type RowFate = 'merged' | 'rejected' | 'kept'

export function fateOf(problem: RowProblem): RowFate {
  switch (problem.code) {
    case 'merged':
      return 'merged'
    case 'no-key':
    case 'extra-cells':
      return 'rejected'
    case 'short-row':
    case 'moved-cells':
    case 'swallowed-lines':
    case 'stray-quote':
    case 'left-out':
    case 'unreadable-characters':
    case 'unreadable-cell':
    case 'mangled-key':
    case 'lost-noughts':
      return 'kept'
    default:
      return assertNever(problem)
  }
}

/** A problem as the cells of a table: where, what was read, and why it was not taken. */
export interface ProblemCells {
  readonly line: number
  readonly column: string
  readonly value: string
  readonly reason: string
}

export function problemCells(problem: RowProblem): ProblemCells {
  const { what, advice } = rowProblemWords(problem)
  return {
    line: problem.line,
    column: 'column' in problem ? problem.column : '',
    value: 'text' in problem ? problem.text : 'key' in problem ? problem.key : '',
    reason: advice === null ? what : `${what} ${advice}`,
  }
}
