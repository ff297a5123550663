import Papa from 'papaparse'
import { toDay, toWorkspaceId } from '../../../src/core/brand.ts'
import { withTextKey } from '../../../src/core/source/plan.ts'
import { openStore, type Store } from '../../../src/store/database.ts'
import { readKeys } from '../../../src/store/keys.ts'
import { newVersion } from '../../../workers/engine/configurations.ts'
import { inspectFile } from '../../../workers/import/inspect.ts'
import { readMemory, type WorkspaceMemory } from '../../../workers/import/memory.ts'
import { publishStaged } from '../../../workers/import/publish.ts'
import { numberRows } from '../../../workers/import/roster.ts'
import { stageFile, type Staged } from '../../../workers/import/stage.ts'
import { orThrow } from '../../../workers/portfolio/or-throw.ts'
import { readTable } from '../../../workers/read-table.ts'
import { modelWith } from './model.ts'
import { timed } from './timing.ts'

const WORKSPACE = toWorkspaceId('bench')
const NOW = '2026-06-01T12:00:00.000Z'
const TODAY = toDay(20_605)
const DAYS_A_MONTH = 30

export const openedStore = async (): Promise<Store> =>
  orThrow(await openStore({ onClosed: () => {} }))

/** The peer: the same file to arrays of strings, nothing kept. */
export async function parseOnly(file: File): Promise<{ ms: number; rows: number }> {
  let rows = 0
  const ms = await timed(
    () =>
      new Promise((complete, error) =>
        Papa.parse<string[]>(file, {
          chunk: ({ data }) => void (rows += data.length),
          complete,
          error,
          skipEmptyLines: true,
        }),
      ),
  )
  return { ms, rows: rows - 1 }
}

/** Typed columns alone: no keys, no proposal, nothing stored. */
export async function parseIntoColumns(file: File): Promise<number> {
  const plan = withTextKey((await inspected(file)).plan)
  return timed(async () => orThrow(await readTable(file, plan)))
}

/** All that an import knows before it writes. */
export async function stage(file: File): Promise<Staged> {
  const { plan, roles } = await inspected(file)
  const memory = await nothingKnown()
  const sha256 = Promise.resolve('0'.repeat(64))
  return orThrow(await stageFile({ file, sha256, plan, roles, memory, onProgress: () => {} }))
}

const inspected = async (file: File) =>
  orThrow(await inspectFile(file, { workspace: null, today: TODAY }, await nothingKnown()))

async function nothingKnown(): Promise<WorkspaceMemory> {
  const store = await openedStore()
  const memory = await readMemory(store, null)
  store.close()
  return memory
}

/**
 * Writes what was staged as the snapshot of a month, counted from 0, into the app's own database. Gives the milliseconds. The rows are numbered
 * before, as the review does it.
 */
export async function save(staged: Staged, month: number): Promise<number> {
  const store = await openedStore()
  const keys = month === 0 ? [] : orThrow(await readKeys(store, WORKSPACE))
  const numbered = numberRows(staged.roll, keys, staged.plan)
  const configuration = month === 0 ? await newVersion(modelWith(4), 'Bench') : null
  const day = toDay(staged.plan.day + month * DAYS_A_MONTH)
  const dated = { ...staged, plan: { ...staged.plan, day } }
  const ms = await timed(async () =>
    orThrow(
      await publishStaged(dated, {
        store,
        workspace: month === 0 ? null : WORKSPACE,
        numbered,
        configuration,
        now: NOW,
        newId: () => WORKSPACE,
        onProgress: () => {},
      }),
    ),
  )
  store.close()
  return ms
}
