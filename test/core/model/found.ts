import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { toDay } from '../../../src/core/brand.ts'
import { toColumnIds } from '../../../src/core/file/column-ids.ts'
import type { FoundColumn, ProposalInput } from '../../../src/core/model/propose/proposal.ts'
import { MISSING_BOOLEAN, MISSING_DAY, type Column } from '../../../src/core/table/column.ts'
import { parseIsoDay } from '../../../src/core/table/day.ts'
import { packText } from '../../../src/core/table/packed-text.ts'
import { sharedPath } from '../../shared.ts'

type Row = readonly (string | undefined)[]

/** A small table as an import would find it: the key is the first column unless another is named. */
export function foundTable(
  headers: readonly string[],
  rows: readonly Row[],
  options: { readonly key?: string; readonly day?: string } = {},
): ProposalInput {
  const ids = toColumnIds(headers)
  return {
    key: options.key ?? (ids[0] as string),
    rows: rows.length,
    day: parseIsoDay(options.day ?? '2026-01-31') ?? toDay(0),
    columns: headers.map((header, i) => {
      const cells = rows.map((row) => (row[i] ?? '').trim())
      return foundColumn(ids[i] as string, header, cells)
    }),
  }
}

/** Rows by columns: every header with its cells, from the top. */
export function foundColumns(
  columns: Readonly<Record<string, readonly (string | number | boolean)[]>>,
  options: { readonly key?: string; readonly day?: string } = {},
): ProposalInput {
  const headers = Object.keys(columns)
  const cells = Object.values(columns).map((column) => column.map(String))
  const rows = (cells[0] ?? []).map((_, row) => cells.map((column) => column[row]))
  return foundTable(headers, rows, options)
}

/** A file that lies beside the project; dates may be day-first. */
export function foundFile(
  name: string,
  options: { readonly key: string; readonly header?: boolean; readonly day?: string },
): ProposalInput {
  const text = readFileSync(sharedPath(`data/${name}`), 'utf8').replace(/^\uFEFF/, '')
  const { data } = Papa.parse<string[]>(text.trimEnd(), { header: false })
  const [first = []] = data
  const headers = options.header === false ? first.map((_, i) => `column_${i + 1}`) : first
  const body = options.header === false ? data : data.slice(1)
  const iso = body.map((row) =>
    row.map((cell) => cell.replace(/^(\d\d)-(\d\d)-(\d{4})$/, '$3-$2-$1')),
  )
  return foundTable(headers, iso, options)
}

function foundColumn(id: string, header: string, cells: readonly string[]): FoundColumn {
  const present = cells.filter((cell) => cell !== '')
  const column = typed(cells, present)
  return { id, header, column, present: present.length, distinct: new Set(present).size }
}

function typed(cells: readonly string[], present: readonly string[]): Column {
  const all = (pattern: RegExp) => present.length > 0 && present.every((cell) => pattern.test(cell))
  if (all(/^(true|false|yes|no)$/i))
    return { type: 'boolean', values: Uint8Array.from(cells, truth) }
  if (all(/^-?\d+(\.\d+)?$/) && !present.some((cell) => /^0\d/.test(cell))) {
    const values = Float64Array.from(cells, (cell) => (cell === '' ? NaN : Number(cell)))
    return { type: 'number', values }
  }
  if (all(/^\d{4}-\d\d-\d\d/)) {
    const values = Int32Array.from(cells, (cell) => parseIsoDay(cell) ?? MISSING_DAY)
    return { type: 'date', values }
  }
  const words = [...new Set(['', ...cells])]
  const places = new Map(words.map((word, i) => [word, i]))
  const codes = Uint32Array.from(cells, (cell) => places.get(cell) ?? 0)
  return { type: 'text', words: packText(words), codes }
}

const truth = (cell: string): number =>
  cell === '' ? MISSING_BOOLEAN : /^(true|yes)$/i.test(cell) ? 1 : 0
