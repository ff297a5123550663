import { parseFormula } from '../../formula/parse.ts'
import { assertNever } from '../../problem.ts'
import type { Findings } from './findings.ts'
import { LIMITS } from './limits.ts'
import { nearest } from '../../formula/nearest.ts'
import type { Place } from '../place.ts'
import { isScalar } from './scalar.ts'
import {
  expectedOf,
  type FormulaShape,
  type ListShape,
  type MapShape,
  type ObjectShape,
  type Rule,
  type Shape,
  type TextShape,
} from './shape.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** Compares a value with its shape and adds what is wrong. The value itself stays as it is. */
export function checkShape(value: unknown, shape: Shape, place: Place, found: Findings): void {
  if (found.isFull) return
  switch (shape.kind) {
    case 'text':
      return checkText(value, shape, place, found)
    case 'number':
    case 'boolean':
    case 'null':
    case 'choice':
      return isScalar(value, shape) ? undefined : found.wrong(place, expectedOf(shape), value)
    case 'formula':
      return checkFormulaText(value, shape, place, found)
    case 'list':
      return checkList(value, shape, place, found)
    case 'map':
      return checkMap(value, shape, place, found)
    case 'object':
      return checkObject(value, shape, place, found)
    case 'pair':
      return checkPair(value, shape, place, found)
    case 'tagged':
      return checkTagged(value, shape, place, found)
    case 'one-key':
      return checkOneKey(value, shape, place, found)
    case 'either':
      return checkEither(value, shape, place, found)
    default:
      return assertNever(shape)
  }
}

function checkText(value: unknown, shape: TextShape, place: Place, found: Findings): void {
  if (isScalar(value, shape)) return
  if (typeof value === 'string' && value.length > shape.longest)
    found.tooLarge(place, 'length', shape.longest, value.length)
  else found.wrong(place, expectedOf(shape), value)
}

function checkFormulaText(value: unknown, shape: FormulaShape, place: Place, found: Findings) {
  if (typeof value !== 'string') return found.wrong(place, expectedOf(shape), value)
  const parsed = parseFormula(value)
  if (parsed.ok) {
    found.formulas.push({ place, text: value, formula: parsed.value, shape })
    return
  }
  for (const problem of parsed.problems)
    found.add(place, 'error', { code: 'bad-formula', formula: value, problem })
}

function checkList(value: unknown, shape: ListShape, place: Place, found: Findings): void {
  if (!Array.isArray(value) || value.length < shape.least)
    return found.wrong(place, expectedOf(shape), value)
  if (value.length > shape.most) return found.tooLarge(place, 'count', shape.most, value.length)
  const before = found.errors.length
  value.forEach((item, i) => checkShape(item, shape.of, [...place, i], found))
  if (shape.unique !== null) checkUnique(value, shape.unique, place, found)
  if (found.errors.length === before) applyRule(shape.rule, value, place, found)
}

/** Items that share an id; the first of them keeps it. */
function checkUnique(items: readonly unknown[], key: string, place: Place, found: Findings): void {
  const first = new Map<string, Place>()
  items.forEach((item, i) => {
    const id = isObject(item) ? item[key] : undefined
    if (typeof id !== 'string') return
    found.duplicate(id, [...place, i, key], first)
  })
}

function checkMap(value: unknown, shape: MapShape, place: Place, found: Findings): void {
  if (!isObject(value)) return found.wrong(place, expectedOf(shape), value)
  const entries = Object.entries(value)
  if (entries.length > shape.most) return found.tooLarge(place, 'count', shape.most, entries.length)
  const before = found.errors.length
  for (const [key, item] of entries) {
    checkText(key, shape.keys, [...place, key], found)
    checkShape(item, shape.of, [...place, key], found)
  }
  if (found.errors.length === before) applyRule(shape.rule, value, place, found)
}

function checkObject(value: unknown, shape: ObjectShape, place: Place, found: Findings): void {
  if (!isObject(value)) return found.wrong(place, expectedOf(shape), value)
  const before = found.errors.length
  for (const [key, field] of Object.entries(shape.fields)) {
    const here = [...place, key]
    if (Object.hasOwn(value, key)) {
      checkShape(value[key], field.shape, here, found)
      if (field.unused && !isEmptyList(value[key]))
        found.add(here, 'warning', { code: 'not-used-yet', what: key })
    } else if (field.required) found.add(here, 'error', { code: 'absent' })
  }
  keepUnknownKeys(value, Object.keys(shape.fields), place, found)
  if (found.errors.length === before) applyRule(shape.rule, value, place, found)
}

function keepUnknownKeys(
  value: JsonObject,
  known: readonly string[],
  place: Place,
  found: Findings,
): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue
    checkFinite(value[key], [...place, key], found)
    if (found.warnings.length >= LIMITS.problems) continue
    const absent = known.filter((other) => !Object.hasOwn(value, other))
    const suggestion = nearest(key, absent)
    found.add([...place, key], 'warning', { code: 'unknown-key', key, suggestion })
  }
}

/** `1e999` is JSON, but no number that could be written again. */
function checkFinite(value: unknown, place: Place, found: Findings): void {
  if (typeof value === 'number' && !Number.isFinite(value))
    found.wrong(place, 'a finite number', value)
  else if (Array.isArray(value)) value.forEach((item, i) => checkFinite(item, [...place, i], found))
  else if (isObject(value))
    Object.entries(value).forEach(([key, item]) => checkFinite(item, [...place, key], found))
}

function checkPair(
  value: unknown,
  shape: Extract<Shape, { kind: 'pair' }>,
  place: Place,
  found: Findings,
): void {
  if (!Array.isArray(value) || value.length !== 2)
    return found.wrong(place, expectedOf(shape), value)
  shape.of.forEach((part, i) => checkShape(value[i], part, [...place, i], found))
}

function checkTagged(
  value: unknown,
  shape: Extract<Shape, { kind: 'tagged' }>,
  place: Place,
  found: Findings,
): void {
  if (!isObject(value)) return found.wrong(place, expectedOf(shape), value)
  const tag = Object.hasOwn(value, shape.key) ? value[shape.key] : undefined
  const variant = typeof tag === 'string' && Object.hasOwn(shape.of, tag) && shape.of[tag]
  if (variant) return checkObject(value, variant, place, found)
  found.wrong([...place, shape.key], `one of ${Object.keys(shape.of).join(', ')}`, tag)
}

function checkOneKey(
  value: unknown,
  shape: Extract<Shape, { kind: 'one-key' }>,
  place: Place,
  found: Findings,
): void {
  if (!isObject(value)) return found.wrong(place, expectedOf(shape), value)
  const present = Object.keys(shape.of.fields).filter((key) => Object.hasOwn(value, key))
  if (present.length !== 1)
    found.add(place, 'error', {
      code: 'wrong-value',
      expected: expectedOf(shape),
      found: present.length === 0 ? 'none of them' : present.join(' and '),
    })
  checkObject(value, shape.of, place, found)
}

/** Objects are compared with the one alternative that is an object, so that the place is the part at fault. */
function checkEither(
  value: unknown,
  shape: Extract<Shape, { kind: 'either' }>,
  place: Place,
  found: Findings,
): void {
  if (shape.of.some((one) => isScalar(value, one))) return
  const structured = isObject(value) && shape.of.find((one) => one.kind === 'one-key')
  if (structured) checkShape(value, structured, place, found)
  else found.wrong(place, expectedOf(shape), value)
}

function applyRule(rule: Rule | null, value: unknown, place: Place, found: Findings): void {
  rule?.(value as never, (at, expected, wrong) => found.wrong([...place, ...at], expected, wrong))
}

const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0
