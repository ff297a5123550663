import { toDay } from '../../src/core/brand.ts'
import { sampleDeliveries, type SampleDelivery } from '../../src/sample/deliveries.ts'
import type { Store } from '../../src/store/database.ts'
import { HeldFile } from '../held-file.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import { inspectFile } from './inspect.ts'
import { NOTHING_KNOWN } from './memory.ts'
import { reviewStaged } from './review.ts'
import { numberRows } from './roster.ts'
import { stageFile } from './stage.ts'

const MONTHS = 2
/** Enough for the compiler to see what is worth its time. It has what is called again at hand, not what looped long once; and a file that comes meanwhile waits for one of them. */
const LONG_ROWS = 6_000
const TIMES = 6

/** Reads and reviews some months of the sample and stores nothing, so that the compiler knows the way before a file comes. */
export async function warmUp(signal: AbortSignal): Promise<void> {
  moveAway()
  const memory = { ...NOTHING_KNOWN, workspace: null }
  const months = sampleDeliveries().slice(0, MONTHS)
  const long = months.map(lengthened)
  for (const { fileName, csv } of [
    ...months,
    ...Array.from({ length: TIMES }, () => long).flat(),
  ]) {
    if (signal.aborted) return
    const file = new File([csv], fileName, { type: 'text/csv' })
    const source = new HeldFile(file)
    const hints = { workspace: null, today: toDay(0) }
    const { plan, roles } = orThrow(await inspectFile(file, hints, memory, source))
    const sha256 = Promise.resolve('')
    const staging = { file, source, sha256, plan, roles, memory, onProgress: () => {}, signal }
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

/** When the first buffer of a kind is moved away V8 lets go all code that was compiled for arrays of that kind, so that it would be compiled again in the middle of an import. */
function moveAway(): void {
  const arrays = [Float64Array, Uint8Array, Uint16Array, Uint32Array, Int32Array].map(
    (Kind) => new Kind(1),
  )
  structuredClone(arrays, { transfer: arrays.map(({ buffer }) => buffer) })
}

/** The same accounts again and again, under other keys: those stand first in a row. In ASCII, as most files are. */
function lengthened({ fileName, csv }: SampleDelivery): Pick<SampleDelivery, 'fileName' | 'csv'> {
  const [header = '', ...rows] = csv
    .replace(/[^\0-\x7f]/g, '?')
    .trimEnd()
    .split('\r\n')
  const times = Math.ceil(LONG_ROWS / rows.length)
  const all = Array.from({ length: times }, (_, time) => rows.map((row) => `${time}-${row}`))
  return { fileName, csv: [header, ...all.flat()].join('\r\n') }
}

/** Nothing is asked of it where no workspace is known. */
const NO_STORE = {} as Store
