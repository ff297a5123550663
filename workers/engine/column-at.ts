import { createEvaluator, type Evaluator } from '../../src/core/formula/evaluate.ts'
import { isAfterScoringName } from '../../src/core/formula/functions.ts'
import { namesUsed } from '../../src/core/formula/names.ts'
import type { Formula } from '../../src/core/formula/tree.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import { columnsNeededAt, columnsReadBy } from '../../src/core/score/needs.ts'
import { createScorer } from '../../src/core/score/scorer.ts'
import { formulaOf } from '../../src/core/score/scoring.ts'
import type { Column } from '../../src/core/table/column.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'

/** What an expression of filters came to in a snapshot, under the configuration that scored it. What is read for it is let go again. */
export async function columnAt(
  own: Portfolio,
  configuration: Configuration | null,
  formula: Formula,
  place: number,
): Promise<Column> {
  const isScored = configuration !== null && readsScores(formula)
  const needed = [
    ...columnsReadBy(formula, configuration, own.history, place),
    ...(isScored ? columnsNeededAt(configuration, own.history, place) : []),
  ]
  for (const [at, ids] of needed) await own.load(at, ids)
  try {
    if (!isScored) return evaluatorOf(own, configuration).evaluate(formula, place)
    const scorer = createScorer(configuration, own.history)
    return scorer.evaluator.evaluate(formula, place, scorer.results(place))
  } finally {
    for (const [at, ids] of needed) own.release(at, ids)
  }
}

const evaluatorOf = ({ history }: Portfolio, configuration: Configuration | null): Evaluator =>
  createEvaluator({
    history,
    derived: new Map(
      (configuration?.derived ?? []).map(({ id, expression }) => [id, formulaOf(expression)]),
    ),
  })

/** Whether an expression is about scores, of this snapshot or of earlier ones. */
function readsScores(formula: Formula): boolean {
  const { names, overTime, functions } = namesUsed(formula)
  return (
    [...names].some(isAfterScoringName) ||
    overTime.some(({ name }) => isAfterScoringName(name)) ||
    ['factor', 'group', 'has_flag'].some((name) => functions.has(name))
  )
}
