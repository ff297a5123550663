import { toDay } from '../../src/core/brand.ts'
import { sampleDeliveries, type SampleDelivery } from '../../src/sample/deliveries.ts'
import type { Store } from '../../src/store/database.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import { inspectFile } from './inspect.ts'
import { NOTHING_KNOWN } from './memory.ts'
import { reviewStaged } from './review.ts'
import { numberRows } from './roster.ts'
import { stageFile } from './stage.ts'

const MONTHS = 2
/** Enough rows for the compiler to see what is worth its time; the whole takes a moment while nobody waits. */
const LONG_ROWS = 20_000

/** Reads and reviews some months of the sample and stores nothing, so that the compiler knows the way before a file comes. */
export async function warmUp(signal: AbortSignal): Promise<void> {
  const memory = { ...NOTHING_KNOWN, workspace: null }
  const months = sampleDeliveries().slice(0, MONTHS)
  for (const { fileName, csv } of [...months, ...months.map(lengthened)]) {
    if (signal.aborted) return
    const file = new File([csv], fileName, { type: 'text/csv' })
    const { plan, roles } = orThrow(
      await inspectFile(file, { workspace: null, today: toDay(0) }, memory),
    )
    const sha256 = Promise.resolve('')
    const staging = { file, sha256, plan, roles, memory, onProgress: () => {}, signal }
    const staged = orThrow(await stageFile(staging))
    const numbered = numberRows(staged.roll, memory.keys, staged.plan)
    await reviewStaged({
      staged,
      numbered,
      roles,
      guessed: null,
      store: NO_STORE,
      memory,
    })
  }
}

/** The same accounts again and again, under other keys: those stand first in a row. */
function lengthened({ fileName, csv }: SampleDelivery): Pick<SampleDelivery, 'fileName' | 'csv'> {
  const [header = '', ...rows] = csv.trimEnd().split('\r\n')
  const times = Math.ceil(LONG_ROWS / rows.length)
  const all = Array.from({ length: times }, (_, time) => rows.map((row) => `${time}-${row}`))
  return { fileName, csv: [header, ...all.flat()].join('\r\n') }
}

/** Nothing is asked of it where no workspace is known. */
const NO_STORE = {} as Store
