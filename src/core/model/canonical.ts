import type { Configuration } from './configuration.ts'
import { configuration as configurationShape } from './read/configuration-shape.ts'
import type { ObjectShape, Shape } from './read/shape.ts'

/**
 * The configuration as it is written to a file: keys in the order of SPEC, those that Hale does not know behind them in
 * their own, two spaces of indent, a line end behind it. Nothing is added: what was left to a default stays left to it.
 */
export function toCanonicalJson(configuration: Configuration): string {
  return `${JSON.stringify(inOrder(configuration, configurationShape), null, 2)}\n`
}

/** SHA-256 of the canonical JSON, in hex: equal for configurations that say the same in another order of keys. */
export async function configurationHash(configuration: Configuration): Promise<string> {
  const bytes = new TextEncoder().encode(toCanonicalJson(configuration))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function inOrder(value: unknown, shape: Shape): unknown {
  if (Array.isArray(value))
    return shape.kind === 'list' ? value.map((item) => inOrder(item, shape.of)) : value
  const object = value !== null && typeof value === 'object' && objectShapeOf(shape, value)
  return object ? fieldsInOrder(value as Record<string, unknown>, object) : value
}

/** Object.fromEntries, unlike an assignment, keeps a key named `__proto__`. */
function fieldsInOrder(value: Readonly<Record<string, unknown>>, { fields }: ObjectShape) {
  const known = Object.keys(fields).filter((key) => Object.hasOwn(value, key))
  const others = Object.keys(value).filter((key) => !Object.hasOwn(fields, key))
  return Object.fromEntries([
    ...known.map((key) => [key, inOrder(value[key], fields[key]!.shape)] as const),
    ...others.map((key) => [key, value[key]] as const),
  ])
}

function objectShapeOf(shape: Shape, value: object): ObjectShape | null {
  switch (shape.kind) {
    case 'object':
      return shape
    case 'one-key':
      return shape.of
    case 'tagged':
      return shape.of[(value as Readonly<Record<string, string>>)[shape.key]!] ?? null
    case 'either': {
      const structured = shape.of.find((one) => one.kind === 'one-key')
      return structured ? objectShapeOf(structured, value) : null
    }
    default:
      return null
  }
}
