import { asOf } from '../../../src/core/history/as-of.ts'
import { rowsOf } from '../../../src/core/history/presence.ts'
import { outcomesIn, separationOf } from '../../../src/core/view/separation.ts'
import type { FactorEvidence } from '../../protocol/draft.ts'
import type { Scores } from '../../portfolio/scores.ts'
import type { OpenWorkspace } from '../open-workspace.ts'

/** A factor is read so many days before its outcome is known, and so often at most. */
const DAYS_BEFORE = 90
const MOST_STRETCHES = 4

interface Question {
  readonly open: OpenWorkspace
  readonly at: number
  /** That tells the outcome. */
  readonly column: string
  readonly scores: Scores
  /** The factor's own, NaN where it has none. */
  readonly scoresAt: (
    at: number,
  ) => Promise<{ readonly accounts: Uint32Array; readonly scores: Float64Array }>
}

/** The factor's scores beside what became of the accounts some months later; of the same day where there is no earlier snapshot. */
export async function factorOutcome(question: Question): Promise<FactorEvidence['outcome']> {
  const { open, at, column } = question
  const places = placesBack(open, at)
  const stretches: Stretch[] = []
  for (const [end, begin] of pairsOf(places)) {
    const stretch = await stretchOf(question, begin, end)
    if (!stretch) return null
    stretches.push(stretch)
  }
  const first = places.at(-1) as number
  return {
    column,
    since: places.length > 1 ? open.portfolio.history[first]!.day : null,
    days: DAYS_BEFORE,
    ...separationOf(
      joined(stretches.map(({ scores }) => scores)),
      joined(stretches.map(({ outcomes }) => outcomes)),
    ),
  }
}

/** The snapshot itself, then back by three months each. */
function placesBack({ portfolio }: OpenWorkspace, at: number): readonly number[] {
  const places = [at]
  while (places.length <= MOST_STRETCHES) {
    const earlier = asOf(portfolio.history, places.at(-1) as number, DAYS_BEFORE)
    if (earlier === null) break
    places.push(earlier)
  }
  return places
}

const pairsOf = (places: readonly number[]): readonly (readonly [end: number, begin: number])[] =>
  places.length === 1
    ? [[places[0] as number, places[0] as number]]
    : places.slice(1).map((begin, i) => [places[i] as number, begin])

/** Row by row of the begin. */
interface Stretch {
  readonly scores: Float64Array
  readonly outcomes: Float64Array
}

/** An outcome that was yes at the begin is none of this stretch. Null where the column tells no outcomes. */
async function stretchOf(question: Question, begin: number, end: number): Promise<Stretch | null> {
  const { open, column, scores: all } = question
  const outcomes = outcomesIn(await all.column(column, end))
  if (!outcomes) return null
  const { accounts, scores } = await question.scoresAt(begin)
  if (begin === end) return { scores, outcomes }
  const before = outcomesIn(await all.column(column, begin))
  const rows = rowsOf(accounts, open.portfolio.history[end]!.accounts)
  const later = Float64Array.from({ length: accounts.length }, (_, row) => {
    const place = rows ? (rows[row] as number) : row
    return place < 0 || before?.[row] === 1 ? NaN : (outcomes[place] as number)
  })
  return { scores, outcomes: later }
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
