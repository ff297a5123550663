import type { Dialect } from '../src/core/file/dialect.ts'
import { numberedHeaders } from '../src/core/file/column-ids.ts'
import { unguard } from '../src/core/file/formula-guard.ts'
import { isOwnExport } from '../src/core/file/own-export.ts'
import { success, type FileProblem, type Result } from '../src/core/problem.ts'
import { TableBuilder, type Table, type TableColumnPlan } from '../src/core/table/table-builder.ts'
import type { ByteSource } from './byte-chunks.ts'
import { readCsv, type CsvReading, type ReadOptions } from './read-csv.ts'

export interface TablePlan {
  readonly dialect: Dialect
  readonly columns: readonly TableColumnPlan[]
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
  { dialect, columns }: TablePlan,
  options: ReadOptions = {},
): Promise<Result<TableReading, FileProblem>> {
  const planned = columns.reduce((width, { index }) => Math.max(width, index + 1), 0)
  let headers: readonly string[] = numberedHeaders(planned)
  let builder = new TableBuilder(columns, planned)
  let isGuarded = false
  const sink = {
    header(cells: readonly string[] | null) {
      if (cells === null) return
      headers = cells.map((cell) => cell.trim())
      isGuarded = isOwnExport(headers)
      builder = new TableBuilder(columns, Math.max(planned, cells.length))
    },
    row(cells: readonly string[], line: number) {
      builder.row(isGuarded ? cells.map(unguard) : cells, line)
    },
  }
  const reading = await readCsv(source, dialect, sink, options)
  return reading.ok ? success(join(builder.finish(), reading.value, headers)) : reading
}

function join(table: Table, reading: CsvReading, headers: readonly string[]): TableReading {
  return {
    ...table,
    headers,
    blankRows: reading.blankRows,
    countedRows: reading.countedRows,
    problems: [...reading.problems, ...table.problems],
    problemCount: reading.problems.length + table.problemCount,
  }
}
