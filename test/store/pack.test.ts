import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packValue, unpackValue } from '../../src/store/backup/pack.ts'

describe('packing', () => {
  it('brings back what JSON loses', () => {
    const value = {
      nan: NaN,
      zero: -0,
      most: Infinity,
      least: -Infinity,
      text: '$number NaN',
      marks: '$$',
      day: Int32Array.of(-1),
      none: new Uint8Array(0),
      wide: Float64Array.of(-0, NaN),
      ['__proto__']: 'own',
      list: [null, true, ''],
    }
    expect(through(value)).toStrictEqual(value)
  })

  it('brings back any value', () => {
    const arrays = fc.oneof(
      fc.uint8Array(),
      fc.uint16Array(),
      fc.uint32Array(),
      fc.int32Array(),
      fc.float64Array(),
    )
    const leaves = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('$', '$u8 2', '$$number 1'),
      arrays,
    )
    const values = fc.oneof(
      leaves,
      fc.array(leaves),
      fc.dictionary(fc.string(), fc.array(leaves), { noNullPrototype: true }),
    )
    fc.assert(
      fc.property(values, (value) => {
        expect(through(value)).toStrictEqual(value)
      }),
    )
  })

  it.each(['"$u8 5"', '"$f32 0"', '"$u8 1e9"', '"$constructor 0"', '"$f64 3"', '1'])(
    'refuses what it did not make: %s',
    (json) => {
      expect(() => unpackValue(json, new Uint8Array(3))).toThrow()
    },
  )

  it('refuses an array that it cannot bring back', () => {
    expect(() => packValue(new Float32Array(1))).toThrow('invalid array: Float32Array')
  })
})

function through(value: unknown): unknown {
  const { json, buffers } = packValue(value)
  return unpackValue(json, new Uint8Array(buffers.flatMap((buffer) => [...buffer])))
}
