import { MISSING_BOOLEAN, MISSING_DAY } from '../../src/core/table/column.ts'
import { NO_BAND } from '../../src/core/score/sheet.ts'
import { figuresOf } from '../../src/core/view/figures.ts'
import { orderBy, rankTexts } from '../../src/core/view/order.ts'
import { findText } from '../../src/core/view/search.ts'
import { triageUrgency } from '../../src/core/view/triage.ts'
import { textsOf } from '../../src/core/table/texts.ts'
import type { AccountsPage, AccountsQuestion, Sort } from '../protocol/accounts.ts'
import { PAGE_ROWS } from '../protocol/figures.ts'
import type { DayView } from './day-view.ts'
import type { OpenWorkspace } from './open-workspace.ts'
import { rowAt, rowParts } from './rows.ts'

/** A page of the list. Whatever the order, the pages of all accounts hold each account once: what is missing comes last. */
export async function listAccounts(
  open: OpenWorkspace,
  view: DayView,
  question: AccountsQuestion,
): Promise<AccountsPage> {
  const risk = open.riskBands
  const everybody = figuresOf(view.sheet, risk, view.values)
  const order = await orderOf(open, view, question.sort)
  const rows = order.filter(matcher(view, question))
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
    from,
    rows: Array.from(page, (row) => rowAt(view, row, parts)),
  }
}

function matcher(view: DayView, { search, bands }: AccountsQuestion): (row: number) => boolean {
  const found = findText(view.folded, search)
  const wanted = new Set(bands.map((band) => band ?? NO_BAND))
  return (row) =>
    view.sheet.included[row] === 1 &&
    (!found || found[row] === 1) &&
    (wanted.size === 0 || wanted.has(view.sheet.bands[row] as number))
}

async function orderOf(open: OpenWorkspace, view: DayView, sort: Sort): Promise<Uint32Array> {
  const known = view.orders.get(`${sort.by} ${sort.direction}`)
  if (known) return known
  const order = orderBy(await sortValues(open, view, sort.by), sort.direction, view.keyRanks)
  view.orders.set(`${sort.by} ${sort.direction}`, order)
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
    default:
      return columnValues(open, view, by)
  }
}

/** A role or a column id, as numbers that order as its values do. A column that is not there is missing for all. */
async function columnValues(open: OpenWorkspace, view: DayView, by: string): Promise<Float64Array> {
  const roles = open.roles as Readonly<Record<string, unknown>>
  const role = Object.hasOwn(roles, by) ? roles[by] : undefined
  const id = typeof role === 'string' ? role : by
  const column = (await open.portfolio.load(view.at, [id])).columns.get(id)
  if (!column) return new Float64Array(view.keys.length).fill(NaN)
  if (column.type === 'text') return rankTexts(textsOf(column), byName)
  if (column.type === 'number') return column.values
  const missing = column.type === 'date' ? MISSING_DAY : MISSING_BOOLEAN
  return Float64Array.from(column.values, (value) => (value === missing ? NaN : value))
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
const byName = (a: string, b: string): number => collator.compare(a, b)
