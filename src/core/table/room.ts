type Growing =
  | Uint8Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>

/** The same values in an array of at least so many places, at least twice as many where they had to move. */
export function withRoom<T extends Growing>(values: T, least: number): T {
  if (least <= values.length) return values
  const larger = values.constructor as new (length: number) => T
  const grown = new larger(Math.max(least, values.length * 2))
  grown.set(values as never)
  return grown
}
