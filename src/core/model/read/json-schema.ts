import { MAX_LENGTH } from '../../formula/parse.ts'
import { assertNever } from '../../problem.ts'
import { configuration } from './configuration-shape.ts'
import {
  expectedOf,
  type ListShape,
  type MapShape,
  type NumberShape,
  type ObjectShape,
  type Shape,
  type TextShape,
} from './shape.ts'

export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * The configuration file as a JSON Schema (2020-12), for editors and checks outside of Hale. It says of every value what one value alone
 * can say; it cannot say what relates values to one another (unique ids, ascending numbers, weights that are not all 0), whether an
 * expression is one, nor the bounds on the file as a whole. Lengths are counted in characters there, and in UTF-16 units here.
 */
export const configurationSchema = (): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Hale configuration',
  ...toJsonSchema(configuration),
})

/** As it is published. */
export const configurationSchemaText = (): string =>
  `${JSON.stringify(configurationSchema(), null, 2)}\n`

function toJsonSchema(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'text':
      return { type: 'string', ...textKeywords(shape) }
    case 'number':
      return numberSchema(shape)
    case 'formula':
      return { description: expectedOf(shape), type: 'string', minLength: 1, maxLength: MAX_LENGTH }
    case 'list':
      return listSchema(shape)
    case 'map':
      return mapSchema(shape)
    case 'object':
      return objectSchema(shape)
    case 'boolean':
    case 'null':
      return { type: shape.kind }
    case 'choice':
      return { enum: shape.of }
    case 'pair':
      return { type: 'array', prefixItems: shape.of.map(toJsonSchema), items: false, minItems: 2 }
    case 'tagged':
      return {
        oneOf: Object.entries(shape.of).map(([tag, one]) => taggedSchema(shape.key, tag, one)),
      }
    case 'one-key':
      return oneKeySchema(shape.of)
    case 'either':
      return { anyOf: shape.of.map(toJsonSchema) }
    default:
      return assertNever(shape)
  }
}

const textKeywords = ({ pattern, longest }: TextShape): JsonSchema => ({
  ...(pattern ? { pattern: pattern.source } : {}),
  maxLength: longest,
})

function numberSchema({ from, to, above, whole }: NumberShape): JsonSchema {
  const most = whole ? Math.min(to, Number.MAX_SAFE_INTEGER) : to
  return {
    type: whole ? 'integer' : 'number',
    ...(from === -Infinity ? {} : { [above ? 'exclusiveMinimum' : 'minimum']: from }),
    ...(most === Infinity ? {} : { maximum: most }),
  }
}

const listSchema = ({ of, least, most }: ListShape): JsonSchema => ({
  type: 'array',
  items: toJsonSchema(of),
  ...(least > 0 ? { minItems: least } : {}),
  maxItems: most,
})

const mapSchema = ({ keys, of, most }: MapShape): JsonSchema => ({
  type: 'object',
  propertyNames: textKeywords(keys),
  additionalProperties: toJsonSchema(of),
  maxProperties: most,
})

const oneKeySchema = (shape: ObjectShape): JsonSchema => ({
  ...objectSchema(shape),
  oneOf: Object.keys(shape.fields).map((key) => ({ required: [key] })),
})

/** Keys that Hale does not know are kept, so the schema allows them too. */
function objectSchema({ fields }: ObjectShape): JsonSchema {
  const entries = Object.entries(fields)
  const required = entries.filter(([, field]) => field.required).map(([key]) => key)
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([key, { shape }]) => [key, toJsonSchema(shape)])),
    ...(required.length > 0 ? { required } : {}),
  }
}

function taggedSchema(key: string, tag: string, shape: ObjectShape): JsonSchema {
  const schema = objectSchema(shape)
  const properties = schema['properties'] as JsonSchema
  return { ...schema, properties: { ...properties, [key]: { const: tag } } }
}
