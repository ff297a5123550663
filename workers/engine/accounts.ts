import { MISSING_BOOLEAN, MISSING_DAY, type Column } from '../../src/core/table/column.ts'
import { NO_BAND } from '../../src/core/score/sheet.ts'
import { figuresOf } from '../../src/core/view/figures.ts'
import { orderBy, ranksIn, rankTexts } from '../../src/core/view/order.ts'
import { keepRows } from '../../src/core/view/select.ts'
import { triageUrgency } from '../../src/core/view/triage.ts'
import { textsOf } from '../../src/core/table/texts.ts'
import type { AccountsPage, AccountsQuestion, Sort } from '../protocol/accounts.ts'
import { PAGE_ROWS } from '../protocol/figures.ts'
import type { DayView } from './day-view.ts'
import { columnBy, masksOf, type Confined } from './expressions.ts'
import type { OpenWorkspace } from './open-workspace.ts'
import { historyVersions, rowAt, rowParts } from './rows.ts'

/** A page of the list. Whatever the order, the pages of all accounts hold each account once: what is missing comes last. */
export async function listAccounts(
  open: OpenWorkspace,
  view: DayView,
  question: AccountsQuestion & Confined,
): Promise<AccountsPage> {
  const risk = open.riskBands
  const everybody = view.everybody(risk)
  const rows = await listedRows(open, view, question)
  const matched = figuresOf(view.sheet, risk, view.values, rows)
  const from = Math.max(0, Math.min(question.from, rows.length))
  const page = rows.subarray(from, from + Math.min(question.count, PAGE_ROWS))
  const parts = await rowParts(open, view, question.columns)
  return {
    total: everybody.accounts,
    matched: rows.length,
    matchedValue: matched.totalValue,
    totalValue: everybody.totalValue,
    averageScore: matched.average,
    versions: view.versions,
    historyVersions: historyVersions(view, parts),
    from,
    rows: Array.from(page, (row) => rowAt(view, row, parts)),
  }
}

/** The rows of a list in its order. */
export async function listedRows(
  open: OpenWorkspace,
  view: DayView,
  question: Confined & { readonly sort: readonly Sort[] },
): Promise<Uint32Array> {
  return keepRows(await orderOf(open, view, question.sort), await masksOf(open, view, question))
}

const MOST_ORDERS = 12

/** By the first sort, its equals by the next, and by key in the end. */
async function orderOf(
  open: OpenWorkspace,
  view: DayView,
  sorts: readonly Sort[],
): Promise<Uint32Array> {
  const name = JSON.stringify(sorts)
  const known = view.orders.get(name)
  if (known) return known
  const [first, ...others] = sorts
  const ties = others.length > 0 ? ranksIn(await orderOf(open, view, others)) : view.keyRanks
  const values = await sortValues(open, view, first?.by ?? 'key')
  const order = orderBy(values, first?.direction ?? 'asc', ties)
  view.orders.set(name, order)
  for (const [oldest] of view.orders) if (view.orders.size > MOST_ORDERS) view.orders.delete(oldest)
  return order
}

async function sortValues(open: OpenWorkspace, view: DayView, by: string): Promise<Float64Array> {
  switch (by) {
    case 'key':
      return Float64Array.from(view.keyRanks)
    case 'name':
      return rankTexts(view.names, byName)
    case 'score':
      return view.sheet.shown
    case 'band':
      return Float64Array.from(view.sheet.bands, (band) => (band === NO_BAND ? NaN : band))
    case 'change':
      return view.changes
    case 'coverage':
      return view.sheet.coverage
    case 'triage':
      return triageUrgency(view.sheet.shown, view.changes, view.values)
    case 'flags':
      return flagCounts(view)
    default:
      return orderValues(await columnBy(open, view, roleOf(open, by)))
  }
}

/** The column behind `value`, `renewal` or `owner`; any other text is an expression. */
function roleOf(open: OpenWorkspace, by: string): string {
  const roles = open.roles as Readonly<Record<string, unknown>>
  const role = Object.hasOwn(roles, by) ? roles[by] : undefined
  return typeof role === 'string' ? role : by
}

/** Numbers that order as the values do. */
function orderValues(column: Column): Float64Array {
  if (column.type === 'text') return rankTexts(textsOf(column), byName)
  if (column.type === 'number') return column.values
  const missing = column.type === 'date' ? MISSING_DAY : MISSING_BOOLEAN
  return Float64Array.from(column.values, (value) => (value === missing ? NaN : value))
}

function flagCounts({ sheet }: DayView): Float64Array {
  const counts = new Float64Array(sheet.shown.length)
  for (const raised of sheet.flags)
    for (let row = 0; row < counts.length; row++)
      counts[row] = (counts[row] as number) + (raised[row] as number)
  return counts
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
const byName = (a: string, b: string): number => collator.compare(a, b)
