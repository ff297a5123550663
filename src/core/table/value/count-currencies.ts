import type { TextColumn } from '../column.ts'
import { splitNumber } from './number-cell.ts'
import { lengthOf, wordIndex, wordsOf } from '../texts.ts'

export interface CurrencyCount {
  /** Its code or sign; '' for amounts without one. */
  readonly currency: string
  readonly count: number
}

/** How many amounts of a column there are in each currency, the most frequent first. What is no amount is left out. */
export function countCurrencies(column: TextColumn): readonly CurrencyCount[] {
  const units = wordsOf(column).map((word) => splitNumber(word)?.unit ?? null)
  const counts = new Map<string, number>()
  const length = lengthOf(column)
  for (let row = 0; row < length; row++) {
    const unit = units[wordIndex(column, row)]
    if (unit !== null && unit !== undefined) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  return [...counts]
    .map(([currency, count]) => ({ currency, count }))
    .sort((a, b) => b.count - a.count)
}
