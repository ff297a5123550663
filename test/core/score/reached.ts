import type { Configuration } from '../../../src/core/model/configuration.ts'
import { nextBand, type NextBand } from '../../../src/core/score/reach.ts'
import { createScorer, type Scorer } from '../../../src/core/score/scorer.ts'
import type { Columns } from '../formula/build.ts'
import { DAY, factorOf, simply, snapshot } from './build.ts'

export const scorerOf = (configuration: Configuration, columns: Columns): Scorer =>
  createScorer(configuration, [snapshot(DAY, columns)])

export const nextIn = (configuration: Configuration, columns: Columns, row = 0): NextBand =>
  nextBand(scorerOf(configuration, columns), 0, row)

export const pathsIn = (next: NextBand) => (next.kind === 'open' ? next.paths : [])

/** Three quarters and one. */
export const ab = simply([factorOf('a', { weight: 3 }), factorOf('b')])
