// What src/store itself takes, in a worker of the browser.
import { toDay, toWorkspaceId } from '../../../src/core/brand.ts'
import type { Problem, Result } from '../../../src/core/problem.ts'
import type { Column } from '../../../src/core/table/column.ts'
import type { RawText } from '../../../src/core/table/raw-text.ts'
import { plainSpelling } from '../../../src/core/table/value/spelling.ts'
import { restoreBackup } from '../../../src/store/backup/restore.ts'
import { writeBackup } from '../../../src/store/backup/write.ts'
import { openStore, type Store } from '../../../src/store/database.ts'
import { listDeliveries, readColumns, usedBytes } from '../../../src/store/deliveries.ts'
import { readKeys } from '../../../src/store/keys.ts'
import { publishDelivery } from '../../../src/store/publish.ts'
import type { StoredColumn } from '../../../src/store/records.ts'
import { stageDelivery, type NewDelivery, type NewPart } from '../../../src/store/stage.ts'
import { createWorkspace, eraseEverything } from '../../../src/store/workspaces.ts'

interface TypedTable {
  readonly csv: string
  readonly cells: readonly (readonly string[])[]
  readonly typed: readonly Column[]
  readonly exceptions: readonly ({ rows: Uint32Array | null; texts: never } | null)[]
}

const workspace = toWorkspaceId('bench')
const at = '2026-03-01T12:00:00.000Z'

/** Stages and publishes a snapshot as an import does. Gives the milliseconds of each. */
export async function save(table: TypedTable, snapshot: number): Promise<number> {
  const store = await open()
  if (snapshot === 0)
    valueOf(
      await createWorkspace(store, {
        id: workspace,
        name: 'Bench',
        kind: 'own',
        createdAt: at,
        state: 'ready',
      }),
    )
  const keys = snapshot === 0 ? (table.cells[0] ?? []) : []
  const start = performance.now()
  const delivery = valueOf(await stageDelivery(store, newDelivery(table, snapshot), partsOf(table)))
  const from = snapshot === 0 ? 0 : (table.cells[0]?.length ?? 0)
  valueOf(
    await publishDelivery(store, {
      workspace,
      delivery,
      at,
      keys: { from, added: keys },
      configuration: null,
      plan: planOf(snapshot),
      types: new Map(),
    }),
  )
  const time = performance.now() - start
  store.close()
  return time
}

/** What a visit reads: the list, the keys, and four columns of each snapshot. */
export async function visit() {
  const store = await open()
  const deliveries = await timed(() => listDeliveries(store, workspace))
  const keys = await timed(() => readKeys(store, workspace))
  const four = []
  const all = []
  for (const { id } of deliveries.value) {
    all.push(
      (
        await timed(() =>
          readColumns(
            store,
            workspace,
            id,
            Array.from({ length: 20 }, (_, i) => i),
          ),
        )
      ).time,
    )
    four.push((await timed(() => readColumns(store, workspace, id, [2, 10, 13, 18]))).time)
  }
  const bytes = valueOf(await usedBytes(store))
  store.close()
  return { list: deliveries.time, keys: keys.time, all, four, bytes }
}

/** Backs up, restores beside it, and backs that up: equal hashes. */
export async function backUp() {
  const store = await open()
  const written = await timed(() => writeBackup(store, workspace, at))
  const copy = toWorkspaceId('copy')
  const restored = await timed(() => restoreBackup(store, written.value.blob, { id: copy, at }))
  const again = valueOf(await writeBackup(store, copy, at))
  if (again.hash !== written.value.hash) throw new Error('the restored workspace differs')
  valueOf(await eraseEverything(store))
  return { write: written.time, restore: restored.time, bytes: written.value.blob.size }
}

const open = async (): Promise<Store> => valueOf(await openStore({ onClosed: () => {} }))

function partsOf({ typed, exceptions }: TypedTable): NewPart[] {
  const rows = typed.length
    ? (typed[1] as Extract<Column, { type: 'text' }>).words.offsets.length - 1
    : 0
  const accounts = Uint32Array.from({ length: rows }, (_, row) => row)
  const lines = accounts.map((row) => row + 2)
  return [
    ['accounts', accounts],
    ['lines', lines],
    ...typed.map((column, index) => [`column:${index}`, column] as NewPart),
    ...exceptions.map((exception, index) => [`raw:${index}`, toRaw(exception)] as NewPart),
  ]
}

function toRaw(exception: TypedTable['exceptions'][number]): RawText {
  const spelling = plainSpelling(null)
  if (!exception) return { kind: 'same', spelling }
  if (!exception.rows) return { kind: 'texts', texts: exception.texts }
  return { kind: 'except', spelling, rows: exception.rows, words: exception.texts }
}

const planOf = (snapshot: number) => ({
  source: 'accounts',
  sourceName: 'Accounts',
  day: toDay(20_500 + snapshot * 30),
  dialect: { encoding: 'utf-8', delimiter: ',', quote: '"', headerLine: 1, skippedLines: 0 },
  key: { by: 'column', index: 0, rule: 'exact' } as const,
  columns: [],
})

function newDelivery({ csv, typed, cells }: TypedTable, snapshot: number): NewDelivery {
  const plan = planOf(snapshot)
  const rows = cells[0]?.length ?? 0
  const columns = typed.map(({ type }, index): StoredColumn => ({
    index,
    id: `c${index}`,
    header: `C ${index}`,
    type,
    present: rows,
    unreadable: 0,
    raw: 'same',
  }))
  return {
    workspace,
    fileName: 'accounts.csv',
    bytes: csv.length,
    sha256: '',
    importedAt: at,
    day: plan.day,
    source: plan.source,
    sourceName: plan.sourceName,
    grain: 'account',
    plan,
    rows: { rows, accepted: rows, merged: 0, rejected: 0 },
    problems: [],
    problemCount: 0,
    tableRows: rows,
    columns,
  }
}

async function timed<T>(task: () => Promise<Result<T>>): Promise<{ value: T; time: number }> {
  const start = performance.now()
  const value = valueOf(await task())
  return { value, time: performance.now() - start }
}

function valueOf<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}
