import { createEngine, spawnEngineWorker } from './bridge/engine.ts'
import { trustOwnWorkers } from './bridge/trusted-types.ts'
import type { Closing } from './core/problem.ts'
import { Sentinel } from './state/sentinel.ts'

// What comes first: where something is stored the engine starts to open it before the page's own code is run, which is on its way meanwhile.

trustOwnWorkers()

export const sentinel = new Sentinel(localStorage, () => new Date().toISOString())

let missed: readonly Closing[] = []
let listener: ((closing: Closing) => void) | null = null

let spawned: Promise<unknown> = Promise.resolve()

export const engine = createEngine({
  opensAhead: sentinel.isRemembering,
  spawnWorker: () => {
    const worker = spawnEngineWorker()
    spawned = worker
    return worker
  },
  onClosed: (closing) => {
    if (listener) listener(closing)
    else missed = [...missed, closing]
  },
})

/** From now on, and what was closed before. */
export function hearClosings(hear: (closing: Closing) => void): void {
  listener = hear
  for (const closing of missed) hear(closing)
  missed = []
}

// What the page evaluates and draws would come before the worker's start, which takes longer.
void spawned.catch(() => {}).then(() => import('./main.ts'))
