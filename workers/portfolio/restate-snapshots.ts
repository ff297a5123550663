import type { Configuration } from '../../src/core/model/configuration.ts'
import { restate, type RestatedSnapshot, type RestateStep } from '../../src/core/score/restate.ts'
import type { Portfolio } from './portfolio.ts'

/** Scores the wanted snapshots, oldest first, in columns of their own, each let go as soon as no later step reads it. */
export async function restateSnapshots(
  portfolio: Portfolio,
  configuration: Configuration,
  wanted: ReadonlySet<number>,
  done: (restated: RestatedSnapshot) => void,
): Promise<void> {
  const own = portfolio.apart()
  const steps = [...restate(configuration, own.history)]
  const bring = (step: RestateStep | undefined) =>
    Promise.all([...(step?.needed ?? [])].map(([place, ids]) => own.load(place, ids)))
  let brought = bring(steps.find(({ at }) => wanted.has(at)))
  for (const { at, released, score } of steps) {
    if (wanted.has(at)) {
      await brought
      // The store reads the next one while this one is scored.
      brought = bring(steps.find((step) => step.at > at && wanted.has(step.at)))
      done(score())
    }
    for (const [place, ids] of released) own.release(place, ids)
  }
}
