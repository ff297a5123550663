import type { Condition } from '../core/view/filter.ts'
import { toLiteral } from '../core/view/write-filter.ts'
import { toSubject } from './filter.svelte.ts'

/** The values that a list of values has ticked; null is "no value". */
export type Chosen = readonly (string | boolean | null)[]

/** What a condition ticks in the list of its subject's values: nothing where it is another kind of condition. */
export function chosenBy(condition: Condition | undefined): Chosen {
  if (condition?.kind === 'missing') return condition.negated ? [] : [null]
  if (condition?.kind !== 'values' || condition.negated) return []
  const values = condition.values.map((literal) =>
    literal.kind === 'boolean'
      ? literal.value
      : literal.kind === 'missing'
        ? null
        : `${literal.value}`,
  )
  return condition.orMissing ? [...values, null] : values
}

/** The condition that lets the ticked values through; null where none is ticked, which is no condition. */
export function choose(subject: string, chosen: Chosen): Condition | null {
  const node = toSubject(subject)
  const values = chosen.filter((value) => value !== null)
  const orMissing = values.length < chosen.length
  if (values.length === 0)
    return orMissing ? { kind: 'missing', subject: node, negated: false } : null
  return { kind: 'values', subject: node, values: values.map(toLiteral), negated: false, orMissing }
}

/** Ticks a value, or takes the tick away; texts are compared without regard to case. */
export function toggled(chosen: Chosen, value: string | boolean | null): Chosen {
  const others = chosen.filter((one) => !isSameValue(one, value))
  return others.length < chosen.length ? others : [...chosen, value]
}

export const isSameValue = (a: string | boolean | null, b: string | boolean | null): boolean =>
  typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b
