import type { Configuration } from '../../src/core/model/configuration.ts'
import { restate, type RestatedSnapshot } from '../../src/core/score/restate.ts'
import type { Portfolio } from './portfolio.ts'

/** Scores the wanted snapshots, oldest first, in columns of their own, each let go as soon as no later step reads it. */
export async function restateSnapshots(
  portfolio: Portfolio,
  configuration: Configuration,
  wanted: ReadonlySet<number>,
  done: (restated: RestatedSnapshot) => void,
): Promise<void> {
  const own = portfolio.apart()
  for (const { at, needed, released, score } of restate(configuration, own.history)) {
    if (wanted.has(at)) {
      await Promise.all([...needed].map(([place, ids]) => own.load(place, ids)))
      done(score())
    }
    for (const [place, ids] of released) own.release(place, ids)
  }
}
