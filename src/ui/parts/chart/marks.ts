import type { ChartData } from './chart-data.ts'

/** What is marked at a label, in words: that the model changed before it, flags that were raised. */
export const marksAt = ({ marks = [], flags = [] }: ChartData, place: number): string[] =>
  [...marks, ...flags].filter(({ at }) => at === place).map(({ label }) => label)
