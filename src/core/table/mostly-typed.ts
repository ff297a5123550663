import type { TextColumn } from './column.ts'
import { wordAt } from './packed-text.ts'
import { countValues } from './profile.ts'
import { typeTexts, type TypedColumn } from './type-texts.ts'
import { wordsOf } from './texts.ts'
import { mayBeDate } from './value/date-cell.ts'
import { isUsualMissing } from './value/missing-words.ts'
import { looksLikeId, mayBeNumber, splitNumber } from './value/number-cell.ts'

/** Enough to tell names from numbers with a few words among them. */
const SAMPLE = 200
const LEAST_CELLS = 5
/** The others may be so many. */
const MOST_OTHERS = 0.2

/**
 * What a text column would be but for a few of its cells, which would be missing then: numbers or dates. Null where it would be neither, where
 * it has ids whose noughts would be lost, or where the order of its dates is open.
 */
export function mostlyTyped(texts: TextColumn, languages: readonly string[]): TypedColumn | null {
  const kinds = (['number', 'date'] as const).filter((type) => isLikely(texts, type))
  for (const type of kinds) {
    if (type === 'number' && wordsOf(texts).some(isId)) continue
    const typed = typeTexts(texts, { type, format: {}, missing: null, languages })
    const { present } = countValues(typed.column)
    const others = typed.unreadable.count
    const isFew = others > 0 && others <= (present + others) * MOST_OTHERS
    if (isFew && present >= LEAST_CELLS && typed.doubt?.kind !== 'date-order') return typed
  }
  return null
}

function isLikely({ words }: TextColumn, type: 'number' | 'date'): boolean {
  const count = words.offsets.length - 1
  const step = Math.max(1, Math.floor(count / SAMPLE))
  const fits = type === 'number' ? mayBeNumber : mayBeDate
  let [found, others] = [0, 0]
  for (let i = 0; i < count; i += step) {
    const word = wordAt(words, i)
    if (isUsualMissing(word)) continue
    if (fits(word)) found++
    else others++
  }
  return found > others
}

function isId(word: string): boolean {
  const cell = splitNumber(word)
  return cell !== null && looksLikeId(word, cell)
}
