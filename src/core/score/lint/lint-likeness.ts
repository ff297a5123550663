import { rankCorrelation, ranksIn, sampleOf } from '../../model/propose/likeness.ts'
import { formatPlace } from '../../model/place.ts'
import type { LintFinding } from './lint-finding.ts'
import type { LintedFactor } from './linted-factor.ts'

/** Beyond this, in either direction, two factors say the same. */
const SAME = 0.98

/** The factors of one model whose scores order the accounts as those of an earlier one do, or the other way round. */
export function sameFactors(factors: readonly LintedFactor[]): LintFinding[] {
  const ranks = factors.map(({ scored, rows }) => ranksIn(scored.scores, sampleOf(rows)))
  return factors.flatMap(({ place }, i) => {
    for (let j = 0; j < i; j++) {
      const correlation = rankCorrelation(ranks[j] as Float64Array, ranks[i] as Float64Array)
      if (!(Math.abs(correlation) > SAME)) continue
      const other = formatPlace(factors[j]!.place)
      return [{ code: 'says-the-same' as const, place: formatPlace(place), other, correlation }]
    }
    return []
  })
}
