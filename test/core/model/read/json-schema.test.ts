import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkShape } from '../../../../src/core/model/read/check-shape.ts'
import { configuration as configurationShape } from '../../../../src/core/model/read/configuration-shape.ts'
import { Findings } from '../../../../src/core/model/read/findings.ts'
import {
  configurationSchema,
  configurationSchemaText,
} from '../../../../src/core/model/read/json-schema.ts'
import { restoreConfiguration } from '../../../../src/core/model/read/restore.ts'
import { type ObjectShape, type Shape, textLike } from '../../../../src/core/model/read/shape.ts'
import { hasShared, sharedPath, withoutShared } from '../../../shared.ts'
import { fullConfiguration } from '../full-configuration.ts'
import { mutated } from '../mutate.ts'

const isValid = new Ajv2020({ strict: true, strictRequired: false }).compile(configurationSchema())

test('the published schema is the one that the shapes give: npm run schema', () => {
  const published = new URL('../../../../public/hale-config.schema.json', import.meta.url)
  expect(readFileSync(published, 'utf8')).toBe(configurationSchemaText())
})

test('a configuration with every known key is valid to Hale and to the schema', () => {
  expect(restoreConfiguration(JSON.stringify(fullConfiguration)).ok).toBe(true)
  expect(isValid(fullConfiguration)).toBe(true)
})

describe.skipIf(!hasShared)(
  `the reference configurations are valid${hasShared ? '' : ` (${withoutShared})`}`,
  () => {
    const names = hasShared
      ? readdirSync(sharedPath('vectors')).filter((name) => !name.includes('.'))
      : []
    test.each(names)('%s', (name) => {
      const value: unknown = JSON.parse(
        readFileSync(sharedPath(`vectors/${name}/config.json`), 'utf8'),
      )
      expect([isValid(value), isValid.errors]).toEqual([true, null])
    })
  },
)

test('what Hale loads is valid, and the schema refuses what is wrong with a value by itself', () => {
  const seen = { valid: 0, invalid: 0 }
  fc.assert(
    fc.property(mutated(fullConfiguration), (value) => {
      const valid = isValid(value)
      seen[valid ? 'valid' : 'invalid']++
      expect([valid, isValid.errors]).toEqual([isOfShape(value), valid ? null : expect.anything()])
      if (restoreConfiguration(JSON.stringify(value)).ok) expect(valid).toBe(true)
    }),
    { seed: 11, numRuns: 1_000 },
  )
  expect(seen.valid).toBeGreaterThan(100)
  expect(seen.invalid).toBeGreaterThan(100)
}, 20_000)

const plainShape = withoutRelations(configurationShape)

/** Whether every value is right by itself: no rule between values, and an expression is any text. */
function isOfShape(value: unknown): boolean {
  const found = new Findings()
  checkShape(value, plainShape, [], found)
  return found.errors.length === 0
}

function withoutRelations<S extends Shape>(shape: S): Shape {
  switch (shape.kind) {
    case 'formula':
      return textLike(/[^]/, '', 4_000)
    case 'list':
      return { ...shape, of: withoutRelations(shape.of), rule: null, unique: null }
    case 'map':
      return { ...shape, of: withoutRelations(shape.of), rule: null }
    case 'object':
      return objectWithoutRelations(shape)
    case 'one-key':
      return { ...shape, of: objectWithoutRelations(shape.of) }
    case 'tagged':
      return {
        ...shape,
        of: Object.fromEntries(
          Object.entries(shape.of).map(([tag, one]) => [tag, objectWithoutRelations(one)]),
        ),
      }
    case 'either':
      return { ...shape, of: shape.of.map(withoutRelations) }
    case 'pair':
      return {
        ...shape,
        of: [withoutRelations(shape.of[0]), withoutRelations(shape.of[1])],
      }
    default:
      return shape
  }
}

function objectWithoutRelations(shape: ObjectShape): ObjectShape {
  const fields = Object.entries(shape.fields).map(
    ([key, field]) => [key, { ...field, shape: withoutRelations(field.shape) }] as const,
  )
  return { ...shape, fields: Object.fromEntries(fields), rule: null }
}
