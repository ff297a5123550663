import type { Scale } from '../../../../src/core/model/configuration.ts'

type Percentile = Extract<Scale, { type: 'percentile' }>

export const line = (from: number, to: number): Scale => ({ type: 'linear', from, to })
export const target = (
  zeroBelow: number,
  fullFrom: number,
  fullTo: number,
  zeroAbove: number,
): Scale => ({
  type: 'target',
  zeroBelow,
  fullFrom,
  fullTo,
  zeroAbove,
})
export const frozen = (reference: number[], parts: Partial<Percentile> = {}): Scale => ({
  ...{ type: 'percentile', better: 'higher', top: 0, reference },
  ...parts,
})
export const upTo100 = Array.from({ length: 101 }, (_, i) => i)
/** 51 zeros, then 10, 20 … 500. */
export const manyZeros = [
  ...Array<number>(50).fill(0),
  ...Array.from({ length: 51 }, (_, i) => i * 10),
]
export const twoValues = upTo100.map((i) => (i < 50 ? 0 : 100))
