import { toDay } from '../../src/core/brand.ts'
import { NO_ACCOUNT } from '../../src/core/history/presence.ts'
import { MISSING_DAY } from '../../src/core/table/column.ts'
import { countValues, describeColumn } from '../../src/core/table/profile.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'
import type { EventReview } from '../protocol/review.ts'
import type { StagedPortfolio } from './outcome.ts'
import type { Staged } from './stage.ts'

/** What the rows would come to in their snapshot; null where they are accounts. */
export async function eventReview(
  staged: Staged,
  { id, portfolio }: StagedPortfolio,
): Promise<EventReview | null> {
  const { plan } = staged
  if (!plan.events) return null
  const at = portfolio.at(plan.day)
  const made = portfolio.manifests[at]?.columns.filter(
    ({ events, source }) => events && source === plan.source,
  )
  const ids = made?.map(({ id }) => id) ?? []
  const { columns } = await portfolio.load(at, ids)
  return {
    ...whoseRows(staged, portfolio, { accounts: await portfolio.accountsOfEvents(id), at }),
    span: spanOf(staged),
    columns: (made ?? []).flatMap(({ id, type }) => {
      const column = columns.get(id)
      return column ? [{ id, type, ...countValues(column), shape: describeColumn(column) }] : []
    }),
  }
}

interface Rows {
  readonly accounts: Uint32Array
  readonly at: number
}

/** A row that finds no account, but has a key, is a stray. */
function whoseRows(
  { plan, roll }: Staged,
  { history, manifests }: Portfolio,
  { accounts, at }: Rows,
): Pick<EventReview, 'accounts' | 'strayRows' | 'isRoster'> {
  const present = new Set(history[at]?.accounts)
  const isRoster = (manifests[at]?.columns ?? []).every(({ events }) => events)
  const found = new Set<number>()
  let rows = 0
  for (const account of accounts)
    if (account !== NO_ACCOUNT && present.has(account)) {
      found.add(account)
      rows++
    }
  const isDirect = plan.events?.through === null
  return { accounts: found.size, strayRows: roll.accepted - rows, isRoster: isRoster && isDirect }
}

function spanOf({ plan, table }: Staged): EventReview['span'] {
  const place = plan.columns.findIndex(({ id }) => id === plan.events?.date)
  const column = table.columns[place]?.column
  if (column?.type !== 'date') return null
  let [first, last] = [Infinity, -Infinity]
  for (const day of column.values) {
    if (day === MISSING_DAY) continue
    first = Math.min(first, day)
    last = Math.max(last, day)
  }
  return first > last ? null : { first: toDay(first), last: toDay(last) }
}
