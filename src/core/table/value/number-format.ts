import type { CellFormat } from './format.ts'
import { splitNumber, type NumberCell } from './number-cell.ts'

export interface NumberFormat {
  readonly decimal: '.' | ','
  /** '' for none. A space stands for every kind of space, an apostrophe for its curly form too. */
  readonly group: string
  /** Cells are percentages and become shares; without it a percent sign is read over. */
  readonly percent: boolean
  /** Amounts in another currency are not read; '' for none. */
  readonly currency: string
  /** Which of the amounts that a ledger marks is below nought; absent: credits, so that what is owed is positive. */
  readonly negative?: 'DR'
}

export type Marks = Pick<NumberFormat, 'decimal' | 'group'>

/** The forms that the import looks for, in the order in which they are preferred. */
const MARKS: readonly Marks[] = [
  { decimal: '.', group: '' },
  { decimal: '.', group: ',' },
  { decimal: ',', group: '' },
  { decimal: ',', group: '.' },
  { decimal: ',', group: ' ' },
  { decimal: '.', group: ' ' },
  { decimal: '.', group: "'" },
  { decimal: ',', group: "'" },
]

/** The marks that a column may have, under a plan that may fix them. */
export function marksUnder({ decimal, group }: CellFormat): readonly Marks[] {
  const isFixed = decimal !== undefined || group !== undefined
  return isFixed ? [{ decimal: decimal ?? '.', group: plainMark(group ?? '') }] : MARKS
}

const plainMark = (mark: string): string => {
  if (mark === '’') return "'"
  return /^\s$/.test(mark) ? ' ' : mark
}

/** Only what is not plain, as a plan keeps it. */
export const toCellFormat = (format: NumberFormat): CellFormat => {
  const { decimal, group, percent, currency, negative } = format
  return {
    ...(decimal === '.' && group === '' ? {} : { decimal }),
    ...(group === '' ? {} : { group }),
    ...(percent ? { percent } : {}),
    ...(currency === '' ? {} : { currency }),
    ...(negative ? { negative } : {}),
  }
}

/** Gives the digits of a cell as a number; NaN where they are not written with these marks. */
export type DigitsReader = (digits: string) => number

/** Thousands stand in threes, with a comma also as in India: the last three, then twos. No grouped number begins with nought. */
export function createDigitsReader({ decimal, group }: Marks): DigitsReader {
  const pattern = patternOf(decimal, group)
  const groups = group === '' ? null : new RegExp(escaped(group), 'g')
  return (digits) => {
    if (!pattern.test(digits)) return NaN
    const whole = groups === null ? digits : digits.replace(groups, '')
    const value = Number(decimal === ',' ? whole.replace(',', '.') : whole)
    return Number.isFinite(value) ? value : NaN
  }
}

function patternOf(decimal: string, group: string): RegExp {
  const mark = escaped(group)
  const threes = String.raw`[1-9]\d{0,2}(?:${mark}\d{3})+`
  const twos = String.raw`[1-9]\d?(?:${mark}\d{2})+${mark}\d{3}`
  const whole = [
    String.raw`\d+`,
    ...(group === '' ? [] : [threes]),
    ...(group === ',' ? [twos] : []),
  ]
  const point = escaped(decimal)
  return new RegExp(
    String.raw`^(?:(?:${whole.join('|')})(?:${point}\d*)?|${point}\d+)(?:e[+-]?\d+)?$`,
    'i',
  )
}

const escaped = (mark: string): string => mark.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

export type CellReader = (cell: NumberCell) => number

/** Percentages become shares where the format says so: `50 %` is 0.5 then, and so is `50`. Zero has no sign. */
function createCellReader(format: NumberFormat): CellReader {
  const read = createDigitsReader(format)
  const { percent, currency, negative = 'CR' } = format
  return ({ digits, isNegative, unit, side }) => {
    if (currency !== '' && unit !== '' && unit !== '%' && unit !== currency) return NaN
    const value = read(digits)
    const signed = isNegative !== (side === negative) ? 0 - value : value
    return percent ? Number((signed / 100).toPrecision(MOST_DIGITS)) : signed
  }
}

// The quotient by 100 is the nearest double of what was written: 7.1 % is 0.071.
const MOST_DIGITS = 15

/** Reads numbers of one form; NaN for others. */
export function createNumberReader(format: NumberFormat): (text: string) => number {
  const read = createCellReader(format)
  return (text) => {
    const cell = splitNumber(text)
    return cell === null ? NaN : read(cell)
  }
}
