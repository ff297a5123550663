import type { Configuration } from '../../../../src/core/model/configuration.ts'
import { lintConfiguration } from '../../../../src/core/score/lint/lint.ts'
import type { LintFinding } from '../../../../src/core/score/lint/lint-finding.ts'
import { createScorer } from '../../../../src/core/score/scorer.ts'
import type { Columns } from '../../formula/build.ts'
import { DAY, numbers, snapshot } from '../build.ts'

export const found = (configuration: Configuration, columns: Columns): LintFinding[] =>
  lintConfiguration(createScorer(configuration, [snapshot(DAY, columns)]), 0)

/** So many values from 0 to 100, in an order of their own for each step. */
export const spread = (count: number, step = 1) =>
  numbers(...Array.from({ length: count }, (_, i) => (((i * step) % count) * 100) / (count - 1)))

/** The first factor of the first model. */
export const PLACE = 'models[0].groups[0].factors[0]'
