import type { Results } from '../formula/evaluate.ts'
import { isAfterScoringName } from '../formula/functions.ts'
import { namesReached, namesUsed } from '../formula/names.ts'
import type { Formula } from '../formula/tree.ts'
import { conditionAt, formulaOf, lengthAt, whereTrue, type Scoring } from './scoring.ts'

/** 1 where a flag is raised, in the configuration's order. Accounts that are not scored can have flags too. */
export const flagsAt = (scoring: Scoring, at: number, results: Results): Uint8Array[] =>
  (scoring.configuration.flags ?? []).map(({ when }) => {
    const formula = formulaOf(when)
    if (!looksAtScores(formula)) return conditionAt(scoring, when, at)
    return whereTrue(scoring.evaluator.evaluate(formula, at, results), lengthAt(scoring, at))
  })

/** Whether what the expression says depends on the configuration's models, and not on the data alone. */
function looksAtScores(formula: Formula): boolean {
  const { functions } = namesUsed(formula)
  return (
    [...namesReached(formula)].some(isAfterScoringName) ||
    ['factor', 'group', 'has_flag'].some((name) => functions.has(name))
  )
}
