/** What a value of few decimals is as a whole number of its last digit: 2.5 at 10 is 25. */
export const toWhole = (value: number, scale: number): number => Math.floor(value * scale + 0.5)

/** Whether all values but NaN and `missing` are whole numbers of 1 / scale, and those give them back. */
export function isWholeTimes(values: ArrayLike<number>, scale: number, missing = NaN): boolean {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (toWhole(value, scale) / scale !== value && value === value && value !== missing)
      return false
  }
  return true
}
