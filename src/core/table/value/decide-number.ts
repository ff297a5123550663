import type { Doubt } from './doubt.ts'
import type { CellFormat } from './format.ts'
import { looksLikeId, splitNumber, type NumberCell } from './number-cell.ts'
import {
  createDigitsReader,
  marksUnder,
  toCellFormat,
  type Marks,
  type NumberFormat,
} from './number-format.ts'

export interface NumberDecision {
  readonly type: 'number'
  readonly format: NumberFormat
  /** False where another reading fits as well. */
  readonly certain: boolean
  readonly doubt: Doubt | null
}

/** Amounts that are numbers but for their currencies. */
export interface MixedDecision {
  readonly type: 'text'
  readonly certain: true
  readonly doubt: Extract<Doubt, { kind: 'currencies' }>
}

/**
 * Null where not every word is a number of one form. Percentages are that throughout or not at all; amounts in two currencies are text.
 * Marks that a whole column leaves open are taken as the first of the forms that fit.
 */
export function numberOfAll(
  words: readonly string[],
  format: CellFormat,
): NumberDecision | MixedDecision | null {
  const cells = splitAll(words)
  if (cells === null) return null
  const fitting = marksUnder(format).filter((marks) => readsAll(cells, marks))
  const units = [...new Set(cells.map(({ unit }) => unit))]
  if (fitting.length === 0 || (units.includes('%') && units.length > 1)) return null
  const found = units.filter((unit) => unit !== '' && unit !== '%')
  if (found.length > 1)
    return { type: 'text', certain: true, doubt: { kind: 'currencies', found: found.sort() } }
  return decided(words, cells, { format, fitting, units })
}

/** Null as soon as one is no number, or would lose something as one. */
function splitAll(words: readonly string[]): NumberCell[] | null {
  const cells: NumberCell[] = []
  for (const word of words) {
    const cell = splitNumber(word)
    if (cell === null || looksLikeId(word, cell)) return null
    cells.push(cell)
  }
  return cells
}

function readsAll(cells: readonly NumberCell[], marks: Marks): boolean {
  const read = createDigitsReader(marks)
  return cells.every(({ digits }) => !Number.isNaN(read(digits)))
}

interface Found {
  readonly format: CellFormat
  readonly fitting: readonly Marks[]
  readonly units: readonly string[]
}

function decided(
  words: readonly string[],
  cells: readonly NumberCell[],
  { format, fitting, units }: Found,
): NumberDecision {
  const isShare = units.includes('%')
  const currency = units.find((unit) => unit !== '' && unit !== '%') ?? ''
  const whole = (marks: Marks): NumberFormat => ({
    ...marks,
    percent: format.percent ?? isShare,
    currency: format.currency ?? currency,
    ...(format.negative ? { negative: format.negative } : {}),
  })
  const [taken] = fitting as [Marks]
  const doubt = marksDoubt(words, cells, fitting, (marks) => toCellFormat(whole(marks)))
  return {
    type: 'number',
    format: whole(taken),
    certain: doubt === null,
    doubt:
      doubt ??
      percentDoubt(words, isShare && format.percent === undefined) ??
      sidesDoubt(words, cells, format),
  }
}

/** 1.234 may be grouped or not; 1.5 may not. */
function marksDoubt(
  words: readonly string[],
  cells: readonly NumberCell[],
  fitting: readonly Marks[],
  toFormat: (marks: Marks) => CellFormat,
): Doubt | null {
  const [taken, ...others] = fitting as [Marks, ...Marks[]]
  const first = createDigitsReader(taken)
  for (const other of others) {
    const read = createDigitsReader(other)
    const place = cells.findIndex(({ digits }) => read(digits) !== first(digits))
    if (place < 0) continue
    const formats = [taken, other].map(explicit).map((marks) => ({ ...toFormat(marks), ...marks }))
    return { kind: 'marks', example: words[place] as string, formats }
  }
  return null
}

/** With both marks said, so that the plain reading is an answer too. */
const explicit = ({ decimal, group }: Marks): Marks =>
  group === '' ? ({ decimal } as Marks) : { decimal, group }

const percentDoubt = (words: readonly string[], isOpen: boolean): Doubt | null =>
  isOpen ? { kind: 'percent', example: words.find((word) => /[1-9]/.test(word)) ?? '' } : null

function sidesDoubt(
  words: readonly string[],
  cells: readonly NumberCell[],
  { negative }: CellFormat,
): Doubt | null {
  const isOpen = negative === undefined && cells.some(({ side }) => side !== '')
  const example = isOpen ? words.find((word) => /[1-9].*[cd]r\.?$/i.test(word)) : undefined
  return example === undefined ? null : { kind: 'sides', example }
}

/** Enough to tell the forms of numbers apart. */
const SAMPLE = 1000

/** The form that reads most words of a column that is said to be numbers. */
export function bestNumberFormat(words: readonly string[], format: CellFormat): NumberDecision {
  const step = Math.max(1, Math.ceil(words.length / SAMPLE))
  const sample = words.filter((_, index) => index % step === 0)
  const cells = sample.flatMap((word) => splitNumber(word) ?? [])
  const currency = format.currency ?? mostFrequentCurrency(cells)
  const isShare = cells.some(({ unit }) => unit === '%')
  const counted = marksUnder(format).map((marks) => {
    const read = createDigitsReader(marks)
    const count = cells.filter(({ digits }) => !Number.isNaN(read(digits))).length
    return { marks, count }
  })
  const best = counted.reduce((a, b) => (b.count > a.count ? b : a))
  const alike = counted.filter(({ count }) => count === best.count).map(({ marks }) => marks)
  const whole = (marks: Marks): NumberFormat => ({
    ...marks,
    percent: format.percent ?? isShare,
    currency,
    ...(format.negative ? { negative: format.negative } : {}),
  })
  const read = createDigitsReader(best.marks)
  const readable = cells.filter(({ digits }) => !Number.isNaN(read(digits)))
  const doubt = marksDoubt(
    readable.map(({ digits }) => digits),
    readable,
    alike,
    (marks) => toCellFormat(whole(marks)),
  )
  return {
    type: 'number',
    format: whole(best.marks),
    certain: best.count === sample.length && doubt === null,
    doubt:
      doubt ??
      percentDoubt(sample, isShare && format.percent === undefined) ??
      sidesDoubt(sample, cells, format),
  }
}

function mostFrequentCurrency(cells: readonly NumberCell[]): string {
  const counts = new Map<string, number>()
  for (const { unit } of cells)
    if (unit !== '' && unit !== '%') counts.set(unit, (counts.get(unit) ?? 0) + 1)
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  return first?.[0] ?? ''
}
