import Papa from 'papaparse'
import { toDay } from '../../src/core/brand.ts'
import { toColumnIds } from '../../src/core/file/column-ids.ts'
import type { History } from '../../src/core/history/snapshot.ts'
import { readBoolean } from '../../src/core/table/value/boolean-format.ts'
import { MISSING_BOOLEAN, MISSING_DAY } from '../../src/core/table/column.ts'
import type { Column, ColumnType } from '../../src/core/table/column.ts'
import { parseIsoDay } from '../../src/core/table/day.ts'
import { isUsualMissing } from '../../src/core/table/value/missing-words.ts'
import { packText } from '../../src/core/table/packed-text.ts'
import { readPlainNumber, readsAsId } from '../../src/core/table/value/plain-number.ts'

/** One plain CSV: UTF-8, comma, decimal point, ISO dates; the first column is the key. */
export interface PlainFile {
  readonly day: string
  readonly text: string
}

export interface PlainHistory {
  readonly history: History
  /** By account index. */
  readonly keys: readonly string[]
}

/** Files to snapshots, the short way: one file a day, types by the first file that has values. Of rows with one key the last stands. */
export function plainHistory(
  files: readonly PlainFile[],
  types: Readonly<Record<string, ColumnType>> = {},
): PlainHistory {
  const keys: string[] = []
  const indexes = new Map<string, number>()
  const fixed = new Map(Object.entries(types))
  const history = files.map(({ day, text }) => {
    const [headers = [], ...rows] = parse(text)
    const byAccount = new Map<number, readonly string[]>()
    for (const row of rows) {
      const key = row[0] as string
      if (!indexes.has(key)) indexes.set(key, keys.push(key) - 1)
      byAccount.set(indexes.get(key) as number, row)
    }
    const accounts = [...byAccount.keys()].sort((a, b) => a - b)
    const columns = toColumnIds(headers).map((id, i) => {
      const cells = accounts.map((account) => byAccount.get(account)?.[i] ?? '')
      const type = fixed.get(id) ?? typeOf(cells)
      if (type !== null) fixed.set(id, type)
      return [id, toColumn(cells, type ?? 'text')] as const
    })
    return {
      day: toDay(parseIsoDay(day) as number),
      accounts: Uint32Array.from(accounts),
      columns: new Map(columns),
    }
  })
  return { history, keys }
}

export const parse = (text: string): string[][] =>
  Papa.parse<string[]>(text, { skipEmptyLines: true }).data.map((row) =>
    row.map((cell) => cell.trim()),
  )

function typeOf(cells: readonly string[]): ColumnType | null {
  const values = cells.filter((cell) => !isUsualMissing(cell))
  if (values.length === 0) return cells.some((cell) => cell !== '') ? 'text' : null
  if (values.every((cell) => readBoolean(cell) !== MISSING_BOOLEAN)) return 'boolean'
  if (values.every((cell) => !Number.isNaN(readPlainNumber(cell)) && !readsAsId(cell)))
    return 'number'
  return values.every((cell) => parseIsoDay(cell) !== null) ? 'date' : 'text'
}

function toColumn(cells: readonly string[], type: ColumnType): Column {
  switch (type) {
    case 'number':
      return { type, values: Float64Array.from(cells, readPlainNumber) }
    case 'date':
      return { type, values: Int32Array.from(cells, (cell) => parseIsoDay(cell) ?? MISSING_DAY) }
    case 'boolean':
      return { type, values: Uint8Array.from(cells, readBoolean) }
    case 'text':
      return { type, words: packText(cells), codes: null }
  }
}
