import { FALSE, MISSING_BOOLEAN, TRUE } from '../table/column.ts'
import { parseIsoDay } from '../table/day.ts'
import { fold } from '../table/fold.ts'
import { toNumbers } from './compare.ts'
import { byWord, foldedWords } from './text.ts'
import type { Literal } from './tree.ts'
import { type BooleanVector, MISSING, type TextVector, type Vector, ofType } from './vector.ts'

/** As the items compared one by one with `==` and joined by `or`. */
export function isIn(operand: Vector, items: readonly Literal[]): BooleanVector {
  if (operand.type === 'missing') return ofType('boolean', MISSING)
  if (operand.type === 'text') return isTextIn(operand, items)
  const { type } = operand
  const keys = items.map((item) => numberOf(item, type))
  const found = new Set(keys)
  const otherwise = keys.includes(null) ? MISSING_BOOLEAN : FALSE
  const { values, mask } = toNumbers(operand)
  const out = new Uint8Array(values.length)
  for (let i = 0; i < out.length; i++) {
    const x = values[i] as number
    out[i] = x !== x ? MISSING_BOOLEAN : found.has(x) ? TRUE : otherwise
  }
  return { type: 'boolean', values: out, mask }
}

function isTextIn(operand: TextVector, items: readonly Literal[]): BooleanVector {
  const texts = items.flatMap((item) => (item.kind === 'text' ? [fold(item.value)] : []))
  const found = new Set<string | null>(texts)
  const otherwise = texts.length < items.length ? MISSING_BOOLEAN : FALSE
  return byWord(operand, foldedWords(operand.words), (word) => {
    if (word === null) return MISSING_BOOLEAN
    return found.has(word) ? TRUE : otherwise
  })
}

/** What the item is among values of that type; null where it is missing or does not compare with them. */
function numberOf(item: Literal, type: 'number' | 'date' | 'boolean'): number | null {
  if (item.kind === 'text') return type === 'date' ? parseIsoDay(item.value) : null
  return item.kind === type ? Number(item.value) : null
}
