import type { Configuration } from '../../../src/core/model/configuration.ts'
import type { EffectHistory } from '../../protocol/draft.ts'
import type { OpenWorkspace } from '../open-workspace.ts'
import { judgeBoth, portfolioOf } from './judge.ts'

/** Every snapshot under both configurations. Between snapshots other questions are answered. */
export async function effectHistory(
  open: OpenWorkspace,
  configurations: { readonly before: Configuration | null; readonly after: Configuration },
): Promise<EffectHistory> {
  const points: EffectHistory['points'][number][] = []
  for (const [at, { day }] of open.portfolio.history.entries()) {
    const { before, after } = await judgeBoth(open, at, configurations)
    points.push({ day, before: portfolioOf(before), after: portfolioOf(after) })
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { points }
}
