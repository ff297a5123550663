import type { Configuration } from '../../src/core/model/configuration.ts'
import { columnsNeededAt } from '../../src/core/score/needs.ts'
import type { Portfolio } from './portfolio.ts'

/**
 * What the scores of a snapshot are made of under a configuration: the days that are read, and the deliveries that each of them sees.
 * As long as it is the same, so are the scores.
 */
export function inputsOf(portfolio: Portfolio, configuration: Configuration, at: number): string {
  const places = columnsNeededAt(configuration, portfolio.history, at).keys()
  return [...places]
    .sort((a, b) => a - b)
    .map((place) => {
      const { day, deliveries, earlierRosters } = portfolio.manifests[place]!
      return `${day}:${deliveries.join(',')}/${earlierRosters.join(',')}`
    })
    .join(' ')
}
