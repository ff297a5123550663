import { describe, expect, it } from 'vitest'
import type { Configuration } from '../../src/core/model/configuration.ts'
import type { ChangeExplanation } from '../../src/core/score/explain/change-explanation.ts'
import { explainAverage } from '../../src/core/score/explain/explain-average.ts'
import { explainChange } from '../../src/core/score/explain/explain-change.ts'
import { createScorer, type Scorer } from '../../src/core/score/scorer.ts'
import { hasShared, withoutShared } from '../shared.ts'
import { readVector, vectorNames } from '../support/vectors.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** Other weights, one exception less, and the first factor of each group of several gone. */
const changed = (configuration: Configuration): Configuration => ({
  ...configuration,
  models: configuration.models.map((model) => ({
    ...model,
    exceptions: model.exceptions?.slice(1) ?? [],
    groups: model.groups.map((group, g) => ({
      ...group,
      weight: group.weight + g + 1,
      factors: group.factors.slice(group.factors.length > 1 ? 1 : 0).map((factor) => ({
        ...factor,
        weight: factor.weight + 1,
      })),
    })),
  })),
})

interface Change {
  readonly before: { readonly scorer: Scorer; readonly at: number }
  readonly after: { readonly scorer: Scorer; readonly at: number }
}

/** From each snapshot to the next, under the configuration of the case and then under a changed one. */
function changesIn(scorer: Scorer): Change[] {
  const other = createScorer(changed(scorer.configuration), scorer.history)
  return scorer.history.slice(1).flatMap((_, at) =>
    [scorer, other].map((after) => ({
      before: { scorer, at },
      after: { scorer: after, at: at + 1 },
    })),
  )
}

function explainAll({ before, after }: Change): ChangeExplanation[] {
  const rows = after.scorer.evaluator.positions(after.at, before.at)
  return Array.from(rows, (row, i) => explainChange({ ...before, row }, { ...after, row: i }))
}

describe.skipIf(!hasShared)(
  `in the cases of the reference${hasShared ? '' : ` (${withoutShared})`}`,
  () => {
    it.each(vectorNames)('%s: every change is the sum of its rows', (name) => {
      const explanations = changesIn(readVector(name).scorer).flatMap(explainAll)
      for (const { change, rows, unsplit } of explanations) {
        if (unsplit || !change) continue
        expect(sum(rows.map(({ points }) => points.exact))).toBeCloseTo(change.exact, 9)
        expect(sum(rows.map(({ points }) => points.printed))).toBeCloseTo(change.printed, 6)
      }
    })

    it.each(vectorNames)('%s: so is the change of the average', (name) => {
      for (const { before, after } of changesIn(readVector(name).scorer)) {
        const { change, rows } = explainAverage({ ...before, rows: null }, { ...after, rows: null })
        const points = rows.map((row) => row.points)
        if (!change || points.includes(null)) continue
        expect(sum(points.map((one) => one!.exact))).toBeCloseTo(change.exact, 9)
        expect(sum(points.map((one) => one!.printed))).toBeCloseTo(change.printed, 6)
      }
    })

    it('there are changes of every kind', () => {
      const all = vectorNames.flatMap((name) =>
        changesIn(readVector(name).scorer).flatMap(explainAll),
      )
      const kinds = new Set(all.flatMap(({ rows }) => rows.map(({ kind }) => kind)))
      expect([...kinds].sort()).toEqual(['exceptions', 'factor', 'missing', 'model'])
    })
  },
)
