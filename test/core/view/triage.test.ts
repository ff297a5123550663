import { expect, it } from 'vitest'
import { triageUrgency } from '../../../src/core/view/triage.ts'

const of = (...values: (number | null)[]) => Float64Array.from(values, (value) => value ?? NaN)
const urgency = (...parts: Parameters<typeof triageUrgency>) => [...triageUrgency(...parts)]

it('is the value times what the score lacks of 100 and what it fell', () => {
  // 1000 · (60 + 10) / 100, 1000 · 60 / 100, 1000 · 60 / 100
  expect(urgency(of(40, 40, 40), of(-10, 10, null), of(1000, 1000, 1000))).toEqual([700, 600, 600])
})

it('counts every account as 1 where there is no value column', () => {
  expect(urgency(of(40, 100), null, null)).toEqual([0.6, 0])
})

it('is none without a score or a value', () => {
  expect(urgency(of(null, 40), of(-10, -10), of(1000, null))).toEqual([NaN, NaN])
})

it('of no accounts is empty', () => {
  expect(urgency(of(), of(), of())).toEqual([])
})
