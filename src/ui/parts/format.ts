import type { Day } from '../../core/brand.ts'
import type { Cell } from '../../../workers/protocol/figures.ts'

/** Numbers and days as the person's locale writes them. Intl's formatters are slow to make, so each is made once. */
const MILLISECONDS_PER_DAY = 86_400_000
const MINUS = '\u2212'
/** What stands where there is no value. */
export const NOTHING = '–'

const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options)
  const known = numbers.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(undefined, options)
  numbers.set(key, made)
  return made
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options)
  const known = dates.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' })
  dates.set(key, made)
  return made
}

/** A true minus, and a thin space where a sign of per cent would touch its number. */
const write = (value: number, options: Intl.NumberFormatOptions): string =>
  numberFormat(options)
    .formatToParts(value)
    .map(({ type, value: text }, place, parts) => {
      if (type === 'minusSign') return MINUS
      const touches = type === 'percentSign' && parts[place - 1]?.type !== 'literal' && place > 0
      return touches ? `\u202f${text}` : text
    })
    .join('')

export const formatCount = (value: number): string => write(value, { maximumFractionDigits: 0 })

const ONE_DECIMAL = { minimumFractionDigits: 1, maximumFractionDigits: 1 }

/** Scores and points: always one decimal. */
export const formatScore = (value: number | null): string =>
  value === null ? NOTHING : write(value, ONE_DECIMAL)

/** Signed, as changes are; nought has no sign. */
export const formatSignedScore = (value: number): string =>
  write(value, { ...ONE_DECIMAL, signDisplay: 'exceptZero' })

export const formatSignedCount = (value: number): string =>
  write(value, { maximumFractionDigits: 0, signDisplay: 'exceptZero' })

/** Any number of a file: as many decimals as it has, at most three. */
export const formatNumber = (value: number): string => write(value, { maximumFractionDigits: 3 })

/** For a glance: three digits where there are decimals. */
export const formatShortNumber = (value: number): string =>
  Math.abs(value) >= 100
    ? write(value, { maximumFractionDigits: 0 })
    : write(value, { maximumSignificantDigits: 3 })

/** What a person wrote, with every digit: a rule that says 0.0005 is not about 0.001. */
const EXACT: Intl.NumberFormatOptions = { maximumSignificantDigits: 15 }
export const formatExact = (value: number): string => write(value, EXACT)
export const formatExactPercent = (share: number): string =>
  write(share, { ...EXACT, style: 'percent' })

/** Money without a currency, which no file says. */
export const formatMoney = (value: number | null): string =>
  value === null ? NOTHING : write(value, { maximumFractionDigits: 0 })

const SHORT: Intl.NumberFormatOptions = { notation: 'compact', maximumSignificantDigits: 3 }

export const formatShortMoney = (value: number | null): string =>
  value === null ? NOTHING : write(value, SHORT)

export const formatSignedShortMoney = (value: number): string =>
  write(value, { ...SHORT, signDisplay: 'exceptZero' })

/** A share of 0..1. */
export const formatPercent = (share: number, decimals = 1): string =>
  write(share, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })

const FEW_PERCENT = 0.1

/** A share as it is read in a list: 5.1 %, 34 %. */
export const formatShare = (share: number): string =>
  formatPercent(share, share !== 0 && Math.abs(share) < FEW_PERCENT ? 1 : 0)

/** A change in whole per cent; a small one in tenths. */
export const formatSignedPercent = (share: number): string =>
  write(share, {
    style: 'percent',
    maximumFractionDigits: Math.abs(share) < 0.005 ? 1 : 0,
    signDisplay: 'exceptZero',
  })

const toDate = (day: Day): Date => new Date(day * MILLISECONDS_PER_DAY)

/** 31 Oct 2026 */
export const formatDay = (day: Day | null): string =>
  day === null
    ? NOTHING
    : dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }).format(toDate(day))

/** 31 Oct */
export const formatShortDay = (day: Day): string =>
  dateFormat({ day: 'numeric', month: 'short' }).format(toDate(day))

/** Oct */
export const formatMonthName = (day: Day): string =>
  dateFormat({ month: 'short' }).format(toDate(day))

export const formatYear = (day: Day): string => dateFormat({ year: 'numeric' }).format(toDate(day))

/** Oct 2026 */
export const formatMonth = (day: Day): string =>
  dateFormat({ month: 'short', year: 'numeric' }).format(toDate(day))

export const formatBytes = (bytes: number): string => {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const unit = units[power] ?? 'byte'
  return write(bytes / 1000 ** power, {
    style: 'unit',
    unit,
    maximumSignificantDigits: 3,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
  })
}

export function formatCell(cell: Cell | null): string {
  if (cell === null) return NOTHING
  switch (cell.type) {
    case 'missing':
      return NOTHING
    case 'number':
      return formatNumber(cell.value)
    case 'text':
      return cell.value
    case 'date':
      return formatDay(cell.value)
    case 'boolean':
      return cell.value ? 'yes' : 'no'
  }
}

/** `plural(1, 'account')` is '1 account'. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`
