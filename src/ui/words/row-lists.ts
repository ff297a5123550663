import type { RowProblem } from '../../core/problem.ts'
import type { RowAccounts } from '../../../workers/protocol/data.ts'
import type { DamagedIds, Review } from '../../../workers/protocol/review.ts'
import type { ColumnView } from '../../state/import-columns.ts'
import { formatCount, plural } from '../parts/format.ts'
import { fateOf, rowProblemWords } from './row-problems.ts'

/** A short table of rows with its title; `total` may be more than what is shown. */
export interface RowList {
  readonly title: string
  readonly explanation: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly total: number
  /** The downloadable report has all of them. */
  readonly inReport: boolean
}

export const COMPARED = ['added', 'updated', 'unchanged', 'gone'] as const
export type Compared = (typeof COMPARED)[number]

const COMPARED_WORDS: { readonly [kind in Compared]: readonly [string, string] } = {
  added: ['New accounts', 'Their keys were not there before.'],
  updated: ['Updated accounts', 'At least one of their values differs from the last delivery.'],
  unchanged: ['Unchanged accounts', 'All their values are as in the last delivery.'],
  gone: [
    'Missing accounts',
    'They were in the last delivery and are not in this file. They are kept in the earlier snapshots.',
  ],
}

/** Null where the review does not say which accounts they are. */
export function comparedList(kind: Compared, { comparison }: Review): RowList | null {
  const keys = comparison.examples?.[kind]
  if (!keys || keys.length === 0) return null
  const [title, explanation] = COMPARED_WORDS[kind]
  const rows = keys.map((key) => [key])
  return {
    title,
    explanation,
    headings: ['Account key'],
    rows,
    total: comparison[kind],
    inReport: false,
  }
}

/** Rows that are out altogether: rejected, or merged into a later row of the same key. */
export function leftOutList(
  fate: 'merged' | 'rejected',
  problems: readonly RowProblem[],
  rows: RowAccounts,
): RowList {
  return {
    title: fate === 'merged' ? 'Merged rows' : 'Rejected rows',
    explanation:
      fate === 'merged'
        ? 'Where a key repeats the last row wins.'
        : 'They could not become accounts. Mend them in the file, or import without them.',
    headings: ['Line', 'Reason'],
    rows: problems.filter((problem) => fateOf(problem) === fate).map(problemRow),
    total: rows[fate],
    inReport: true,
  }
}

function problemRow(problem: RowProblem): readonly string[] {
  const { what, advice } = rowProblemWords(problem)
  return [formatCount(problem.line), advice === null ? what : `${what} ${advice}`]
}

export function unreadableList({ header, found }: ColumnView): RowList | null {
  if (!found) return null
  return {
    title: `Cells of ${header} that cannot be read`,
    explanation: `${plural(found.unreadable, 'cell')} count as missing. Choose another type if most are like them.`,
    headings: ['Line', 'Text'],
    rows: found.unreadableExamples.map(({ line, text }) => [formatCount(line), text]),
    total: found.unreadable,
    inReport: true,
  }
}

/** Ids that a spreadsheet has damaged, for the review. */
export function damagedWords({ code, count, first }: DamagedIds): { what: string; advice: string } {
  const [example] = first
  const text = example && 'text' in example ? `, such as ${example.text}` : ''
  return code === 'mangled-key'
    ? {
        what: `A spreadsheet has shortened ${plural(count, 'id')}${text}.`,
        advice: 'They are kept as they are, and may name the wrong account. Export them as text.',
      }
    : {
        what: `${plural(count, 'key has', 'keys have')} lost the noughts in front${text}.`,
        advice: 'They count as new accounts, and the known ones as missing. Export them as text.',
      }
}

export const damagedList = (damaged: DamagedIds): RowList => ({
  title: damaged.code === 'mangled-key' ? 'Shortened ids' : 'Keys without their noughts',
  explanation: damagedWords(damaged).advice,
  headings: ['Line', 'Reason'],
  rows: damaged.first.map(problemRow),
  total: damaged.count,
  inReport: true,
})
