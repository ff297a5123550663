import type { Dialect } from '../src/core/file/dialect.ts'
import { numberedHeaders } from '../src/core/file/column-ids.ts'
import { unguard } from '../src/core/file/formula-guard.ts'
import type { PlainRows } from '../src/core/file/plain-rows.ts'
import { isOwnExport } from '../src/core/file/own-export.ts'
import { success, type FileProblem, type Result } from '../src/core/problem.ts'
import { settleMarks } from '../src/core/table/settle-marks.ts'
import { TableBuilder, type Table, type TableColumnPlan } from '../src/core/table/table-builder.ts'
import type { ByteSource } from './byte-chunks.ts'
import { readCsv, type CsvReading, type ReadOptions } from './read-csv.ts'

export interface TablePlan {
  readonly dialect: Dialect
  readonly columns: readonly TableColumnPlan[]
  /** Those of the person, in which months may be named. */
  readonly languages?: readonly string[]
}

export interface TableReading extends Table {
  /** The names in the file, trimmed; column_1, column_2 … where it has none. */
  readonly headers: readonly string[]
  readonly blankRows: number
  /** What a count by quotes alone makes of the file: as `rows` and `rejected` together unless the parser lost some. */
  readonly countedRows: number
}

/** Reads a whole file into typed columns as a plan says. Rows are as wide as the plan's last column, or the file's header. */
export async function readTable(
  source: ByteSource,
  { dialect, columns: planned, languages = [] }: TablePlan,
  options: ReadOptions = {},
): Promise<Result<TableReading, FileProblem>> {
  const columns = planned.map((column) => ({ ...column, languages }))
  const width = columns.reduce((most, { index }) => Math.max(most, index + 1), 0)
  let headers: readonly string[] = numberedHeaders(width)
  let builder = new TableBuilder(columns, width, dialect.delimiter)
  let isGuarded = false
  const sink = {
    header(cells: readonly string[] | null) {
      if (cells === null) return
      headers = cells.map((cell) => cell.trim())
      isGuarded = isOwnExport(headers)
      builder = new TableBuilder(columns, Math.max(width, cells.length), dialect.delimiter)
    },
    row(cells: readonly string[], line: number) {
      builder.row(isGuarded ? cells.map(unguard) : cells, line)
    },
    plainWidth: () => (isGuarded ? 0 : builder.width),
    plain(rows: PlainRows, firstLine: number, cellText: (cell: number) => string) {
      builder.plain(rows, firstLine, cellText)
    },
  }
  const reading = await readCsv(source, dialect, sink, options)
  if (!reading.ok) return reading
  const table = builder.finish()
  const settled = settleMarks(table.columns, columns, dialect.delimiter)
  return success(join({ ...table, columns: settled }, reading.value, headers))
}

function join(table: Table, reading: CsvReading, headers: readonly string[]): TableReading {
  return {
    ...table,
    headers,
    blankRows: reading.blankRows,
    countedRows: reading.countedRows,
    problems: [...reading.problems, ...table.problems],
    problemCount: reading.problemCount + table.problemCount,
  }
}
