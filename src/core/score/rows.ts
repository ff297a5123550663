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
