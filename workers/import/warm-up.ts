import { toDay } from '../../src/core/brand.ts'
import { createScorer } from '../../src/core/score/scorer.ts'
import { describeColumn } from '../../src/core/table/profile.ts'
import { sampleDeliveries } from '../../src/sample/deliveries.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import { inspectFile } from './inspect.ts'
import { NOTHING_KNOWN } from './memory.ts'
import { stageFile, type Staged } from './stage.ts'

const MONTHS = 4

/** Reads and scores some months of the sample and stores nothing, so that the compiler knows the way before a file comes. */
export async function warmUp(signal: AbortSignal): Promise<void> {
  const memory = { ...NOTHING_KNOWN, workspace: null }
  for (const { fileName, csv } of sampleDeliveries().slice(0, MONTHS)) {
    const file = new File([csv], fileName, { type: 'text/csv' })
    const hints = { workspace: null, today: toDay(0) }
    const { plan, roles } = orThrow(await inspectFile(file, hints, memory))
    const staging = { file, sha256: '', plan, roles, memory, onProgress: () => {}, signal }
    lookAt(orThrow(await stageFile(staging)))
    if (signal.aborted) return
  }
}

function lookAt({ table, plan, roll, draft: { configuration } }: Staged): void {
  const columns = table.columns.flatMap((typed, place) => {
    const id = plan.columns[place]?.id
    return typed && id !== undefined ? [[id, typed.column] as const] : []
  })
  for (const [, column] of columns) describeColumn(column)
  const accounts = Uint32Array.from(roll.keys.keys())
  const history = [{ day: plan.day, accounts, columns: new Map(columns) }]
  if (configuration) createScorer(configuration, history).sheet(0)
}
