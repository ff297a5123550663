import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byCodePoint } from '../../../src/core/table/code-point-order.ts'

test('the order of code points is the byte order of UTF-8', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'é', '\ud7ff', '\ue000', '～', '😀', '\u{10ffff}'),
    maxLength: 4,
  })
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(byCodePoint(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
    }),
    { seed: 1, numRuns: 1000 },
  )
})

test('an empty text comes first, and equal texts have no order', () => {
  expect(byCodePoint('', 'a')).toBeLessThan(0)
  expect(byCodePoint('', '')).toBe(0)
  expect(byCodePoint('ab', 'ab')).toBe(0)
})
