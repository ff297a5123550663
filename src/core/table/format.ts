/** The order of the parts of a date; separators are free. */
export const DATE_FORMATS = ['ymd', 'dmy', 'mdy'] as const
export type DateFormat = (typeof DATE_FORMATS)[number]

/** How the cells of a column are written. Absent parts are the plain forms: decimal point, no grouping, ISO dates. */
export interface CellFormat {
  readonly decimal?: '.' | ','
  readonly group?: string
  readonly date?: DateFormat
  readonly percent?: boolean
  readonly [key: string]: unknown
}
