import type { RowAccounts } from '../../../workers/protocol/data.ts'
import type { ColumnReview, Review } from '../../../workers/protocol/review.ts'
import { formatCount, formatDay, formatNumber, formatPercent, plural } from '../parts/format.ts'
import type { Day } from '../../core/brand.ts'

/** What is to be seen under the picture of a column. `opens`: where a press on its first line leads. */
export interface ColumnNote {
  readonly tone: 'plain' | 'look' | 'ask'
  readonly first: string
  readonly second: string
  readonly opens: 'unreadable' | 'rejected' | 'question' | null
}

export interface NoteContext {
  readonly rows: RowAccounts
  readonly isKey: boolean
  readonly asked: boolean
}

const EXAMPLES = 2

export function columnNote(column: ColumnReview, { rows, isKey, asked }: NoteContext): ColumnNote {
  if (asked) return note('ask', 'Day or month first?', 'answer above', 'question')
  if (column.ignore)
    return note('plain', column.present === 0 ? 'Empty throughout' : 'Ignored', 'not kept')
  if (isKey && rows.rejected > 0)
    return note(
      'look',
      `${formatCount(rows.rejected)} of ${formatCount(rows.rows)} rejected`,
      repeats(rows),
      'rejected',
    )
  if (column.unreadable > 0) return unreadableNote(column, rows)
  const empty = rows.rows - column.present
  if (column.present === 0) return note('plain', 'Empty throughout', 'nothing to use')
  if (isKey) return note('plain', 'All read', rows.merged > 0 ? repeats(rows) : 'all different')
  return note('plain', 'All read', emptyWords(empty, rows.rows))
}

const note = (
  tone: ColumnNote['tone'],
  first: string,
  second: string,
  opens: ColumnNote['opens'] = null,
): ColumnNote => ({ tone, first, second, opens })

function unreadableNote({ unreadable, unreadableExamples }: ColumnReview, rows: RowAccounts) {
  const texts = [...new Set(unreadableExamples.map(({ text }) => text))].slice(0, EXAMPLES)
  const examples = texts.map((text) => `“${text}”`).join(', ')
  const of = `of ${formatCount(rows.rows)}`
  return note(
    'look',
    `${formatCount(unreadable)} cannot be read`,
    examples === '' ? of : `${of}: ${examples}`,
    'unreadable',
  )
}

const repeats = ({ merged }: RowAccounts): string =>
  merged === 0 ? 'none repeat' : `${formatCount(merged)} repeat: last wins`

function emptyWords(empty: number, rows: number): string {
  if (empty <= 0) return 'no empty cells'
  const share = empty / rows
  return share >= 0.1
    ? `${formatCount(empty)} empty, ${formatPercent(share, 0)}`
    : `${formatCount(empty)} empty`
}

/** "8 clean, 3 with cells to look at, 1 to answer, 2 ignored" */
export function columnsSummary(review: Review, asked: ReadonlySet<number>): string {
  const ignored = review.columns.filter(({ ignore }) => ignore)
  const kept = review.columns.filter(({ ignore }) => !ignore)
  const toAnswer = kept.filter(({ index }) => asked.has(index))
  const toLookAt = kept.filter(({ index, unreadable }) => !asked.has(index) && unreadable > 0)
  const clean = kept.length - toAnswer.length - toLookAt.length
  return [
    `${formatCount(clean)} clean`,
    toLookAt.length > 0 ? `${formatCount(toLookAt.length)} with cells to look at` : '',
    toAnswer.length > 0 ? `${formatCount(toAnswer.length)} to answer` : '',
    ignored.length > 0 ? `${formatCount(ignored.length)} ignored` : '',
  ]
    .filter(Boolean)
    .join(', ')
}

/** The ends of a histogram, in the words of its column. */
export const endWords = (value: number, type: ColumnReview['type']): string =>
  type === 'date' ? formatDay(value as Day) : formatNumber(value)

/** The picture of a column in a sentence, for those who do not see it. */
export function shapeWords({ shape, type, distinct }: ColumnReview): string {
  switch (shape.kind) {
    case 'histogram': {
      const width = (shape.to - shape.from) / Math.max(1, shape.counts.length)
      const tallest = shape.counts.indexOf(Math.max(...shape.counts))
      const from = endWords(shape.from + tallest * width, type)
      const to = endWords(shape.from + (tallest + 1) * width, type)
      return `Values from ${endWords(shape.from, type)} to ${endWords(shape.to, type)}, most between ${from} and ${to}`
    }
    case 'top':
      return `Most frequent: ${shape.values.map(({ label, count }) => `${label} ${formatCount(count)}`).join(', ')}`
    case 'unique':
      return plural(distinct, 'different value')
    case 'empty':
      return 'No values'
  }
}
