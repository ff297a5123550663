import type { Day, DeliveryId } from '../brand.ts'
import type { ColumnType } from '../table/column.ts'

export interface DeliveredColumn {
  readonly id: string
  readonly label: string
  readonly type: ColumnType
  /** Its place in the delivered file. */
  readonly index: number
}

/** A column of accounts that the rows of an event source come to. */
export interface MadeColumn {
  readonly id: string
  readonly label: string
  readonly type: ColumnType
}

/** One file of a source, as it stands in the store. Deliveries are the truth; snapshots are made from them. */
export interface Delivered {
  readonly id: DeliveryId
  readonly source: string
  readonly day: Day
  readonly columns: readonly DeliveredColumn[]
  /** Its rows are events: the columns of accounts that they come to. Absent: its rows are accounts. */
  readonly made?: readonly MadeColumn[]
  /** When other sums were chosen than those that it came with; absent: never. */
  readonly resummedAt?: string
}

export interface ManifestColumn extends DeliveredColumn {
  readonly delivery: DeliveryId
  readonly source: string
  /** The day of the delivery it comes from: earlier than the snapshot's where its source was not delivered for that day. */
  readonly asOf: Day
  /** All deliveries whose rows it is summed up from, in the order they came; `index` is then no place in a file. */
  readonly events?: readonly DeliveryId[]
}

/** What a snapshot is made of. Nothing is copied: a column that a delivery did not touch is the older delivery's. */
export interface Manifest {
  readonly day: Day
  /** The newest delivery of each source of accounts up to this day, the roster's first; where there is none, those of events up to it. */
  readonly deliveries: readonly DeliveryId[]
  /** All deliveries of events: one that comes later fills the days before it too. */
  readonly events: readonly DeliveryId[]
  /** Earlier deliveries of the roster: an account that is in one of them, but not in the newest, has left. */
  readonly earlierRosters: readonly DeliveryId[]
  readonly columns: readonly ManifestColumn[]
  /** When other sums were chosen of its events, by source; absent: never. */
  readonly resummedAt?: readonly string[]
}

/**
 * One manifest for each day with a delivery, oldest first. `deliveries` in the order they came: for one source and day the later one stands.
 * The roster is the source of the very first delivery of accounts: what it drops has left, whatever older files of other sources still say.
 * Where two sources bring a column of the same id, the roster's stands, else that of the source of accounts that came first, then of events.
 */
export function manifestsOf(deliveries: readonly Delivered[]): Manifest[] {
  const standing = standingDeliveries(deliveries.filter(({ made }) => !made))
  const events = deliveries.filter(({ made }) => made)
  const sources = [...new Set(standing.map((delivery) => delivery.source))]
  const days = [...new Set([...standing, ...events].map((delivery) => delivery.day))]
  return days.sort((a, b) => a - b).map((day) => manifestOf(day, { sources, standing, events }))
}

interface Known {
  readonly sources: readonly string[]
  readonly standing: readonly Delivered[]
  readonly events: readonly Delivered[]
}

function manifestOf(day: Day, { sources, standing, events }: Known): Manifest {
  const seen = sources.flatMap((source) => newestUpTo(day, source, standing) ?? [])
  const roster = sources[0]
  const resummedAt = [...new Set(events.flatMap((delivery) => delivery.resummedAt ?? []))]
  const naming = seen.length > 0 ? seen : events.filter((delivery) => delivery.day <= day)
  return {
    day,
    deliveries: naming.map((delivery) => delivery.id),
    events: events.map((delivery) => delivery.id),
    earlierRosters: standing
      .filter(
        (delivery) => delivery.source === roster && delivery.day <= day && !seen.includes(delivery),
      )
      .map((delivery) => delivery.id),
    columns: uniqueById([...seen.flatMap(columnsOf), ...madeColumns(day, events)]),
    ...(resummedAt.length > 0 ? { resummedAt } : {}),
  }
}

/** What an event source comes to is as its newest delivery says. */
function madeColumns(day: Day, events: readonly Delivered[]): ManifestColumn[] {
  const sources = [...new Set(events.map((delivery) => delivery.source))]
  return sources.flatMap((source) => {
    const united = events.filter((delivery) => delivery.source === source)
    const newest = united.at(-1) as Delivered
    const asOf = united.reduce((latest, one) => (one.day > latest ? one.day : latest), newest.day)
    return (newest.made ?? []).map((column, index) => ({
      ...column,
      index,
      delivery: newest.id,
      source,
      asOf: asOf < day ? asOf : day,
      events: united.map((delivery) => delivery.id),
    }))
  })
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
