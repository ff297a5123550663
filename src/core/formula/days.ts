import { MISSING_DAY } from '../table/column.ts'
import { type NumberVector, type Vector, ofType } from './vector.ts'

/** Whole days from each date to the given day: below 0 for dates after it. */
export function daysBefore(day: number, dates: Vector): NumberVector {
  return distance(dates, (date) => day - date)
}

/** Whole days from the given day to each date: below 0 for dates before it. */
export function daysAfter(day: number, dates: Vector): NumberVector {
  return distance(dates, (date) => date - day)
}

function distance(dates: Vector, of: (date: number) => number): NumberVector {
  const { values, mask } = ofType('date', dates)
  const out = new Float64Array(values.length)
  for (let i = 0; i < out.length; i++) {
    const date = values[i] as number
    out[i] = date === MISSING_DAY ? NaN : of(date)
  }
  return { type: 'number', values: out, mask }
}
