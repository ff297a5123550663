import { candidateOf, candidateOfDerived, type Candidate } from './candidates.ts'
import { takenCandidate } from './taken-candidate.ts'
import { isRepeated, ranksIn, sampleOf, tellsOutcome } from './likeness.ts'
import type { MeantColumn } from './meaning.ts'
import type { DerivedSignal } from './propose-derived.ts'

export interface FactorQuestion {
  /** Those that play no other part. */
  readonly columns: readonly MeantColumn[]
  readonly derived: readonly DerivedSignal[]
  /** Columns that a person makes factors: neither the outcome nor a likeness speaks against them. */
  readonly taken: ReadonlySet<string>
  /** Of customers. */
  readonly rows: Uint32Array
  readonly day: number
  /** 1 and 0, NaN where it is not known; null where there is no such column. */
  readonly outcome: Float64Array | null
}

/** Why a candidate is no factor after all. */
export type Refusal =
  | { readonly why: 'empty' }
  | { readonly why: 'constant' }
  | { readonly why: 'tells-outcome' }
  | { readonly why: 'repeats'; readonly other: string }

export interface FactorChoice {
  readonly chosen: readonly Candidate[]
  readonly refused: ReadonlyMap<string, Refusal>
  /** Signal by name, but of other values than that. */
  readonly unreadable: ReadonlySet<string>
}

/** The candidates that vary, do not know the outcome, and do not say what an earlier one says already. */
export function chooseFactors(question: FactorQuestion): FactorChoice {
  const { rows, outcome } = question
  const { candidates, unreadable } = listCandidates(question)
  const refused = new Map<string, Refusal>()
  const chosen: Ranked[] = []
  const sample = sampleOf(rows)
  const judged = outcome && judgedBy(outcome)
  for (const candidate of candidates) {
    const ranks = ranksIn(candidate.values, sample)
    const refusal =
      variation(candidate.values, rows) ??
      (candidate.isTaken || !judged ? null : leak(candidate, judged))
    const other =
      refusal || candidate.isTaken
        ? undefined
        : chosen.find((earlier) => saysTheSame(earlier, { candidate, ranks }))
    if (refusal) refused.set(candidate.id, refusal)
    else if (other) refused.set(candidate.id, { why: 'repeats', other: other.candidate.name })
    else chosen.push({ candidate, ranks })
  }
  return { chosen: chosen.map(({ candidate }) => candidate), refused, unreadable }
}

interface Ranked {
  readonly candidate: Candidate
  readonly ranks: Float64Array
}

/** The length of the relation is counted once, however many columns tell it. */
const saysTheSame = (a: Ranked, b: Ranked): boolean =>
  (a.candidate.signal.form === 'tenure' && b.candidate.signal.form === 'tenure') ||
  isRepeated(a.ranks, b.ranks)

/** In the file's order; a derived column stands where the first of its columns is, and for all of them. */
function listCandidates({ columns, derived, taken, rows, day }: FactorQuestion) {
  const candidates: Candidate[] = []
  const unreadable = new Set<string>()
  for (const column of columns) {
    const made = derived.find(({ from }) => from.includes(column))
    if (made?.from[0] === column) candidates.push(candidateOfDerived(made))
    const isTaken = taken.has(column.id)
    if (!isTaken && (made || column.meaning?.as !== 'signal')) continue
    const candidate = isTaken ? takenCandidate(column, rows, day) : candidateOf(column, rows, day)
    if (candidate) candidates.push(candidate)
    else unreadable.add(column.id)
  }
  return { candidates, unreadable }
}

function variation(values: Float64Array, rows: Uint32Array): Refusal | null {
  let first = NaN
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i] as number] as number
    if (Number.isNaN(value)) continue
    if (Number.isNaN(first)) first = value
    else if (value !== first) return null
  }
  return { why: Number.isNaN(first) ? 'empty' : 'constant' }
}

/** Rows whose outcome is known, and it. */
interface Judged {
  readonly rows: Uint32Array
  readonly outcomes: Float64Array
}

const leak = ({ values }: Candidate, { rows, outcomes }: Judged): Refusal | null =>
  tellsOutcome(ranksIn(values, rows), outcomes) ? { why: 'tells-outcome' } : null

/** Those left out too: whoever has gone tells most about what gives it away. */
function judgedBy(outcome: Float64Array): Judged {
  const known = new Uint32Array(outcome.length)
  let count = 0
  for (let row = 0; row < known.length; row++) if (!Number.isNaN(outcome[row])) known[count++] = row
  const rows = sampleOf(known.subarray(0, count))
  return { rows, outcomes: Float64Array.from(rows, (row) => outcome[row] as number) }
}
