// Most configurations have one model, which has all rows: then nothing is copied, and vectors are gone through from end to end.

/** The values of some rows (ascending), closed up; the vector itself where those are all of its rows. */
export function atRows(values: Float64Array, rows: Uint32Array): Float64Array {
  if (rows.length === values.length) return values
  const some = new Float64Array(rows.length)
  for (let i = 0; i < some.length; i++) some[i] = values[rows[i] as number] as number
  return some
}

/** The other way: `length` rows, NaN in those that have no value. */
export function toRows(values: Float64Array, rows: Uint32Array, length: number): Float64Array {
  if (rows.length === length) return values
  const all = new Float64Array(length).fill(NaN)
  for (let i = 0; i < rows.length; i++) all[rows[i] as number] = values[i] as number
  return all
}

/** The rows that hold a mark, ascending. */
export function rowsWhere(marks: Uint8Array, mark: number): Uint32Array {
  const rows = new Uint32Array(marks.length)
  let count = 0
  // Written in any case, and counted or not: no processor can foresee which rows hold it.
  for (let row = 0; row < marks.length; row++) {
    rows[count] = row
    count += Number(marks[row] === mark)
  }
  return rows.slice(0, count)
}
