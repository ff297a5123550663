import { more, less, type Signal } from './alias.ts'
import { candidateByOrder, candidateOf, type Candidate } from './candidates.ts'
import type { MeantColumn } from './meaning.ts'

/**
 * A column as the factor that a person makes it: as its header says, else more is taken as healthier, and of dates the nearer one.
 * Null where its values have no order that is known.
 */
export function takenCandidate(
  column: MeantColumn,
  rows: Uint32Array,
  day: number,
): Candidate | null {
  for (const meaning of meaningsOf(column)) {
    const candidate = candidateOf({ ...column, meaning }, rows, day)
    if (candidate) return { ...candidate, isTaken: true }
  }
  const ordered = candidateByOrder(column, rows, GUESSES.text[0])
  return ordered && { ...ordered, isTaken: true }
}

/** Whether it can be one, told without a look at every row of it but for a few words. */
export function mayBeTaken(column: MeantColumn, rows: Uint32Array, day: number): boolean {
  if (column.distinct < 2) return false
  if (column.column.type !== 'text') return true
  return column.distinct <= MOST_WORDS && takenCandidate(column, rows, day) !== null
}

const MOST_WORDS = 40

const GUESSES = {
  number: [more('other', 'count')],
  boolean: [more('other', 'count')],
  date: [less('other', 'date')],
  text: [more('other', 'sentiment'), more('other', 'term')],
} as const satisfies Record<string, readonly Signal[]>

const meaningsOf = ({ meaning, column }: MeantColumn): readonly Signal[] =>
  meaning?.as === 'signal' ? [meaning, ...GUESSES[column.type]] : GUESSES[column.type]
