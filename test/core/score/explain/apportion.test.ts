import fc from 'fast-check'
import { expect, it } from 'vitest'
import { apportion } from '../../../../src/core/score/explain/apportion.ts'

it('what is left after rounding down goes to the largest remainders', () => {
  expect(apportion([1.04, 2.09, 3.07], 6.2)).toEqual([1, 2.1, 3.1])
})

it('ties go to the earlier value', () => {
  expect(apportion([1.05, 1.05, 1.05], 3.2)).toEqual([1.1, 1.1, 1])
})

it('negative values are rounded down too', () => {
  expect(apportion([54.25, -14.25], 40)).toEqual([54.3, -14.3])
})

it('the dust of binary fractions breaks no tie', () => {
  expect(apportion([0.1 + 0.2 - 0.25, 0.05], 0.1)).toEqual([0.1, 0])
})

it('nothing is shared out over nothing', () => {
  expect(apportion([], 0)).toEqual([])
})

it('a total that the values do not quite reach is met all the same', () => {
  expect(apportion([10, 20], 30.3)).toEqual([10.2, 20.1])
  expect(apportion([10, 20], 29.9)).toEqual([10, 19.9])
})

it('what is printed adds up, and differs from what it prints by less than one tenth', () => {
  const value = fc.double({ min: -100, max: 100, noNaN: true })
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
      const sum = values.reduce((total, one) => total + one, 0)
      const total = Math.floor(10 * sum + 0.5) / 10
      const printed = apportion(values, total)
      expect(printed.reduce((all, one) => all + one, 0)).toBeCloseTo(total, 6)
      printed.forEach((one, i) => expect(Math.abs(one - values[i]!)).toBeLessThan(0.1 + 1e-6))
    }),
  )
})

it('points that are no numbers are a mistake, not a search without end', () => {
  expect(() => apportion([1, NaN], 1)).toThrow('invalid points: 1 NaN of 1')
  expect(() => apportion([1], Infinity)).toThrow('invalid points: 1 of Infinity')
})
