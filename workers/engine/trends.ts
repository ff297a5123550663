import { figuresOf } from '../../src/core/view/figures.ts'
import type { Trends } from '../protocol/trends.ts'
import type { OpenWorkspace } from './open-workspace.ts'

/** Every snapshot as recorded. Bands are matched by id: one that today's configuration does not have counts nowhere. */
export async function trendsOf(open: OpenWorkspace): Promise<Trends> {
  const ids = open.configuration?.bands.map(({ id }) => id) ?? []
  const points = []
  for (const { day } of open.portfolio.manifests) {
    const recorded = await open.recorded.on(day)
    if (!recorded) continue
    const figures = figuresOf(
      recorded,
      recorded.bandIds.map(() => false),
      null,
    )
    points.push({
      day,
      accounts: figures.accounts,
      average: figures.average,
      bands: ids.map((id) => figures.counts[recorded.bandIds.indexOf(id)] ?? 0),
      notScored: figures.notScored,
      configurationVersion: recorded.configurationVersion,
    })
  }
  return { points }
}
