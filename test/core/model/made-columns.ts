/** Columns of forty accounts, of the kinds that exports have. */
const count = 40
export const rows = Array.from({ length: count }, (_, i) => i)
export const ids = (prefix: string) => rows.map((i) => `${prefix}${1000 + i * 7}`)
export const names = rows.map((i) => `Company ${String.fromCharCode(65 + (i % 26))}${i}`)
export const oneOf = (...values: (string | number | boolean)[]) =>
  rows.map((i) => values[(i * 7) % values.length] as string | number | boolean)
/** Spread over a range without order, so that columns do not repeat each other. */
export const spread = (from: number, to: number, step: number) =>
  rows.map((i) => from + Math.round(((i * step) % count) * ((to - from) / count)))
export const days = (step: number) =>
  spread(1, 28, step).map(
    (day, i) => `2025-${String(1 + (i % 12)).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  )
export const constant = (value: string) => rows.map(() => value)
