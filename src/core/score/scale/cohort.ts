import type { Column } from '../../table/column.ts'
import { fold } from '../../table/fold.ts'
import { wordIndex, wordsOf } from '../../table/texts.ts'

/** The accounts that are ranked together: rows of the snapshot, each part in ascending order. */
export interface Cohort {
  readonly rows: Uint32Array
  /** The column whose value they must share, without regard to case; missing is a value of its own. null: all are one. */
  readonly within: Column | null
}

/** The rows of the cohort whose value is not NaN, in parts that share their value of `within`. */
export const partsOf = ({ rows, within }: Cohort, values: Float64Array): Uint32Array[] =>
  within === null ? [presentOf(rows, values)] : partsBy(partNumbers(within), rows, values)

const presentOf = (rows: Uint32Array, values: Float64Array): Uint32Array =>
  rows.filter((row) => !Number.isNaN(values[row]))

/** The same by numbers that are given: part i holds the rows whose number is i. */
export function partsBy(
  partOf: (row: number) => number,
  rows: Uint32Array,
  values: Float64Array,
): Uint32Array[] {
  const present = presentOf(rows, values)
  const sizes: number[] = []
  for (let i = 0; i < present.length; i++) {
    const part = partOf(present[i] as number)
    sizes[part] = (sizes[part] ?? 0) + 1
  }
  const parts = Array.from(sizes, (size) => new Uint32Array(size ?? 0))
  const filled = new Uint32Array(parts.length)
  for (let i = 0; i < present.length; i++) {
    const part = partOf(present[i] as number)
    parts[part]![filled[part]!++] = present[i] as number
  }
  return parts
}

/** A small number for each row: equal values have the same. Without a column all have. */
export function partNumbers(column: Column | null): (row: number) => number {
  if (column === null) return () => 0
  const numbers = new Map<number | string, number>()
  const numberOf = (value: number | string): number => {
    const known = numbers.get(value)
    if (known !== undefined) return known
    numbers.set(value, numbers.size)
    return numbers.size - 1
  }
  if (column.type !== 'text') return (row) => numberOf(column.values[row] as number)
  const ofWord = wordsOf(column).map((word) => numberOf(fold(word)))
  return (row) => ofWord[wordIndex(column, row)] as number
}
