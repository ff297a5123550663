/** How the bytes of a delimited file are to be read. Lines are physical lines, from 1. */
export interface Dialect {
  /** A label that TextDecoder knows. */
  readonly encoding: string
  readonly delimiter: string
  readonly quote: string
  /** The line of the header row; null where the file has none (columns are then named column_1, column_2, …). */
  readonly headerLine: number | null
  /** Lines before the first row that are no data: titles of CRM reports, a `sep=` line. */
  readonly skippedLines: number
}

/** Which parts of a dialect are certain, and which a person should look at. */
export type DialectGuess = { readonly [part in keyof Dialect]: boolean }

export const MAX_COLUMNS = 2_000
/** A single row longer than this is not a table; it would grow without end while it streams. */
export const MAX_ROW_CHARACTERS = 4_000_000
/** As much of a file as is looked at before it is read. */
export const HEAD_BYTES = 262_144
