import { lowerFirst } from '../../core/model/label.ts'
import type { RowProblem } from '../../core/problem.ts'
import type { RowAccounts } from '../../../workers/protocol/data.ts'
import type { NotedLines, Review } from '../../../workers/protocol/review.ts'
import type { AskedProblems } from '../../state/problem-pages.svelte.ts'
import type { ColumnView } from '../../state/import-columns.ts'
import { formatCount, plural } from '../parts/format.ts'

/** The rows behind a count: the keys of accounts, or what is asked of the problems of a file. */
export type RowList = {
  readonly title: string
  readonly explanation: string
  /** May be more than what is shown. */
  readonly total: number
} & ({ readonly keys: readonly string[] } | { readonly asked: AskedProblems })

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

const OTHER_FILE_WORDS = [
  'Accounts in this file',
  'There is no earlier file of its kind to compare them with.',
] as const

/** Null where the review does not say which accounts they are. */
export function comparedList(kind: Compared, { comparison }: Review): RowList | null {
  const keys = comparison.examples?.[kind]
  if (!keys || keys.length === 0) return null
  const isOtherFile = comparison.against === null && comparison.known > 0
  const [title, explanation] = isOtherFile ? OTHER_FILE_WORDS : COMPARED_WORDS[kind]
  return { title, explanation, keys, total: comparison[kind] }
}

/** Rows that are out altogether: rejected, or merged into a later row of the same key. */
export const leftOutList = (fate: 'merged' | 'rejected', rows: RowAccounts): RowList => ({
  title: fate === 'merged' ? 'Merged rows' : 'Rejected rows',
  explanation:
    fate === 'merged'
      ? 'Where a key repeats the last row wins.'
      : 'They could not become accounts. Mend them in the file, or import without them.',
  asked: leftOutAsked(fate),
  total: rows[fate],
})

/** A key repeats by accident here and there; where it does all over, a row is no account. */
const MOST_REPEATED = 0.2

/** Empty where rows are accounts. */
export const repeatsWords = ({ rows, merged }: RowAccounts): string =>
  merged > rows * MOST_REPEATED
    ? `${formatCount(merged)} of ${formatCount(rows)} rows repeat an account: this looks like a list of what happened, not of accounts.`
    : ''

const CODES = {
  merged: ['merged'],
  rejected: ['no-key', 'extra-cells'],
} as const satisfies Record<string, readonly RowProblem['code'][]>

export const leftOutAsked = (fate: keyof typeof CODES): AskedProblems => askedOf(CODES[fate])

/** Where the rows that were read are not as many as a count by line ends makes of the file. */
export const countedWords = ({
  rows,
  countedRows,
}: {
  readonly rows: RowAccounts
  readonly countedRows: number
}): string =>
  `${formatCount(rows.rows)} rows were read, and ${formatCount(countedRows)} counted by the line ends: rows may hide in a cell, behind a quotation mark that is not closed.`

const askedOf = (codes: AskedProblems['codes']): AskedProblems => ({ codes, column: null })

export function unreadableList({ header, index, found }: ColumnView): RowList | null {
  if (!found) return null
  return {
    title: `Cells of ${header} that cannot be read`,
    explanation: `${plural(found.unreadable, 'cell counts', 'cells count')} as missing. Choose another type if most are like them.`,
    asked: { codes: null, column: index },
    total: found.unreadable,
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

export function notedList(noted: NotedLines): RowList {
  const { title, advice } = notedWords(noted)
  return { title, explanation: advice, asked: askedOf([noted.code]), total: noted.count }
}
