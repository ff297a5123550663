import type { Dialect } from '../../core/file/dialect.ts'
import type { ColumnPlan } from '../../core/source/plan.ts'
import type { CellFormat, DateFormat } from '../../core/table/value/format.ts'
import { formatCount, plural } from '../parts/format.ts'

/** One answer a person can choose, by the text that a native select carries. */
export interface Choice {
  readonly value: string
  readonly label: string
}

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
  ':': 'colon',
  ' ': 'space',
  '  ': 'columns in line, by spaces',
  '\u001f': 'unit separator',
  '^': 'caret',
  '~': 'tilde',
}

export const delimiterName = (delimiter: string): string => DELIMITERS[delimiter] ?? delimiter

/** The sign itself where it can be seen. */
export const delimiterSign = (delimiter: string): string =>
  /[!-~]/.test(delimiter) ? `“${delimiter}”` : ''

export const delimiterChoices = (dialects: readonly Dialect[]): readonly Choice[] =>
  distinct([...dialects.map(({ delimiter }) => delimiter), ...Object.keys(DELIMITERS)]).map(
    (value) => ({
      value,
      label: `${delimiterName(value)} ${delimiterSign(value)}`.trim(),
    }),
  )

const NO_NAMES = 'none'
const HEADER_LINES = 20
/** Names in two rows are looked for in the first lines. */
const JOINED_LINES = 5

type HeaderRows = Pick<Dialect, 'headerLine'> & {
  readonly headerRows: number
  readonly skippedLines?: number
}

export function headerName({ headerLine: line, headerRows: rows = 1 }: Partial<Dialect>): string {
  if (line === null || line === undefined) return 'no row'
  return rows > 1
    ? `rows ${formatCount(line)} to ${formatCount(line + rows - 1)}`
    : `row ${formatCount(line)}`
}

export const preambleWords = (skippedLines: number): string =>
  skippedLines === 0 ? 'no preamble' : `${plural(skippedLines, 'line')} before it left out`

export function headerChoices({ headerLine, headerRows = 1 }: Dialect): readonly Choice[] {
  const last = Math.max(HEADER_LINES, headerLine ?? 0)
  const lines = Array.from({ length: last }, (_, row) => row + 1)
  const joined = lines.slice(0, JOINED_LINES).map((line) => ({ headerLine: line, headerRows: 2 }))
  const choices: readonly HeaderRows[] = [
    ...lines.map((line) => ({ headerLine: line, headerRows: 1 })),
    ...joined,
    ...(headerRows > 1 ? [{ headerLine, headerRows }] : []),
  ]
  const named = new Map(choices.map((one) => [headerValue(one), headerName(one)]))
  return [
    ...[...named].map(([value, label]) => ({ value, label })),
    { value: NO_NAMES, label: 'no row has names' },
  ]
}

export const headerValue = ({ headerLine, headerRows = 1 }: Partial<Dialect>): string =>
  headerLine === null ? NO_NAMES : `${headerLine}+${headerRows}`

export function headerOf(value: string): HeaderRows {
  if (value === NO_NAMES) return { headerLine: null, headerRows: 1 }
  const [headerLine = 1, headerRows = 1] = value.split('+').map(Number)
  return { headerLine, headerRows, skippedLines: headerLine - 1 }
}

const MOST_SKIPPED = 20

/** How many lines stand before the first row, where none has names. */
export const skipChoices: readonly Choice[] = Array.from(
  { length: MOST_SKIPPED + 1 },
  (_, lines) => ({ value: String(lines), label: skipName(lines) }),
)

export function skipName(lines: number): string {
  return lines === 0 ? 'all are rows' : `${plural(lines, 'line')} left out`
}

type Numbers = Pick<CellFormat, 'decimal' | 'group'>

/** Written as decimal mark and group, with an example to read. */
const NUMBERS: readonly (Choice & Numbers)[] = [
  { value: 'point', label: '1234.56', decimal: '.' },
  { value: 'point-comma', label: '1,234.56', decimal: '.', group: ',' },
  { value: 'point-space', label: '1 234.56', decimal: '.', group: ' ' },
  { value: 'comma', label: '1234,56', decimal: ',' },
  { value: 'comma-point', label: '1.234,56', decimal: ',', group: '.' },
  { value: 'comma-space', label: '1 234,56', decimal: ',', group: ' ' },
  { value: 'point-apostrophe', label: '1’234.56', decimal: '.', group: "'" },
  { value: 'comma-apostrophe', label: '1’234,56', decimal: ',', group: "'" },
]

export const numberChoices: readonly Choice[] = NUMBERS

export function numbersOf(value: string): Numbers {
  const found = NUMBERS.find((one) => one.value === value)
  if (!found) throw new Error(`invalid number format: ${value}`)
  const { decimal = '.', group } = found
  return group === undefined ? { decimal } : { decimal, group }
}

/** How the columns write numbers, as a choice; null where they differ or a column has a form of its own. */
export function numbersValue(columns: readonly ColumnPlan[]): string | null {
  const values = columns
    .filter(({ ignore, type }) => !ignore && (type === null || type === 'number'))
    .map(({ format }) => numberValueOf(format))
  const [first] = values
  if (first === undefined) return 'point'
  return values.every((value) => value === first) ? first : null
}

/** The choice that is a column's form; null for one of its own. */
export const numberValueOf = ({ decimal = '.', group = '' }: CellFormat): string | null =>
  NUMBERS.find((one) => one.decimal === decimal && (one.group ?? '') === group.replace('’', "'"))
    ?.value ?? null

export const numbersName = (value: string | null): string =>
  NUMBERS.find((one) => one.value === value)?.label ?? 'by column'

export const DATE_CHOICES: readonly (Choice & { readonly value: DateFormat })[] = [
  { value: 'ymd', label: 'yyyy-mm-dd' },
  { value: 'dmy', label: 'dd/mm/yyyy' },
  { value: 'mdy', label: 'mm/dd/yyyy' },
]

/** The order of dates in all columns that are dates; null where they differ. */
export function datesValue(columns: readonly ColumnPlan[]): DateFormat | null {
  const orders = columns
    .filter(({ ignore, type }) => !ignore && type === 'date')
    .map(({ format }) => (format.months === undefined ? (format.date ?? 'ymd') : null))
  const [first] = orders
  if (first === undefined) return 'ymd'
  return orders.every((order) => order === first) ? first : null
}

export const MISSING_CHOICES: readonly Choice[] = [
  { value: 'usual', label: 'empty, N/A, –' },
  { value: 'empty', label: 'empty only' },
]

export function missingValue(columns: readonly ColumnPlan[]): 'usual' | 'empty' | null {
  if (columns.every(({ missing }) => missing === null)) return 'usual'
  return columns.every(({ missing }) => missing?.length === 0) ? 'empty' : null
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)]
