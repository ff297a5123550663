import { byCodePoint } from '../table/code-point-order.ts'
import { parseIsoDay } from '../table/day.ts'
import { newCodes } from '../table/gather.ts'
import { FALSE, MISSING_DAY, TRUE, type Column, type ColumnType } from '../table/column.ts'
import { packText } from '../table/packed-text.ts'
import { allMissing, textAt } from '../table/texts.ts'
import type { Aggregate, EventColumn } from './event-plan.ts'

type Empty = EventColumn['empty']
/** What stands at a place of which no value was counted; null: missing. */
type EmptyAt = (place: number) => Empty

/** One row that counts. `values` is the column it is read from; null: the row itself is counted. */
interface Counted {
  readonly place: number
  readonly row: number
  readonly day: number
  readonly values: Column | null
}

/** Sums rows up to one value a place. */
interface Tally {
  add(counted: Counted): void
  finish(emptyAt: EmptyAt): Column
}

export function tallyOf(aggregate: Aggregate, places: number, type: ColumnType): Tally {
  switch (aggregate) {
    case 'count':
    case 'sum':
    case 'mean':
      return new Sum(aggregate, places)
    case 'distinct':
      return new Distinct(places)
    case 'min':
    case 'max':
    case 'first':
    case 'last':
      return new Best(aggregate, places, type)
  }
}

class Sum implements Tally {
  readonly #counts: Float64Array
  readonly #sums: Float64Array
  readonly #aggregate: 'count' | 'sum' | 'mean'

  constructor(aggregate: 'count' | 'sum' | 'mean', places: number) {
    this.#aggregate = aggregate
    this.#counts = new Float64Array(places)
    this.#sums = new Float64Array(places)
  }

  add({ place, row, values }: Counted): void {
    if (values !== null && this.#aggregate !== 'count') {
      const value = numberAt(values, row)
      if (Number.isNaN(value)) return
      this.#sums[place] = (this.#sums[place] as number) + value
    }
    this.#counts[place] = (this.#counts[place] as number) + 1
  }

  finish(emptyAt: EmptyAt): Column {
    const made = (count: number, sum: number) =>
      this.#aggregate === 'count' ? count : this.#aggregate === 'sum' ? sum : sum / count
    const values = this.#counts.map((count, place) =>
      count > 0 ? made(count, this.#sums[place] as number) : emptyIn('number', emptyAt(place)),
    )
    return { type: 'number', values }
  }
}

class Distinct implements Tally {
  readonly #seen: (Set<string> | undefined)[]

  constructor(places: number) {
    this.#seen = new Array<Set<string> | undefined>(places)
  }

  add({ place, row, values }: Counted): void {
    if (values) (this.#seen[place] ??= new Set()).add(textAt(values, row))
  }

  finish(emptyAt: EmptyAt): Column {
    const counts = Array.from(
      this.#seen,
      (seen, place) => seen?.size ?? emptyIn('number', emptyAt(place)),
    )
    return { type: 'number', values: Float64Array.from(counts) }
  }
}

/** The one row of each place that is least, greatest, first or last. */
class Best implements Tally {
  readonly #aggregate: 'min' | 'max' | 'first' | 'last'
  readonly #type: ColumnType
  readonly #best: (Counted | undefined)[]

  constructor(aggregate: 'min' | 'max' | 'first' | 'last', places: number, type: ColumnType) {
    this.#aggregate = aggregate
    this.#type = type
    this.#best = new Array<Counted | undefined>(places)
  }

  add(counted: Counted): void {
    if (counted.values?.type !== this.#type) return
    const best = this.#best[counted.place]
    if (!best || this.#isBetter(counted, best)) this.#best[counted.place] = counted
  }

  #isBetter(next: Counted, best: Counted): boolean {
    switch (this.#aggregate) {
      case 'first':
        return next.day < best.day
      case 'last':
        return next.day >= best.day
      case 'min':
        return compare(next, best) < 0
      case 'max':
        return compare(next, best) > 0
    }
  }

  finish(emptyAt: EmptyAt): Column {
    const best = this.#best
    if (this.#type === 'text')
      return textsAs(
        Array.from(best, (one, place) =>
          one?.values ? textAt(one.values, one.row) : String(emptyAt(place) ?? ''),
        ),
      )
    const made = allMissing(this.#type, best.length)
    if (made.type === 'text') return made
    for (let place = 0; place < best.length; place++) {
      const one = best[place]
      const value = one?.values ? numberAt(one.values, one.row) : emptyIn(made.type, emptyAt(place))
      if (!Number.isNaN(value)) made.values[place] = value
    }
    return made
  }
}

/** NaN where the column cannot hold it. */
function emptyIn(type: Exclude<ColumnType, 'text'>, empty: Empty): number {
  switch (type) {
    case 'number':
      return typeof empty === 'number' ? empty : NaN
    case 'boolean':
      return typeof empty === 'boolean' ? (empty ? TRUE : FALSE) : NaN
    case 'date':
      return (typeof empty === 'string' ? parseIsoDay(empty) : null) ?? NaN
  }
}

const numberAt = (column: Column, row: number): number => {
  if (column.type === 'text') return NaN
  const value = column.values[row] as number
  return column.type === 'date' && value === MISSING_DAY ? NaN : value
}

const compare = (a: Counted, b: Counted): number =>
  a.values?.type === 'text' && b.values
    ? byCodePoint(textAt(a.values, a.row), textAt(b.values, b.row))
    : numberAt(a.values as Column, a.row) - numberAt(b.values as Column, b.row)

function textsAs(texts: readonly string[]): Column {
  const words = [...new Set(texts)]
  const codeOf = new Map(words.map((word, code) => [word, code]))
  const codes = newCodes(texts.length, words.length)
  texts.forEach((text, row) => (codes[row] = codeOf.get(text) as number))
  return { type: 'text', words: packText(words), codes }
}
