import type { Day, DeliveryId } from '../../src/core/brand.ts'
import {
  manifestsOf,
  type Delivered,
  type Manifest,
  type ManifestColumn,
} from '../../src/core/history/manifest.ts'
import { presentAccounts, rowsOf } from '../../src/core/history/presence.ts'
import { positionsIn } from '../../src/core/history/positions.ts'
import type { Snapshot } from '../../src/core/history/snapshot.ts'
import { headerLabel } from '../../src/core/source/header-label.ts'
import type { Column } from '../../src/core/table/column.ts'
import { gather } from '../../src/core/table/gather.ts'
import type { DeliveryRecord } from '../../src/store/records.ts'
import { EventColumns, eventTypeOf } from './events.ts'

/** What the portfolio reads, and when: the store stands behind it. */
export interface ColumnReader {
  accounts(deliveries: readonly DeliveryId[]): Promise<readonly Uint32Array[]>
  columns(delivery: DeliveryId, indexes: readonly number[]): Promise<readonly Column[]>
}

/** What a portfolio needs to know of a delivery. */
export type DeliveredRecord = Pick<
  DeliveryRecord,
  'id' | 'source' | 'day' | 'columns' | 'plan' | 'resummedAt'
>

/** A snapshot whose columns arrive when they are asked for. */
interface LoadedSnapshot extends Snapshot {
  readonly columns: Map<string, Column>
}

/** Where the columns of a portfolio come from. */
interface Delivering {
  readonly accounts: ReadonlyMap<DeliveryId, Uint32Array>
  readonly reader: ColumnReader
  readonly events: EventColumns
}

/** The snapshots of one workspace in memory. Account lists are read at once, columns when somebody needs them, each once. */
export class Portfolio {
  readonly manifests: readonly Manifest[]
  readonly history: readonly Snapshot[]
  readonly #snapshots: readonly LoadedSnapshot[]
  readonly #reader: ColumnReader
  readonly #accounts: ReadonlyMap<DeliveryId, Uint32Array>
  readonly #events: EventColumns
  /** The one that this one was made apart from. */
  readonly #of: Portfolio | null
  /** The column behind each id that is loaded or on its way, per snapshot. */
  readonly #loading: readonly Map<string, Promise<void>>[]
  readonly #delivered = new Map<string, Promise<Column>>()

  private constructor(
    manifests: readonly Manifest[],
    { accounts, reader, events }: Delivering,
    of: Portfolio | null = null,
  ) {
    this.manifests = manifests
    this.#events = events
    this.#accounts = accounts
    this.#reader = reader
    this.#of = of
    const present = of?.history.map((snapshot) => snapshot.accounts) ?? this.#present()
    this.#snapshots = manifests.map(({ day }, at) => ({
      day,
      accounts: present[at] as Uint32Array,
      columns: new Map(),
    }))
    this.history = this.#snapshots
    this.#loading = manifests.map(() => new Map())
  }

  static async load(
    deliveries: readonly DeliveredRecord[],
    reader: ColumnReader,
  ): Promise<Portfolio> {
    const manifests = manifestsOf(deliveries.map(toDelivered))
    const needed = new Set(
      manifests.flatMap((manifest) => [...manifest.deliveries, ...manifest.earlierRosters]),
    )
    const ids = [...needed]
    const lists = await reader.accounts(ids)
    const byDelivery = new Map(ids.map((id, place) => [id, lists[place] as Uint32Array]))
    return new Portfolio(manifests, {
      accounts: byDelivery,
      reader,
      events: new EventColumns(deliveries, reader),
    })
  }

  get reader(): ColumnReader {
    return this.#reader
  }

  /** The same snapshots with columns of their own, to be let go again; what is readable here is shared, not read twice. */
  apart(): Portfolio {
    const [accounts, reader, events] = [this.#accounts, this.#reader, this.#events]
    return new Portfolio(this.manifests, { accounts, reader, events }, this)
  }

  /** The place of a day's snapshot in the history, -1 where there is none. */
  at(day: Day): number {
    return this.manifests.findIndex((manifest) => manifest.day === day)
  }

  /** For each account of one snapshot its row in another, -1 where it is not there. */
  positions(at: number, other: number): Int32Array {
    return positionsIn(this.#snapshot(at).accounts, this.#snapshot(other).accounts)
  }

  columnOf(at: number, id: string): ManifestColumn | undefined {
    return this.manifests[at]?.columns.find((column) => column.id === id)
  }

  /** Makes columns of a snapshot readable; ids it does not have are passed over. */
  async load(at: number, ids: Iterable<string>): Promise<Snapshot> {
    const wanted = [...ids]
    this.#readTogether(at, wanted)
    await Promise.all(wanted.map((id) => this.#loadColumn(at, id)))
    return this.#snapshot(at)
  }

  /** Whose the rows of a delivery of events are. */
  accountsOfEvents(delivery: DeliveryId): Promise<Uint32Array> {
    return this.#events.accountsOf(delivery)
  }

  /** Lets go of columns of a snapshot. What is on its way is not stopped: it is for whoever waits for it. */
  release(at: number, ids: Iterable<string>): void {
    for (const id of ids) {
      this.#loading[at]?.delete(id)
      this.#snapshot(at).columns.delete(id)
      const [column, next] = [this.columnOf(at, id), this.columnOf(at + 1, id)]
      // Seen by the next snapshot too: it is not read again.
      if (column && !(next && nameOf(next) === nameOf(column)))
        this.#delivered.delete(nameOf(column))
    }
  }

  #present(): Uint32Array[] {
    const listsOf = (ids: readonly DeliveryId[]) => ids.map((id) => this.#accountsOf(id))
    return presentAccounts(
      this.manifests.map(({ deliveries, earlierRosters }) => ({
        seen: listsOf(deliveries),
        rosters: listsOf(earlierRosters),
      })),
    )
  }

  #snapshot(at: number): LoadedSnapshot {
    const snapshot = this.#snapshots[at]
    if (!snapshot) throw new Error(`invalid snapshot: ${at} of ${this.#snapshots.length}`)
    return snapshot
  }

  #loadColumn(at: number, id: string): Promise<void> {
    const loading = this.#loading[at] as Map<string, Promise<void>>
    const started = loading.get(id)
    if (started) return started
    const column = this.columnOf(at, id)
    const promise = column ? this.#bring(at, column) : Promise.resolve()
    loading.set(id, promise)
    return promise
  }

  /** What is not known of a delivery yet is asked for at once: each question of the store takes a time of its own. */
  #readTogether(at: number, ids: readonly string[]): void {
    const byDelivery = new Map<DeliveryId, number[]>()
    for (const id of ids) {
      const column = this.columnOf(at, id)
      const isHere = this.#loading[at]?.has(id) || this.#of?.history[at]?.columns.has(id)
      if (!column || column.events || isHere || this.#delivered.has(nameOf(column))) continue
      byDelivery.set(column.delivery, [...(byDelivery.get(column.delivery) ?? []), column.index])
    }
    for (const [delivery, indexes] of byDelivery) {
      const read = this.#reader.columns(delivery, indexes)
      for (const [place, index] of indexes.entries()) {
        const column = read.then((columns) => columns[place] as Column)
        this.#delivered.set(nameOf({ delivery, index }), column)
      }
    }
  }

  async #bring(at: number, column: ManifestColumn): Promise<void> {
    const snapshot = this.#snapshot(at)
    const shared = this.#of?.history[at]?.columns.get(column.id)
    if (shared) return void snapshot.columns.set(column.id, shared)
    if (column.events) {
      const made = await this.#events.made(column.events, column.index, snapshot)
      return void snapshot.columns.set(column.id, made)
    }
    const delivered = await this.#read(column)
    const rows = rowsOf(snapshot.accounts, this.#accountsOf(column.delivery))
    snapshot.columns.set(column.id, rows ? gather(delivered, rows) : delivered)
  }

  #read(column: ManifestColumn): Promise<Column> {
    const name = nameOf(column)
    const known = this.#delivered.get(name)
    if (known) return known
    const read = this.#reader
      .columns(column.delivery, [column.index])
      .then(([only]) => only as Column)
    this.#delivered.set(name, read)
    return read
  }

  #accountsOf(id: DeliveryId): Uint32Array {
    return this.#accounts.get(id) ?? new Uint32Array(0)
  }
}

const nameOf = ({ delivery, index }: Pick<ManifestColumn, 'delivery' | 'index'>): string =>
  `${delivery} ${index}`

const toDelivered = (record: DeliveredRecord): Delivered => ({
  id: record.id,
  source: record.source,
  day: record.day,
  columns: record.columns.map(({ id, header, type, index }) => ({
    id,
    label: header.trim() === '' ? id : headerLabel(header),
    type,
    index,
  })),
  ...madeBy(record),
  ...(record.resummedAt === undefined ? {} : { resummedAt: record.resummedAt }),
})

function madeBy(record: DeliveredRecord): Pick<Delivered, 'made'> {
  const { events } = record.plan
  if (!events) return {}
  const made = events.columns.map((column) => ({
    id: column.id,
    label: column.label,
    type: eventTypeOf(record, column),
  }))
  return { made }
}
