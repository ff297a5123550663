import type { Column, DateColumn, NumberColumn } from '../table/column.ts'
import { MISSING_BOOLEAN, MISSING_DAY } from '../table/column.ts'
import { fold } from '../table/fold.ts'
import { textsOf, wordsOf } from '../table/texts.ts'

/** Equal stretches of a number or of days; bin i is [from + i · step, from + (i + 1) · step), the last one includes its end. */
export interface Bins {
  readonly from: number
  readonly step: number
  readonly count: number
}

export interface Histogram {
  readonly counts: readonly number[]
  readonly missing: number
}

export interface ValueCount {
  readonly value: string
  readonly count: number
}

export interface TopValues {
  /** The most frequent first, of equals in the order of the alphabet; what differs in case alone is one. */
  readonly values: readonly ValueCount[]
  /** Further ones that are not listed. */
  readonly more: number
  readonly missing: number
}

const MOST_BINS = 20

/** Round steps from the least to the greatest value of `rows`; null where no row has a value. Whole numbers stay whole. */
export function binsOf(column: NumberColumn | DateColumn, rows: ArrayLike<number>): Bins | null {
  const { least, greatest, areWhole } = extent(column, rows)
  if (least > greatest) return null
  if (least === greatest) return { from: least, step: 1, count: 1 }
  const rough = roundUp((greatest - least) / MOST_BINS)
  const step = areWhole ? Math.max(1, Math.ceil(rough)) : rough
  const from = Math.floor(least / step) * step
  return { from, step, count: Math.max(1, Math.floor((greatest - from) / step) + 1) }
}

/** 1, 2 or 5 times a power of ten, at least as great. */
function roundUp(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size))
  const factor = [1, 2, 5, 10].find((one) => one * power >= size * (1 - 1e-9)) ?? 10
  return factor * power
}

function extent({ type, values }: NumberColumn | DateColumn, rows: ArrayLike<number>) {
  let least = Infinity
  let greatest = -Infinity
  let areWhole = true
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i] as number] as number
    if (Number.isNaN(value) || (type === 'date' && value === MISSING_DAY)) continue
    if (value < least) least = value
    if (value > greatest) greatest = value
    if (areWhole && !Number.isInteger(value)) areWhole = false
  }
  return { least, greatest, areWhole }
}

/** How many of `rows` lie in each bin. Values beyond the bins count in the outermost. */
export function histogramOf(
  { type, values }: NumberColumn | DateColumn,
  rows: ArrayLike<number>,
  { from, step, count }: Bins,
): Histogram {
  const counts = new Array<number>(count).fill(0)
  let missing = 0
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i] as number] as number
    if (Number.isNaN(value) || (type === 'date' && value === MISSING_DAY)) {
      missing++
      continue
    }
    const bin = Math.min(count - 1, Math.max(0, Math.floor((value - from) / step)))
    counts[bin] = (counts[bin] as number) + 1
  }
  return { counts, missing }
}

/** The most frequent values among `rows`; booleans are `true` and `false`. */
export function topValues(column: Column, rows: ArrayLike<number>, most: number): TopValues {
  const { words, codes } = codedTexts(column)
  const sizes = new Uint32Array(words.length)
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const code = codes ? (codes[row] as number) : row
    sizes[code] = (sizes[code] as number) + 1
  }
  const found = new Map<string, { value: string; count: number }>()
  let missing = 0
  sizes.forEach((size, code) => {
    const word = words[code] as string
    if (size === 0) return
    if (word === '') return void (missing += size)
    const folded = fold(word)
    const known = found.get(folded)
    if (known) known.count += size
    else found.set(folded, { value: word, count: size })
  })
  const values = [...found.values()].sort(
    (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1),
  )
  return { values: values.slice(0, most), more: Math.max(0, values.length - most), missing }
}

/** Row i is words[codes[i]], or words[i] without codes; missing is ''. */
function codedTexts(column: Column) {
  if (column.type === 'text') return { words: wordsOf(column), codes: column.codes }
  if (column.type === 'boolean') {
    const words = ['false', 'true', '']
    const codes = column.values.map((value) => Math.min(value, MISSING_BOOLEAN))
    return { words, codes }
  }
  return { words: textsOf(column), codes: null }
}
