import type { CellFormat } from './format.ts'
import { readPlainNumber } from './plain-number.ts'

export interface NumberFormat {
  readonly decimal: '.' | ','
  /** '' for none. A space stands for every kind of space, an apostrophe for its curly form too. */
  readonly group: string
  readonly percent: boolean
}

/** The forms that the import looks for, in the order in which they are preferred. */
const MARKS: readonly Pick<NumberFormat, 'decimal' | 'group'>[] = [
  { decimal: '.', group: '' },
  { decimal: '.', group: ',' },
  { decimal: ',', group: '' },
  { decimal: ',', group: '.' },
  { decimal: ',', group: ' ' },
  { decimal: '.', group: ' ' },
  { decimal: '.', group: "'" },
]

/** The forms that a column may have, under a plan that may fix parts of them. */
export function numberFormats(format: CellFormat): NumberFormat[] {
  const { decimal, group, percent } = format
  const isFixed = decimal !== undefined || group !== undefined
  const marks = isFixed ? [{ decimal: decimal ?? '.', group: group ?? '' }] : MARKS
  const shares = percent === undefined ? [false, true] : [percent]
  return shares.flatMap((share) => marks.map((mark) => ({ ...mark, percent: share })))
}

/** Only what is not plain, as a plan keeps it. */
export const toCellFormat = ({ decimal, group, percent }: NumberFormat): CellFormat => ({
  ...(decimal === '.' && group === '' ? {} : { decimal }),
  ...(group === '' ? {} : { group }),
  ...(percent ? { percent } : {}),
})

const CODES = 'USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|CNY|BRL|MXN|ZAR|ILS|TRY'
const CURRENCY = String.raw`(?:\p{Sc}|${CODES})`
const SPACE = String.raw`[ \u00a0\u202f]`

export type NumberReader = (text: string) => number

/**
 * Reads numbers of one form; NaN for others. A minus may be typographic, a currency sign stands in front or behind. Percentages become
 * shares: `50 %` is 0.5, and so is `50` where the format says percent.
 */
export function createNumberReader(format: NumberFormat): NumberReader {
  const pattern = patternOf(format)
  const isGrouped = format.group !== ''
  const groups = new RegExp(classOf(format.group), 'g')
  return (text) => {
    const parts = pattern.exec(text)
    if (!parts || (parts[1] && parts[2])) return NaN
    const digits = isGrouped ? (parts[3] as string).replace(groups, '') : (parts[3] as string)
    const plain = format.decimal === ',' ? digits.replace(',', '.') : digits
    const value = readPlainNumber((parts[1] || parts[2] ? '-' : '') + plain)
    return format.percent ? Number((value / 100).toPrecision(MOST_DIGITS)) : value
  }
}

// The quotient by 100 is the nearest double of what was written: 7.1 % is 0.071.
const MOST_DIGITS = 15

function patternOf({ decimal, group, percent }: NumberFormat): RegExp {
  const whole = group === '' ? String.raw`\d+` : String.raw`\d{1,3}(?:${classOf(group)}\d{3})+|\d+`
  const number = String.raw`(?:${whole})(?:${classOf(decimal)}\d+)?(?:e[+-]?\d+)?`
  const behind = percent ? '%' : CURRENCY
  const front = percent ? '' : `(?:${CURRENCY}${SPACE}?)?`
  return new RegExp(`^([-−]?)${front}([-−]?)(${number})(?:${SPACE}?${behind})?$`, 'iu')
}

function classOf(mark: string): string {
  if (mark === ' ') return SPACE
  if (mark === "'") return "['’]"
  return mark.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

/** The currency or percent sign of a cell, '' for none: a column has one at most. */
export const unitOf = (text: string): string => UNIT.exec(text)?.[0].toUpperCase() ?? ''

const UNIT = new RegExp(`%|${CURRENCY}`, 'iu')

/** What a number may look like in any of the forms: a quick no for names. */
export const LOOSE_NUMBER = new RegExp(
  `^[-−]?(?:${CURRENCY}${SPACE}?)?[-−]?\\d[\\d.,'’ \\u00a0\\u202f]*(?:e[+-]?\\d+)?(?:${SPACE}?(?:%|${CURRENCY}))?$`,
  'iu',
)
