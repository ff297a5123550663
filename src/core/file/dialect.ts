import type { RowSyntax } from './cell-scanner.ts'
import type { LineEnd } from './line-end.ts'
import type { NameMend } from './name-mend.ts'
import type { RowLayout } from './row-layout.ts'

/** How the bytes of a delimited file are to be read. Lines are physical lines, from 1. */
export interface Dialect extends RowLayout {
  /** A label that TextDecoder knows. */
  readonly encoding: string
  readonly delimiter: string
  readonly quote: string
  /** The line of the header row; null where the file has none (columns are then named column_1, column_2, …). */
  readonly headerLine: number | null
  /** Lines before the first row that are no data: titles of CRM reports, a `sep=` line. */
  readonly skippedLines: number
  /** Rows of names, read as one; absent: one. */
  readonly headerRows?: number
  /** Stands before a quote or a delimiter that is meant as a character; absent: quotes are doubled. */
  readonly escape?: string
  /** How lines begin that are no data; absent: none do. */
  readonly comment?: string
  /** No cell goes over the end of its line: a quote that seems to open such a one is a character. */
  readonly oneLine?: boolean
  /** Lines were quoted as a whole: the row is inside. */
  readonly wrapped?: boolean
  /** Lines end now in CR, now in LF. */
  readonly mixedLineEnds?: boolean
  /** The names do not stand over the columns as they are written; absent: they do. */
  readonly nameMend?: NameMend
  /** Totals and footers at the end are rows like others; absent: they are left out, and told. */
  readonly keepsTrailer?: boolean
  /** As many rows at the end, at most 20, are left out, whatever they look like. */
  readonly lastRows?: number
}

/** Which parts of a dialect are certain, and which a person should look at. */
export type DialectGuess = { readonly [part in keyof Dialect]: boolean }

const SYNTAX = [
  ...(['escape', 'comment', 'oneLine', 'wrapped'] as const),
  ...(['columnsAt', 'repeated', 'framed', 'ruled', 'formulaTexts'] as const),
] as const

/** What a dialect says of rows and cells. */
export function rowSyntax(dialect: Omit<Dialect, 'encoding'>, lineEnd: LineEnd): RowSyntax {
  const { delimiter, quote } = dialect
  const said = SYNTAX.filter((part) => dialect[part]).map((part) => [part, dialect[part]])
  return { delimiter, quote, lineEnd, ...(Object.fromEntries(said) as Partial<RowSyntax>) }
}

/** Delimiters, quotes and line ends alone tell its rows. */
export const isPlainSyntax = (dialect: Omit<RowSyntax, 'lineEnd'>): boolean =>
  SYNTAX.every((part) => !dialect[part])

export const MAX_COLUMNS = 2_000
/** A single row longer than this is not a table; it would grow without end while it streams. */
export const MAX_ROW_CHARACTERS = 4_000_000
/** As much of a file as is looked at before it is read. */
export const HEAD_BYTES = 262_144
