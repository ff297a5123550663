import type { AccountIndex, Day, DeliveryId } from '../../src/core/brand.ts'
import type { ManifestColumn } from '../../src/core/history/manifest.ts'
import { rawTextAt } from '../../src/core/table/raw-text.ts'
import { readColumns, readPart } from '../../src/store/deliveries.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import type { DeliveredCell } from '../protocol/account.ts'
import { PAGE_ROWS } from '../protocol/figures.ts'
import type { OpenWorkspace } from './open-workspace.ts'

/** What the files say of an account in the columns of a snapshot, to the byte but for white space around it; not at all where a file does not have it, nor of what is summed up from events. */
export async function deliveredCellsOf(
  open: OpenWorkspace,
  account: AccountIndex,
  day: Day,
): Promise<readonly DeliveredCell[]> {
  const all = open.portfolio.manifests[open.portfolio.at(day)]?.columns ?? []
  const columns = all.filter(({ events }) => !events)
  const rows = new Map<DeliveryId, Promise<number>>()
  const rowIn = (delivery: DeliveryId) => {
    const row = rows.get(delivery) ?? rowOf(open, delivery, account)
    rows.set(delivery, row)
    return row
  }
  const cells = await Promise.all(
    columns.slice(0, PAGE_ROWS).map(async (column) => {
      const row = await rowIn(column.delivery)
      return row < 0 ? [] : [{ id: column.id, text: await textOf(open, column, row) }]
    }),
  )
  return cells.flat()
}

/** The last row of an account stands. */
async function rowOf(
  { store, workspace }: OpenWorkspace,
  delivery: DeliveryId,
  account: AccountIndex,
): Promise<number> {
  return orThrow(await readPart(store, workspace.id, delivery, 'accounts')).lastIndexOf(account)
}

async function textOf(
  { store, workspace: { id } }: OpenWorkspace,
  { delivery, index }: ManifestColumn,
  row: number,
): Promise<string> {
  const raw = orThrow(await readPart(store, id, delivery, `raw:${index}`))
  const [column] = orThrow(await readColumns(store, id, delivery, [index]))
  return column ? rawTextAt(column, raw, row) : ''
}
