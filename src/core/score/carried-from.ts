import type { Day } from '../brand.ts'
import { within } from '../history/as-of.ts'
import { isMissingAt } from '../table/texts.ts'
import type { FactorExplanation } from './explain/explanation.ts'
import type { Scorer } from './scorer.ts'
import { formulaOf } from './scoring.ts'

/** The day of the snapshot that a factor's input was carried from for one account; null where it was not. */
export function carriedFrom(
  { evaluator, history }: Scorer,
  at: number,
  row: number,
  { factor, origin, input }: FactorExplanation,
): Day | null {
  const { missing } = factor
  if (origin !== 'carried' || typeof missing !== 'object' || !('carry' in missing)) return null
  const found = within(history, at, missing.carry).findLast((earlier) => {
    const column = evaluator.evaluate(formulaOf(factor.input), earlier)
    const there = evaluator.positions(at, earlier)[row] ?? -1
    return column.type === input.type && there >= 0 && !isMissingAt(column, there)
  })
  return found === undefined ? null : (history[found]?.day ?? null)
}
