import type { RowProblem } from '../../core/problem.ts'
import type { RowAccounts } from '../../../workers/protocol/data.ts'
import type { NotedLines, Review } from '../../../workers/protocol/review.ts'
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

/** What is to be said of rows that are in, and of lines that are none; `advice` may be empty. */
export function notedWords({ code, count, first }: NotedLines): NotedWords {
  const [example] = first
  const such = example && 'text' in example ? `, such as ${example.text}` : ''
  const at = `Line ${formatCount(example?.line ?? 0)}`
  switch (code) {
    case 'swallowed-lines':
      return {
        title: 'Lines within a cell',
        what: `${plural(count, 'quotation mark has', 'quotation marks have')} swallowed lines, the first in ${lowerFirst(at)}.`,
        advice: 'Look whether it is closed where it should be.',
      }
    case 'stray-quote':
      return {
        title: 'Quotation marks that are not closed',
        what: `${at} opens a quotation mark that is not closed${count > 1 ? `, and so do ${formatCount(count - 1)} others` : ''}.`,
        advice: 'It was read as a sign like others, so that it swallows no rows.',
      }
    case 'unreadable-characters':
      return {
        title: 'Characters that cannot be read',
        what: `${plural(count, 'row has', 'rows have')} characters that cannot be read and show as \uFFFD, the first in ${lowerFirst(at)}.`,
        advice: 'Try another encoding; if all look the same, they were lost before the export.',
      }
    case 'mangled-key':
      return {
        title: 'Shortened ids',
        what: `A spreadsheet has shortened ${plural(count, 'id')}${such}.`,
        advice: 'They are kept as they are, and may name the wrong account. Export them as text.',
      }
    case 'lost-noughts':
      return {
        title: 'Keys without their noughts',
        what: `${plural(count, 'key has', 'keys have')} lost the noughts in front${such}.`,
        advice: 'They count as new accounts, and the known ones as missing. Export them as text.',
      }
    case 'short-row':
      return {
        title: 'Short rows',
        what: `${plural(count, 'row has', 'rows have')} fewer cells than there are columns, the first in ${lowerFirst(at)}.`,
        advice: 'The cells at the end count as missing.',
      }
    case 'moved-cells':
      return {
        title: 'Separators too many or too few',
        what: `${plural(count, 'row has', 'rows have')} a separator too many or too few, the first in ${lowerFirst(at)}.`,
        advice:
          'Their cells were put under the columns that hold such values. Look whether they are right.',
      }
    case 'left-out':
      return {
        title: 'Lines that are no rows',
        what: `${plural(count, 'line was', 'lines were')} left out as no rows${such}.`,
        advice: '',
      }
  }
}

interface NotedWords {
  readonly title: string
  readonly what: string
  readonly advice: string
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

export function notedList(noted: NotedLines): RowList {
  const { title, advice } = notedWords(noted)
  return {
    title,
    explanation: advice,
    headings: ['Line', 'Reason'],
    rows: noted.first.map(problemRow),
    total: noted.count,
    inReport: true,
  }
}
