import type { Dialect } from '../../core/file/dialect.ts'
import type { NotedLines } from '../../../workers/protocol/review.ts'
import type { Choice } from './dialect.ts'

type Quoting = Required<Pick<Dialect, 'quote' | 'escape' | 'oneLine'>>

const QUOTINGS: readonly (Choice & Quoting)[] = [
  { value: 'double', label: '"…" double', quote: '"', escape: '', oneLine: false },
  { value: 'line', label: '"…" within a line', quote: '"', escape: '', oneLine: true },
  { value: 'escaped', label: '"…" with \\" inside', quote: '"', escape: '\\', oneLine: false },
  { value: 'single', label: "'…' single", quote: "'", escape: '', oneLine: false },
  {
    value: 'single-escaped',
    label: "'…' with \\' inside",
    quote: "'",
    escape: '\\',
    oneLine: false,
  },
  { value: 'backtick', label: '`…` backtick', quote: '`', escape: '', oneLine: false },
  { value: 'none', label: 'none', quote: '', escape: '', oneLine: false },
]

export const quoteChoices: readonly Choice[] = QUOTINGS

/** How cells are quoted, as a choice; null where no single choice says it. */
export function quotesValue({ quote, escape = '', oneLine = false }: Dialect): string | null {
  const same = (one: Quoting) =>
    one.quote === quote && one.escape === escape && one.oneLine === oneLine
  return QUOTINGS.find(same)?.value ?? null
}

export function quotesName(dialect: Dialect): string {
  const value = quotesValue(dialect)
  const found = QUOTINGS.find((one) => one.value === value)
  return found?.label ?? `${dialect.quote}…${dialect.quote}`
}

export function quotesOf(value: string): Quoting {
  const found = QUOTINGS.find((one) => one.value === value)
  if (!found) throw new Error(`invalid quotes: ${value}`)
  const { quote, escape, oneLine } = found
  return { quote, escape, oneLine }
}

const KEPT = 'kept'
const BY_LOOK = 'by-look'
const MOST_LAST = 10

type LastRows = Required<Pick<Dialect, 'keepsTrailer' | 'lastRows'>>

export const lastLineChoices: readonly Choice[] = [
  { value: BY_LOOK, label: 'totals and footers left out' },
  { value: KEPT, label: 'all are rows' },
  ...Array.from({ length: MOST_LAST }, (_, place) => place + 1).map((count) => ({
    value: String(count),
    label: count === 1 ? 'the last row left out' : `the last ${count} rows left out`,
  })),
]

export function lastLinesValue({ keepsTrailer = false, lastRows = 0 }: Dialect): string {
  if (keepsTrailer) return KEPT
  return lastRows > 0 ? String(lastRows) : BY_LOOK
}

export const lastLinesOf = (value: string): LastRows => ({
  keepsTrailer: value === KEPT,
  lastRows: value === KEPT || value === BY_LOOK ? 0 : Number(value),
})

export const NO_COMMENTS = 'none'

export const commentChoices = ({ comment = '' }: Dialect): readonly Choice[] => [
  ...[...new Set([comment, '#', '//'])]
    .filter((mark) => mark !== '')
    .map((mark) => ({ value: mark, label: `lines that begin with ${mark}` })),
  { value: NO_COMMENTS, label: 'none' },
]

export const commentOf = (value: string): string => (value === NO_COMMENTS ? '' : value)

export interface SecondTry {
  readonly label: string
  readonly change: Partial<Dialect>
}

/** What to read otherwise where lines were swallowed or left out; null where nothing is likely to be better. */
export function secondTry({ code, first }: NotedLines, dialect: Dialect): SecondTry | null {
  if (code === 'swallowed-lines' && !dialect.oneLine)
    return { label: 'Read each line by itself', change: { oneLine: true } }
  const isBelow = first.some((one) => one.code === 'left-out' && one.part === 'trailer')
  if (isBelow && !dialect.keepsTrailer)
    return { label: 'Keep them as rows', change: { keepsTrailer: true } }
  return null
}
