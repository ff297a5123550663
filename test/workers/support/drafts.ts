import type { Configuration } from '../../../src/core/model/configuration.ts'
import type { Effect, EffectAnswer, EffectQuestion } from '../../../workers/protocol/draft.ts'
import type { Engine } from '../../../workers/protocol/engine.ts'
import {
  configuration,
  day,
  february,
  importFile,
  january,
  value,
  withConfiguration,
} from './workspace.ts'

export const JANUARY = day('2026-01-31')

/** The upper band starts elsewhere. */
export const withBand = (from: number): Configuration => ({
  ...configuration,
  bands: [configuration.bands[0]!, { ...configuration.bands[1]!, from }],
})

/** An engine with two months of accounts, asked about drafts. */
export async function withAccounts() {
  const open = await withConfiguration()
  await importFile(january, open.opened.workspace)
  await importFile(february, open.opened.workspace)
  await open.engine.open(null)
  const engine = open.engine as unknown as Engine
  const ask = async (change: Partial<EffectQuestion>): Promise<EffectAnswer> =>
    value(
      await engine.draft('effect', {
        day: JANUARY,
        before: null,
        after: configuration,
        watched: null,
        focus: null,
        attribute: null,
        ...change,
      }),
    )
  const effect = async (change: Partial<EffectQuestion>): Promise<Effect> => {
    const answer = await ask(change)
    if (!answer.loads || !answer.effect) throw new Error(JSON.stringify(answer))
    return answer.effect
  }
  return { ...open, engine, ask, effect }
}
