import { expect, it } from 'vitest'
import { packText, unpackText, wordAt } from '../../../src/core/table/packed-text.ts'

it('gives every text back to the byte', () => {
  const words = ['', 'Acme', 'Ünïcödé', '漢字', '🦊', '__proto__', '\uFEFFmark', 'two\r\nlines', '']
  expect(unpackText(packText(words))).toEqual(words)
})

it('gives one word without the others', () => {
  expect(wordAt(packText(['a', 'élan', 'c']), 1)).toBe('élan')
})

it('packs nothing into nothing', () => {
  const packed = packText([])
  expect([packed.bytes.length, packed.offsets.length]).toEqual([0, 1])
})

it('grows for long words', () => {
  const words = ['a', 'ü'.repeat(10_000), 'b']
  expect(unpackText(packText(words))).toEqual(words)
})
