/** Numbers of which many are alike: row i is values[codes[i]]. */
export interface CodedNumbers {
  readonly values: Float64Array
  readonly codes: Uint8Array | Uint16Array | Uint32Array
}

/** The codes take one byte a row for up to 256 different numbers. NaN is a number like any other. */
export function codedNumbers(numbers: Float64Array): CodedNumbers {
  const known = new Map<number, number>()
  const codes = new Uint32Array(numbers.length)
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row] as number
    const code = known.get(number) ?? known.size
    if (code === known.size) known.set(number, code)
    codes[row] = code
  }
  return { values: Float64Array.from(known.keys()), codes: narrowest(codes, known.size) }
}

export function plainNumbers({ values, codes }: CodedNumbers): Float64Array {
  const numbers = new Float64Array(codes.length)
  for (let row = 0; row < codes.length; row++) numbers[row] = values[codes[row] as number] as number
  return numbers
}

const narrowest = (codes: Uint32Array, count: number): CodedNumbers['codes'] =>
  count <= 0x100 ? Uint8Array.from(codes) : count <= 0x10000 ? Uint16Array.from(codes) : codes
