import { toDay } from '../../src/core/brand.ts'
import { sampleDeliveries } from '../../src/sample/deliveries.ts'
import type { Store } from '../../src/store/database.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import { inspectFile } from './inspect.ts'
import { NOTHING_KNOWN } from './memory.ts'
import { reviewStaged } from './review.ts'
import { stageFile } from './stage.ts'

/** More of them make no difference to the file that follows. */
const MONTHS = 4

/** Reads and reviews some months of the sample and stores nothing, so that the compiler knows the way before a file comes. */
export async function warmUp(signal: AbortSignal): Promise<void> {
  const memory = { ...NOTHING_KNOWN, workspace: null }
  for (const { fileName, csv } of sampleDeliveries().slice(0, MONTHS)) {
    if (signal.aborted) return
    const file = new File([csv], fileName, { type: 'text/csv' })
    const { plan, roles } = orThrow(
      await inspectFile(file, { workspace: null, today: toDay(0) }, memory),
    )
    const sha256 = Promise.resolve('')
    const staging = { file, sha256, plan, roles, memory, onProgress: () => {}, signal }
    const staged = orThrow(await stageFile(staging))
    await reviewStaged({ staged, roles, store: NO_STORE, memory })
  }
}

/** Nothing is asked of it where no workspace is known. */
const NO_STORE = {} as Store
