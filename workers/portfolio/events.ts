import type { Day, DeliveryId } from '../../src/core/brand.ts'
import { NO_ACCOUNT } from '../../src/core/history/presence.ts'
import { aggregate, type EventRows } from '../../src/core/source/aggregate.ts'
import {
  ANY_WAY,
  columnsReadBy,
  madeType,
  OPEN_WAY,
  type EventColumn,
  type EventPlan,
} from '../../src/core/source/event-plan.ts'
import { liveRows } from '../../src/core/source/live-events.ts'
import type { ReadingPlan } from '../../src/core/source/plan.ts'
import type { Column, ColumnType } from '../../src/core/table/column.ts'
import { textsOf } from '../../src/core/table/texts.ts'
import type { ColumnReader, DeliveredRecord } from './portfolio.ts'

type EventRecord = DeliveredRecord & { readonly plan: ReadingPlan & { readonly events: EventPlan } }

const isEvents = (record: DeliveredRecord): record is EventRecord =>
  record.plan.events !== undefined

export const eventTypeOf = (record: DeliveredRecord, column: EventColumn): ColumnType =>
  madeType(column, (id) => record.columns.find((one) => one.id === id)?.type)

/** Sums the rows of event deliveries up to columns of accounts. What was read of a delivery is kept. */
export class EventColumns {
  readonly #records: ReadonlyMap<DeliveryId, EventRecord>
  readonly #reader: ColumnReader
  readonly #columns = new Map<string, Promise<Column | null>>()
  readonly #accounts = new Map<DeliveryId, Promise<Uint32Array>>()
  readonly #live = new Map<string, Promise<readonly Uint8Array[]>>()

  constructor(records: readonly DeliveredRecord[], reader: ColumnReader) {
    this.#records = new Map(records.filter(isEvents).map((record) => [record.id, record]))
    this.#reader = reader
  }

  /** The column that stands at `index` among those that the newest of these deliveries makes. */
  async made(
    deliveries: readonly DeliveryId[],
    index: number,
    { day, accounts }: { readonly day: Day; readonly accounts: Uint32Array },
  ): Promise<Column> {
    const records = deliveries.flatMap((id) => this.#records.get(id) ?? [])
    const newest = records.at(-1) as EventRecord
    const column = newest.plan.events.columns[index] as EventColumn
    const live = await this.#liveOf(records)
    const read = [...(column.from === null ? [] : [column.from]), ...columnsReadBy(column.where)]
    const rows = records.map((record, at) => this.#rowsOf(record, live[at] as Uint8Array, read))
    return aggregate(column, await Promise.all(rows), {
      day,
      accounts,
      type: eventTypeOf(newest, column),
    })
  }

  async #rowsOf(record: EventRecord, live: Uint8Array, ids: readonly string[]): Promise<EventRows> {
    const read = await Promise.all(
      ids.map(async (id) => [id, await this.#column(record, id)] as const),
    )
    const columns = new Map(read.flatMap(([id, column]) => (column ? [[id, column] as const] : [])))
    return {
      accounts: await this.#accountsOf(record),
      days: await this.#daysOf(record),
      live,
      columns,
    }
  }

  async #daysOf(record: EventRecord): Promise<Int32Array | null> {
    const { date } = record.plan.events
    const column = date === null ? null : await this.#column(record, date)
    return column?.type === 'date' ? column.values : null
  }

  #liveOf(records: readonly EventRecord[]): Promise<readonly Uint8Array[]> {
    const name = records.map(({ id }) => id).join()
    const known = this.#live.get(name)
    if (known) return known
    const live = Promise.all(records.map((record) => this.#datedRows(record))).then(liveRows)
    this.#live.set(name, live)
    return live
  }

  async #datedRows(record: EventRecord) {
    const { id } = record.plan.events
    const ids = id === null ? null : await this.#column(record, id)
    const { length: rows } = await this.#ownAccounts(record)
    return { rows, ids: ids && textsOf(ids), days: await this.#daysOf(record) }
  }

  #column(record: EventRecord, id: string): Promise<Column | null> {
    const name = `${record.id} ${id}`
    const known = this.#columns.get(name)
    if (known) return known
    const index = record.columns.find((column) => column.id === id)?.index
    const read =
      index === undefined
        ? Promise.resolve(null)
        : this.#reader.columns(record.id, [index]).then(([column]) => column ?? null)
    this.#columns.set(name, read)
    return read
  }

  /** The account of every row; NO_ACCOUNT where it names none that is known. */
  accountsOf(delivery: DeliveryId): Promise<Uint32Array> {
    const record = this.#records.get(delivery)
    return record ? this.#accountsOf(record) : Promise.resolve(new Uint32Array(0))
  }

  #accountsOf(record: EventRecord): Promise<Uint32Array> {
    const known = this.#accounts.get(record.id)
    if (known) return known
    const { through } = record.plan.events
    const asked = through === null ? this.#ownAccounts(record) : this.#accountsBy(record)
    this.#accounts.set(record.id, asked)
    return asked
  }

  async #ownAccounts(record: EventRecord): Promise<Uint32Array> {
    const [accounts] = await this.#reader.accounts([record.id])
    return accounts ?? new Uint32Array(0)
  }

  /** By way of the rows of another source, which know their accounts: the newest one that bears the id. */
  async #accountsBy(record: EventRecord): Promise<Uint32Array> {
    const accountOf = new Map<string, number>()
    for (const other of this.#waysOf(record)) {
      const { id } = other.plan.events
      // Sources that name each other's rows know no accounts, and would wait for one another.
      if (id === null || this.#leadsTo(other, record.source)) continue
      const [ids, accounts] = [await this.#column(other, id), await this.#accountsOf(other)]
      if (ids) textsOf(ids).forEach((text, row) => accountOf.set(text, accounts[row] as number))
    }
    const named = keyColumn(record)
    const keys = named === null ? null : await this.#column(record, named)
    return Uint32Array.from(keys ? textsOf(keys) : [], (text) => accountOf.get(text) ?? NO_ACCOUNT)
  }

  /** The deliveries of other sources whose rows it names, where it names no accounts. */
  #waysOf(record: EventRecord): readonly EventRecord[] {
    const { through } = record.plan.events
    if (through === null) return []
    const isAny = through === ANY_WAY || through === OPEN_WAY
    const named = keyColumn(record)
    return [...this.#records.values()].filter(
      ({ source, plan }) =>
        source !== record.source && (isAny ? plan.events.id === named : source === through),
    )
  }

  #leadsTo(record: EventRecord, source: string, passed = new Set<string>()): boolean {
    if (record.source === source) return true
    if (passed.has(record.source)) return false
    passed.add(record.source)
    return this.#waysOf(record).some((other) => this.#leadsTo(other, source, passed))
  }
}

/** Of which a row names an account, or a row of another source. */
function keyColumn({ plan: { key, columns } }: EventRecord): string | null {
  if (key.by !== 'column') return null
  return columns.find(({ index }) => index === key.index)?.id ?? null
}
