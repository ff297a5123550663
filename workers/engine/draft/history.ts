import { riskBands } from '../../../src/core/model/bands.ts'
import type { Configuration } from '../../../src/core/model/configuration.ts'
import { figuresOf } from '../../../src/core/view/figures.ts'
import { restateSnapshots } from '../../portfolio/restate-snapshots.ts'
import type { EffectHistory, JudgedPortfolio } from '../../protocol/draft.ts'
import type { OpenWorkspace } from '../open-workspace.ts'

/** Every snapshot under both configurations; without one in force there is nothing before. */
export async function effectHistory(
  open: OpenWorkspace,
  configurations: { readonly before: Configuration | null; readonly after: Configuration },
): Promise<EffectHistory> {
  const earlier = configurations.before ?? open.configuration
  const before = earlier ? await judgeAll(open, earlier) : new Map<number, JudgedPortfolio>()
  const after = await judgeAll(open, configurations.after)
  const points = open.portfolio.history.map(({ day }, at) => ({
    day,
    before: before.get(at) ?? null,
    after: after.get(at) as JudgedPortfolio,
  }))
  return { points }
}

async function judgeAll(
  { portfolio }: OpenWorkspace,
  configuration: Configuration,
): Promise<Map<number, JudgedPortfolio>> {
  const risk = riskBands(configuration)
  const judged = new Map<number, JudgedPortfolio>()
  const all = new Set(portfolio.history.keys())
  await restateSnapshots(portfolio, configuration, all, (restated) => {
    const { accounts, average, valueAtRisk, counts, values } = figuresOf(
      restated,
      risk,
      restated.values,
    )
    judged.set(restated.at, { accounts, average, valueAtRisk, counts, values })
  })
  return judged
}
