import type { Day } from '../core/brand.ts'
import { toColumnIds } from '../core/file/column-ids.ts'
import type { ColumnType } from '../core/table/column.ts'
import { toIsoDay } from '../core/table/day.ts'
import type { Cells } from './account.ts'

type Columns = readonly (readonly [cell: keyof Cells, header: string, type: ColumnType])[]

const COLUMNS: Columns = [
  ['key', 'Account ID', 'text'],
  ['name', 'Account Name', 'text'],
  ['industry', 'Industry', 'text'],
  ['region', 'Region', 'text'],
  ['segment', 'Segment', 'text'],
  ['plan', 'Plan', 'text'],
  ['channel', 'Channel', 'text'],
  ['stage', 'Lifecycle Stage', 'text'],
  ['type', 'Type', 'text'],
  ['owner', 'Owner', 'text'],
  ['since', 'Customer Since', 'date'],
  ['renewal', 'Renewal Date', 'date'],
  ['churned', 'Churned', 'boolean'],
  ['arr', 'ARR', 'number'],
  ['seats', 'Seats', 'number'],
  ['activeUsers', 'Active Users', 'number'],
  ['logins', 'Logins 30d', 'number'],
  ['features', 'Key Features Used', 'number'],
  ['openTickets', 'Open Tickets', 'number'],
  ['urgentTickets', 'Urgent Tickets', 'number'],
  ['csat', 'CSAT', 'number'],
  ['nps', 'NPS', 'number'],
  ['overdue', 'Overdue Invoices', 'number'],
  ['daysToPay', 'Days to Pay', 'number'],
  ['contacts', 'Contacts', 'number'],
  ['champion', 'Champion', 'boolean'],
  ['lastContact', 'Last Contact', 'date'],
]

export const HEADERS = COLUMNS.map(([, header]) => header)

const IDS = toColumnIds(HEADERS)

/** The columns as a configuration describes them: with the ids that their headers give. */
export const SOURCE_COLUMNS = COLUMNS.map(([, from, type], i) => ({
  id: IDS[i] as string,
  from,
  type,
}))

/** Comma, decimal point, ISO dates, quotes only where they are needed, CRLF. */
export function toCsv(rows: readonly Cells[]): string {
  const lines = rows.map((row) =>
    COLUMNS.map(([cell, , type]) => written(row[cell], type)).join(','),
  )
  return [HEADERS.join(','), ...lines, ''].join('\r\n')
}

function written(value: Cells[keyof Cells], type: ColumnType): string {
  if (value === null) return ''
  if (type === 'boolean') return value ? 'Yes' : 'No'
  if (type === 'date') return toIsoDay(value as Day)
  const text = String(value)
  return text.includes(',') ? `"${text}"` : text
}
