import { monthlyBeyondAYear, type Thinning } from '../../src/core/history/thinning.ts'
import { Portfolio } from '../portfolio/portfolio.ts'
import type { ThinningPlan } from '../protocol/data.ts'
import type { OpenWorkspace } from './open-workspace.ts'

/** What thinning would take away. Where a snapshot that stays would have other accounts then, it takes nothing. */
export async function thinningOf(open: OpenWorkspace): Promise<Thinning> {
  const thinning = monthlyBeyondAYear(open.portfolio.manifests, open.deliveries)
  const isSafe = thinning.deliveries.length === 0 || (await leavesOthers(open, thinning))
  return isSafe ? thinning : { days: [], deliveries: [] }
}

export async function thinningPlanOf(open: OpenWorkspace): Promise<ThinningPlan> {
  const { days, deliveries } = await thinningOf(open)
  const gone = open.deliveries.filter(({ id }) => deliveries.includes(id))
  return {
    snapshots: days.length,
    of: open.portfolio.manifests.length,
    bytes: gone.reduce((sum, { storedBytes }) => sum + storedBytes, 0),
    oldest: days[0] ?? null,
    newest: days.at(-1) ?? null,
  }
}

/** An older roster says who has left: without it an account may be back by what another source still says. */
async function leavesOthers(open: OpenWorkspace, { deliveries }: Thinning): Promise<boolean> {
  const { portfolio } = open
  const left = open.deliveries.filter(({ id }) => !deliveries.includes(id))
  const after = await Portfolio.load(left, portfolio.reader)
  return after.history.every(({ day, accounts }) => {
    const before = portfolio.history[portfolio.at(day)]?.accounts
    return before?.length === accounts.length && accounts.every((one, i) => before[i] === one)
  })
}
