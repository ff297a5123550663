import type { Snapshot } from '../../../src/core/history/snapshot.ts'
import type { Configuration } from '../../../src/core/model/configuration.ts'
import type {
  ChangeExplanation,
  ChangeRow,
} from '../../../src/core/score/explain/change-explanation.ts'
import { explainChange } from '../../../src/core/score/explain/explain-change.ts'
import { createScorer } from '../../../src/core/score/scorer.ts'
import type { Columns } from '../formula/build.ts'
import { DAY, snapshot } from './build.ts'

const THEN = '2025-12-31'

/** Account 0, unless others are given by key. */
export const twice = (then: Columns, now: Columns): Snapshot[] => [
  snapshot(THEN, then),
  snapshot(DAY, now),
]

interface Sides {
  readonly rows?: readonly [number, number]
  readonly overrides?: readonly [number | null, number | null]
}

export function explained(
  configurations: Configuration | readonly [Configuration, Configuration],
  history: Snapshot[],
  { rows = [0, 0], overrides = [null, null] }: Sides = {},
): ChangeExplanation {
  const [then, now] = 'models' in configurations ? [configurations, configurations] : configurations
  const before = createScorer(then, history)
  const after = then === now ? before : createScorer(now, history)
  return explainChange(
    { scorer: before, at: 0, row: rows[0], override: overrides[0] },
    { scorer: after, at: 1, row: rows[1], override: overrides[1] },
  )
}

export const round = (value: number): number => Math.round(value * 1e6) / 1e6 + 0
const labelOf = (row: ChangeRow): string => (row.kind === 'factor' ? row.factor.id : row.kind)

/** `label exact printed` of every row. */
export const rowsOf = ({ rows }: ChangeExplanation) =>
  rows.map((row) => [labelOf(row), round(row.points.exact), row.points.printed])
