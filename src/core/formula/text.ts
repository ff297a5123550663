import { FALSE, MISSING_BOOLEAN, TRUE } from '../table/column.ts'
import { parseIsoDay } from '../table/day.ts'
import { fold } from '../table/fold.ts'
import {
  type BooleanVector,
  type NumberVector,
  type TextVector,
  type Words,
  lengthOf,
  maskOf,
} from './vector.ts'

/** Two texts without regard to case, missing where one is. With a text that is the same for all, each word is looked at once. */
export function textPairs(
  a: TextVector,
  b: TextVector,
  rows: number,
  holds: (x: string, y: string) => boolean,
): BooleanVector {
  const [left, right] = [foldedWords(a.words), foldedWords(b.words)]
  const test = (x: string | null, y: string | null): number =>
    x === null || y === null ? MISSING_BOOLEAN : holds(x, y) ? TRUE : FALSE
  const wordOf = (words: Words, text: TextVector): string | null =>
    words[text.values[0] as number] as string | null
  if (b.mask === 0) return byWord(a, left, (x) => test(x, wordOf(right, b)))
  if (a.mask === 0) return byWord(b, right, (y) => test(wordOf(left, a), y))
  return byRow(a, b, rows, (i, j) => test(left[i] as string | null, right[j] as string | null))
}

/** One of 0, 1 and 2 for each row, worked out once for each word. */
export function byWord(
  text: TextVector,
  words: Words,
  of: (word: string | null) => number,
): BooleanVector {
  const answers = Uint8Array.from(words, of)
  const codes = text.values
  const values = new Uint8Array(codes.length)
  for (let i = 0; i < values.length; i++) values[i] = answers[codes[i] as number] as number
  return { type: 'boolean', values, mask: text.mask }
}

function byRow(
  a: TextVector,
  b: TextVector,
  rows: number,
  of: (left: number, right: number) => number,
): BooleanVector {
  const mask = maskOf(a, b)
  const values = new Uint8Array(lengthOf(mask, rows))
  for (let i = 0; i < values.length; i++)
    values[i] = of(a.values[i & a.mask] as number, b.values[i & b.mask] as number)
  return { type: 'boolean', values, mask }
}

/** The days that texts name in ISO form, NaN where one is missing or names none. */
export function textDays({ words, values, mask }: TextVector): NumberVector {
  const dayOf = Float64Array.from(words, (word) =>
    word === null ? NaN : (parseIsoDay(word) ?? NaN),
  )
  const days = new Float64Array(values.length)
  for (let i = 0; i < days.length; i++) days[i] = dayOf[values[i] as number] as number
  return { type: 'number', values: days, mask }
}

/** Kept for as long as the words are. */
const folded = new WeakMap<Words, Words>()

export function foldedWords(words: Words): Words {
  const before = folded.get(words)
  if (before) return before
  const made = words.map((word) => (word === null ? null : fold(word)))
  folded.set(words, made)
  return made
}
