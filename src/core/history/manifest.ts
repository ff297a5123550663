import type { Day, DeliveryId } from '../brand.ts'
import type { ColumnType } from '../table/column.ts'

export interface DeliveredColumn {
  readonly id: string
  readonly label: string
  readonly type: ColumnType
  /** Its place in the delivered file. */
  readonly index: number
}

/** One file of a source, as it stands in the store. Deliveries are the truth; snapshots are made from them. */
export interface Delivered {
  readonly id: DeliveryId
  readonly source: string
  readonly day: Day
  readonly columns: readonly DeliveredColumn[]
}

export interface ManifestColumn extends DeliveredColumn {
  readonly delivery: DeliveryId
  readonly source: string
  /** The day of the delivery it comes from: earlier than the snapshot's where its source was not delivered for that day. */
  readonly asOf: Day
}

/** What a snapshot is made of. Nothing is copied: a column that a delivery did not touch is the older delivery's. */
export interface Manifest {
  readonly day: Day
  /** The newest delivery of each source up to this day, the roster's first. */
  readonly deliveries: readonly DeliveryId[]
  /** Earlier deliveries of the roster: an account that is in one of them, but not in the newest, has left. */
  readonly earlierRosters: readonly DeliveryId[]
  readonly columns: readonly ManifestColumn[]
}

/**
 * One manifest for each day with a delivery, oldest first. `deliveries` in the order they came: for one source and day the later one stands.
 * The roster is the source of the very first delivery: what it drops has left, whatever older files of other sources still say.
 * Where two sources bring a column of the same id, the roster's stands, else that of the source that came first.
 */
export function manifestsOf(deliveries: readonly Delivered[]): Manifest[] {
  const standing = standingDeliveries(deliveries)
  const sources = [...new Set(deliveries.map((delivery) => delivery.source))]
  const days = [...new Set(standing.map((delivery) => delivery.day))].sort((a, b) => a - b)
  return days.map((day) => manifestOf(day, sources, standing))
}

function manifestOf(
  day: Day,
  sources: readonly string[],
  standing: readonly Delivered[],
): Manifest {
  const seen = sources.flatMap((source) => newestUpTo(day, source, standing) ?? [])
  const roster = sources[0]
  return {
    day,
    deliveries: seen.map((delivery) => delivery.id),
    earlierRosters: standing
      .filter(
        (delivery) => delivery.source === roster && delivery.day <= day && !seen.includes(delivery),
      )
      .map((delivery) => delivery.id),
    columns: uniqueById(seen.flatMap(columnsOf)),
  }
}

function standingDeliveries(deliveries: readonly Delivered[]): Delivered[] {
  const bySourceAndDay = new Map<string, Delivered>()
  for (const delivery of deliveries)
    bySourceAndDay.set(`${delivery.day} ${delivery.source}`, delivery)
  return [...bySourceAndDay.values()]
}

function newestUpTo(
  day: Day,
  source: string,
  standing: readonly Delivered[],
): Delivered | undefined {
  let newest: Delivered | undefined
  for (const delivery of standing)
    if (delivery.source === source && delivery.day <= day && (!newest || delivery.day > newest.day))
      newest = delivery
  return newest
}

const columnsOf = (delivery: Delivered): ManifestColumn[] =>
  delivery.columns.map((column) => ({
    ...column,
    delivery: delivery.id,
    source: delivery.source,
    asOf: delivery.day,
  }))

function uniqueById(columns: readonly ManifestColumn[]): ManifestColumn[] {
  const byId = new Map<string, ManifestColumn>()
  for (const column of columns) if (!byId.has(column.id)) byId.set(column.id, column)
  return [...byId.values()]
}
