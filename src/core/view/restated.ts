import { riskBands } from '../model/bands.ts'
import type { Configuration } from '../model/configuration.ts'
import type { RestatedSnapshot } from '../score/restate.ts'
import { figuresOf, type PortfolioFigures } from './figures.ts'

/** A snapshot that was scored again, in the figures of its day. */
export const restatedFigures = (
  restated: RestatedSnapshot,
  configuration: Configuration,
): PortfolioFigures => figuresOf(restated, riskBands(configuration), restated.values)
