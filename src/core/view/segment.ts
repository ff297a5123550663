import type { Column, TextColumn } from '../table/column.ts'
import { MISSING_DAY } from '../table/column.ts'
import { fold } from '../table/fold.ts'
import { wordsOf } from '../table/texts.ts'

/** A part of a portfolio by one column: what the accounts of a segment share. */
export type Segment =
  /** A text without regard to case; of a boolean `true` or `false`. */
  | { readonly kind: 'value'; readonly value: string }
  /** A number, or days since 1970-01-01, at or above `least` and less than `below`; null is open. */
  | { readonly kind: 'range'; readonly least: number | null; readonly below: number | null }
  /** The values that no other segment of its list names; so many there were when the list was made. */
  | { readonly kind: 'other'; readonly values: number }
  | { readonly kind: 'missing' }

/** The place of a row that is in no segment of a list. */
export const NO_SEGMENT = 0xffff

/** For each row its place in a list of fewer than NO_SEGMENT segments. Ranges ascend and do not overlap. */
export function placesIn(column: Column, segments: readonly Segment[]): Uint16Array {
  switch (column.type) {
    case 'text':
      return placesOfWords(wordsOf(column), column.codes, segments)
    case 'boolean':
      return placesOfWords(['false', 'true', ''], column.values, segments)
    case 'number':
      return placesOfNumbers(column.values, (value) => Number.isNaN(value), segments)
    case 'date':
      return placesOfNumbers(column.values, (value) => value === MISSING_DAY, segments)
  }
}

/** Where two lists cross: the cells row by row, `columns` in each. */
export function crossed(rows: Uint16Array, columns: Uint16Array, width: number): Uint16Array {
  return rows.map((place, row) => {
    const column = columns[row] as number
    return place === NO_SEGMENT || column === NO_SEGMENT ? NO_SEGMENT : place * width + column
  })
}

const placeOf = (kind: Segment['kind'], segments: readonly Segment[]): number => {
  const place = segments.findIndex((segment) => segment.kind === kind)
  return place < 0 ? NO_SEGMENT : place
}

/** Row i is words[codes[i]], or words[i] without codes; '' is missing. */
function placesOfWords(
  words: readonly string[],
  codes: TextColumn['codes'],
  segments: readonly Segment[],
): Uint16Array {
  const missing = placeOf('missing', segments)
  const other = placeOf('other', segments)
  const known = new Map(
    segments.flatMap((segment, place) =>
      segment.kind === 'value' ? [[fold(segment.value), place]] : [],
    ),
  )
  const placeOfWord = Uint16Array.from(words, (word) =>
    word === '' ? missing : (known.get(fold(word)) ?? other),
  )
  if (!codes) return placeOfWord
  const places = new Uint16Array(codes.length)
  for (let row = 0; row < codes.length; row++)
    places[row] = placeOfWord[Math.min(codes[row] as number, words.length - 1)] as number
  return places
}

function placesOfNumbers(
  values: Float64Array | Int32Array,
  isMissing: (value: number) => boolean,
  segments: readonly Segment[],
): Uint16Array {
  const missing = placeOf('missing', segments)
  const ranges = segments.flatMap((segment, place) =>
    segment.kind === 'range' ? [{ ...segment, place }] : [],
  )
  const starts = Float64Array.from(ranges, ({ least }) => least ?? -Infinity)
  const ends = Float64Array.from(ranges, ({ below }) => below ?? Infinity)
  const places = new Uint16Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    let range = starts.length - 1
    while (range >= 0 && (starts[range] as number) > value) range--
    places[row] = isMissing(value)
      ? missing
      : range >= 0 && value < (ends[range] as number)
        ? (ranges[range]!.place as number)
        : NO_SEGMENT
  }
  return places
}
