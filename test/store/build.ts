import { onTestFinished } from 'vitest'
import { toDay, toWorkspaceId, type Day, type WorkspaceId } from '../../src/core/brand.ts'
import type { Closing, Problem, Result } from '../../src/core/problem.ts'
import { NO_ACCOUNT } from '../../src/core/history/presence.ts'
import type { ReadingPlan } from '../../src/core/source/plan.ts'
import { packText } from '../../src/core/table/packed-text.ts'
import { plainSpelling } from '../../src/core/table/value/spelling.ts'
import { openStore, TABLE_NAMES, type Store } from '../../src/store/database.ts'
import { readKeys } from '../../src/store/keys.ts'
import { publishDelivery } from '../../src/store/publish.ts'
import type { DeliveryRecord } from '../../src/store/records.ts'
import { stageDelivery, type NewDelivery, type NewPart } from '../../src/store/stage.ts'
import { createWorkspace } from '../../src/store/workspaces.ts'

export const NOON = '2026-03-01T12:00:00.000Z'
export const march = toDay(20_513)
export const april = toDay(20_544)
export const acme = toWorkspaceId('acme')
export const other = toWorkspaceId('other')

let databases = 0

/** A database of its own for each test; the same name again is another tab, or a later visit. */
export async function open(
  name = `hale-test-${++databases}`,
  onClosed: (closing: Closing) => void = () => {},
): Promise<Store> {
  const store = valueOf(await openStore({ name, onClosed }))
  onTestFinished(() => store.close())
  return store
}

export async function withWorkspace(id: WorkspaceId = acme): Promise<Store> {
  const store = await open()
  await addWorkspace(store, id)
  return store
}

export const addWorkspace = async (
  store: Store,
  id: WorkspaceId,
  state: 'staged' | 'ready' = 'ready',
) =>
  valueOf(
    await createWorkspace(store, {
      id,
      name: `Workspace ${id}`,
      kind: 'own',
      createdAt: NOON,
      state,
    }),
  )

/** A file of three rows, one of them rejected, with the values that are easily lost. */
export const parts: readonly NewPart[] = [
  ['accounts', Uint32Array.of(0, NO_ACCOUNT, 1)],
  ['lines', Uint32Array.of(2, 3, 4)],
  ['column:0', { type: 'text', words: packText(['00123', '', '__proto__']), codes: null }],
  ['column:1', { type: 'number', values: Float64Array.of(-0, NaN, 1e308) }],
  ['column:2', { type: 'date', values: Int32Array.of(20_513, -0x80000000, -1) }],
  ['column:3', { type: 'boolean', values: Uint8Array.of(1, 2, 0) }],
  [
    'column:4',
    { type: 'text', words: packText(['', 'Größe', '$u8 1']), codes: Uint16Array.of(1, 0, 2) },
  ],
  [
    'raw:1',
    {
      kind: 'except',
      spelling: plainSpelling(2),
      rows: Uint32Array.of(1),
      words: packText(['n/a']),
    },
  ],
  [
    'raw:2',
    { kind: 'same', spelling: { type: 'date', order: 'dmy', mark: '/', isPadded: true, tail: '' } },
  ],
  ['problems', [{ code: 'no-key', line: 3, column: 'id' }]],
]

export const plan: ReadingPlan = {
  source: 'crm',
  sourceName: 'CRM',
  day: march,
  dialect: { encoding: 'utf-8', delimiter: ',', quote: '"', headerLine: 1, skippedLines: 0 },
  key: { by: 'column', index: 0, rule: 'exact' },
  columns: [
    { index: 0, header: 'id', id: 'id', ignore: false, type: null, format: {}, missing: null },
  ],
}

export const newDelivery = (
  workspace: WorkspaceId,
  changes: Partial<NewDelivery> = {},
): NewDelivery => ({
  workspace,
  fileName: 'accounts.csv',
  bytes: 64,
  sha256: 'ab'.repeat(32),
  importedAt: NOON,
  day: march,
  source: 'crm',
  sourceName: 'CRM',
  grain: 'account',
  plan,
  rows: { rows: 3, accepted: 2, merged: 0, rejected: 1 },
  problems: [{ code: 'no-key', line: 3, column: 'id' }],
  problemCount: 1,
  tableRows: 3,
  columns: [
    { index: 1, id: 'arr', header: 'ARR', type: 'number', present: 2, unreadable: 0, raw: 'same' },
  ],
  ...changes,
})

interface Import extends Partial<NewDelivery> {
  readonly keys?: readonly string[]
  readonly at?: string
}

/** Stages a delivery and publishes it. */
export async function importFile(
  store: Store,
  workspace: WorkspaceId,
  { keys = [], at = NOON, ...changes }: Import = {},
): Promise<DeliveryRecord> {
  const delivery = valueOf(await stageDelivery(store, newDelivery(workspace, changes), parts))
  const from = valueOf(await readKeys(store, workspace)).length
  const added = { from, added: keys }
  return valueOf(
    await publishDelivery(store, {
      workspace,
      delivery,
      at,
      keys: added,
      configuration: null,
      plan,
      types: new Map(),
    }),
  )
}

export const configuration = (name: string) => ({
  name,
  note: `${name}, because`,
  hash: `hash of ${name}`,
  text: `{"name":"${name}"}`,
})

/** Everything that lies in the database. */
export async function contentOf(store: Store): Promise<Record<string, readonly unknown[]>> {
  const tables = TABLE_NAMES.map(async (name) => [name, await store.table(name).toArray()] as const)
  return Object.fromEntries(await Promise.all(tables))
}

/** How many records lie in each table that is not empty. */
export async function countsOf(store: Store): Promise<Record<string, number>> {
  const tables = Object.entries(await contentOf(store)).filter(([, records]) => records.length > 0)
  return Object.fromEntries(tables.map(([name, records]) => [name, records.length]))
}

/** The next record that goes into a table meets a full disk. */
export function fillDiskAt(store: Store, table: (typeof TABLE_NAMES)[number]): void {
  const quota = new DOMException('full', 'QuotaExceededError')
  store.table(table).hook('creating', () => {
    throw quota
  })
}

export function valueOf<T, P = Problem>(result: Result<T, P>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

/** Two accounts' scores, the second one not scored. */
export const scores = (day: Day, configurationVersion = 1) => ({
  day,
  configurationVersion,
  configurationHash: `hash ${configurationVersion}`,
  accounts: Uint32Array.of(0, 1),
  shown: Float64Array.of(81.5, NaN),
  included: Uint8Array.of(1, 1),
  bands: Uint8Array.of(2, 255),
  bandIds: ['red', 'yellow', 'green'],
  coverages: { values: Float64Array.of(1, 0), codes: Uint8Array.of(0, 1) },
  inputs: '20513: 1',
})

/** One lock, as navigator.locks gives it. */
export function fakeLocks(): Pick<LockManager, 'request'> {
  let isHeld = false
  const request = async (
    _name: string,
    _options: unknown,
    task: (lock: Lock | null) => unknown,
  ) => {
    if (isHeld) return task(null)
    isHeld = true
    try {
      return await task({ name: 'lock', mode: 'exclusive' })
    } finally {
      isHeld = false
    }
  }
  return { request } as Pick<LockManager, 'request'>
}
