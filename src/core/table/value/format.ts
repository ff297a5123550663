/** The order of the parts of a date; separators are free. */
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

/**
 * Days that are not three parts: days since 1900 as spreadsheets count them, instants since 1970, 20260131, and months, which are their
 * first day.
 */
export const DATE_COUNTS = ['excel', 'seconds', 'milliseconds', 'yyyymmdd', 'month'] as const
export type DateCount = (typeof DATE_COUNTS)[number]

export const DATE_FORMATS = [...DATE_ORDERS, ...DATE_COUNTS] as const
export type DateFormat = (typeof DATE_FORMATS)[number]

/** What the years are counted from. */
export const CALENDARS = ['gregory', 'persian', 'buddhist'] as const
export type Calendar = (typeof CALENDARS)[number]

/** How the cells of a column are written. Absent parts are the plain forms: decimal point, no grouping, ISO dates. */
export interface CellFormat {
  readonly decimal?: '.' | ','
  readonly group?: string
  readonly date?: DateFormat
  /** The language in which months are named, as a BCP 47 tag. */
  readonly months?: string
  readonly calendar?: Calendar
  /** True: percentages become shares, 12 % is 0.12. False: 12 % is 12. */
  readonly percent?: boolean
  /** Debits are below nought, not credits, where amounts are marked CR and DR. */
  readonly negative?: 'DR'
  /** The only currency that is read, by its code or sign. */
  readonly currency?: string
  readonly [key: string]: unknown
}
