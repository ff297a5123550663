import type { Phase } from '../../formula/check.ts'
import type { ColumnType } from '../../table/column.ts'

/**
 * What a value of the configuration file must be, as data: checking, the order of the keys and what a message
 * expects are all read from it. Rules say what one value alone cannot: "different", "ascending", "not all 0".
 */
export type Shape =
  | TextShape
  | NumberShape
  | FormulaShape
  | ListShape
  | MapShape
  | ObjectShape
  | { readonly kind: 'boolean' }
  | { readonly kind: 'null' }
  | { readonly kind: 'choice'; readonly of: readonly (string | number)[] }
  | { readonly kind: 'pair'; readonly of: readonly [Shape, Shape] }
  | {
      readonly kind: 'tagged'
      readonly key: string
      readonly of: Readonly<Record<string, ObjectShape>>
    }
  | { readonly kind: 'one-key'; readonly of: ObjectShape }
  | { readonly kind: 'either'; readonly of: readonly Shape[] }

export interface TextShape {
  readonly kind: 'text'
  readonly pattern: RegExp | null
  readonly expected: string
  readonly longest: number
}

export interface NumberShape {
  readonly kind: 'number'
  readonly from: number
  readonly to: number
  /** `from` itself does not belong. */
  readonly above: boolean
  readonly whole: boolean
}

export interface FormulaShape {
  readonly kind: 'formula'
  readonly phase: Phase
  /** What it must give; null for anything. */
  readonly wanted: ColumnType | null
}

export interface ListShape {
  readonly kind: 'list'
  readonly of: Shape
  readonly least: number
  readonly most: number
  /** The key that tells the items apart. */
  readonly unique: string | null
  readonly rule: Rule | null
}

/** Keys are data (column ids, categories). */
export interface MapShape {
  readonly kind: 'map'
  readonly of: Shape
  readonly keys: TextShape
  readonly most: number
  readonly rule: Rule | null
}

/** `fields` in the order in which they are written. */
export interface ObjectShape {
  readonly kind: 'object'
  readonly fields: Readonly<Record<string, Field>>
  readonly rule: Rule | null
}

export interface Field {
  readonly shape: Shape
  readonly required: boolean
  /** Read and kept, but nothing comes of it yet. */
  readonly unused: boolean
}

/** Judges a value whose parts are all of their shapes. `at` is the way from that value to the part at fault. */
export type Rule = (value: never, report: Report) => void
export type Report = (at: readonly (string | number)[], expected: string, found: unknown) => void

type RuleOf<T> = (value: T, report: Report) => void
type FieldsOf<T> = {
  readonly [K in keyof T]-?: Field & {
    readonly required: Partial<Pick<T, K>> extends Pick<T, K> ? false : true
  }
}

/** Every key of T, neither more nor fewer, and required where T requires it. */
export const object = <T>(fields: FieldsOf<T>, rule: RuleOf<T> | null = null): ObjectShape => ({
  kind: 'object',
  fields: fields as Readonly<Record<string, Field>>,
  rule,
})

export const required = (shape: Shape): Field & { readonly required: true } => ({
  shape,
  required: true,
  unused: false,
})

export const optional = (shape: Shape): Field & { readonly required: false } => ({
  shape,
  required: false,
  unused: false,
})

export const unused = (shape: Shape): Field & { readonly required: false } => ({
  shape,
  required: false,
  unused: true,
})

export const text = (longest: number): TextShape => ({
  kind: 'text',
  pattern: null,
  expected: 'text',
  longest,
})

export const textLike = (pattern: RegExp, expected: string, longest: number): TextShape => ({
  kind: 'text',
  pattern,
  expected,
  longest,
})

export const number = (from = -Infinity, to = Infinity): NumberShape => ({
  kind: 'number',
  from,
  to,
  above: false,
  whole: false,
})

export const numberAbove = (from: number): NumberShape => ({ ...number(from), above: true })
export const wholeNumber = (from: number): NumberShape => ({ ...number(from), whole: true })

export const list = <T = unknown>(
  of: Shape,
  most: number,
  options: { least?: number; unique?: string; rule?: RuleOf<readonly T[]> } = {},
): ListShape => ({
  kind: 'list',
  of,
  most,
  least: options.least ?? 0,
  unique: options.unique ?? null,
  rule: options.rule ?? null,
})

export const map = <T = unknown>(
  keys: TextShape,
  of: Shape,
  most: number,
  rule: RuleOf<Readonly<Record<string, T>>> | null = null,
): MapShape => ({ kind: 'map', keys, of, most, rule })

export const choice = (of: readonly (string | number)[]): Shape => ({ kind: 'choice', of })
export const either = (...of: readonly Shape[]): Shape => ({ kind: 'either', of })
export const formula = (phase: Phase, wanted: ColumnType | null): FormulaShape => ({
  kind: 'formula',
  phase,
  wanted,
})

/** In the words of a message: "a number from 0 to 100". */
export function expectedOf(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return shape.expected
    case 'number':
      return expectedNumber(shape)
    case 'formula':
      return 'an expression in quotes'
    case 'list':
      return shape.least > 0 ? `a list of ${shape.least} or more` : 'a list'
    case 'map':
    case 'object':
      return 'an object'
    case 'boolean':
      return 'true or false'
    case 'null':
      return 'null'
    case 'choice':
      return shape.of.length === 1 ? `${shape.of[0]}` : `one of ${shape.of.join(', ')}`
    case 'pair':
      return `a pair of ${shape.of.map(expectedOf).join(' and ')}`
    case 'tagged':
      return `an object with ${shape.key} ${Object.keys(shape.of).join(', ')}`
    case 'one-key':
      return `an object with exactly one of ${Object.keys(shape.of.fields).join(', ')}`
    case 'either':
      return shape.of.map(expectedOf).join(' or ')
  }
}

function expectedNumber({ from, to, above, whole }: NumberShape): string {
  const noun = whole ? 'a whole number' : 'a number'
  if (to !== Infinity) return `${noun} from ${from} to ${to}`
  if (from === -Infinity) return noun
  return above ? `${noun} above ${from}` : `${noun} of ${from} or more`
}
