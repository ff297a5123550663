import type { Configuration } from '../../src/core/model/configuration.ts'
import { columnsNeededAt } from '../../src/core/score/needs.ts'
import type { Portfolio } from './portfolio.ts'

/**
 * What the scores of a snapshot are made of under a configuration: the days that are read, and the deliveries that each of them sees.
 * As long as it is the same, so are the scores. `also` names columns that are read beside them.
 */
export function inputsOf(
  portfolio: Portfolio,
  configuration: Configuration,
  at: number,
  also: readonly string[] = [],
): string {
  const places = columnsNeededAt(configuration, portfolio.history, at, also).keys()
  return [...places]
    .sort((a, b) => a - b)
    .map((place) => {
      const { day, deliveries, earlierRosters, events, resummedAt } = portfolio.manifests[place]!
      // They tell whom of another source's accounts the roster has dropped.
      const rosters = deliveries.length > 1 ? `/${earlierRosters.join(',')}` : ''
      const added = events.length > 0 ? `+${events.join(',')}` : ''
      const anew = resummedAt ? `~${resummedAt.join(',')}` : ''
      return `${day}:${deliveries.join(',')}${rosters}${added}${anew}`
    })
    .join(' ')
}
