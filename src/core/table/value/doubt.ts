import type { CellFormat, DateCount } from './format.ts'

/** What had better be asked about a column. `example` is the first cell that two readings tell apart. */
export type Doubt =
  /** Nothing decides whether the day or the month comes first; all values are missing until somebody does. */
  | { readonly kind: 'date-order'; readonly example: string }
  /** A mark may be a decimal one or part thousands: `formats` are the readings, the one taken first. */
  | { readonly kind: 'marks'; readonly example: string; readonly formats: readonly CellFormat[] }
  /** Percentages were taken as shares. */
  | { readonly kind: 'percent'; readonly example: string }
  /** Amounts marked CR or DR: credits were taken as below nought. */
  | { readonly kind: 'sides'; readonly example: string }
  /** Amounts in several currencies: no number, since they cannot be added up. */
  | { readonly kind: 'currencies'; readonly found: readonly string[] }
  /** Months without a day were taken as their first day. */
  | { readonly kind: 'months'; readonly example: string; readonly format: CellFormat }
  /** Numbers that were taken as days, for the column's name and their size. */
  | { readonly kind: 'counted-days'; readonly example: string; readonly date: DateCount }
