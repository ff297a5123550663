import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seen } from '../../../src/core/file/plain-rows.ts'
import { ByteWords } from '../../../src/core/table/byte-words.ts'

const encoder = new TextEncoder()

test('a word is known again by its bytes, wherever it stands, and no other is taken for it', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '0'), maxLength: 9 })
  const words = fc.array(word, { minLength: 1, maxLength: 1_500 })
  fc.assert(
    fc.property(words, fc.nat({ max: 3 }), (texts, before) => {
      const known = new ByteWords()
      const codes = new Map<string, number>()
      for (const text of texts) {
        const bytes = encoder.encode('-'.repeat(before) + text + 'ab')
        const [from, to] = [before, before + text.length]
        expect(known.find(seen(bytes), from, to)).toBe(codes.get(text) ?? -1)
        if (codes.has(text)) continue
        codes.set(text, codes.size)
        known.put(seen(bytes), from, to, codes.size - 1)
      }
    }),
    { numRuns: 50 },
  )
})

test('words that differ in one byte alone are told apart, however many there are', () => {
  const known = new ByteWords()
  const texts = Array.from({ length: 20_000 }, (_, i) => `account-${i}`)
  texts.forEach((text, i) => known.put(seen(encoder.encode(text)), 0, text.length, i))
  const found = texts.map((text) => known.find(seen(encoder.encode(text)), 0, text.length))
  expect(found).toEqual(texts.map((_, i) => i))
})
