import type { NumberShape, Shape, TextShape } from './shape.ts'

/** Whether a value without parts is as its shape wants it. */
export function isScalar(value: unknown, shape: Shape): boolean {
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string' && isText(value, shape)
    case 'number':
      return typeof value === 'number' && isNumber(value, shape)
    case 'boolean':
      return typeof value === 'boolean'
    case 'null':
      return value === null
    case 'choice':
      return (shape.of as readonly unknown[]).includes(value)
    default:
      return false
  }
}

const isText = (value: string, { pattern, longest }: TextShape) =>
  value.length <= longest && (pattern === null || pattern.test(value))

const isNumber = (value: number, { from, to, above, whole }: NumberShape) =>
  Number.isFinite(value) &&
  value >= from &&
  value <= to &&
  !(above && value === from) &&
  !(whole && !Number.isSafeInteger(value))
