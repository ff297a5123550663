import { TRUE } from '../../table/column.ts'
import type { Kit } from './kit.ts'
import type { NeedId } from './needs.ts'
import { readable } from './scales.ts'

/** Conditions over one's own columns, written as a person would. */

const QUARTER = 92

/**
 * Against the mean of the last quarter, which one busy month does not change much: a quarter less. As long as there is no such mean, as
 * little as few others have.
 */
export const fallen = (kit: Kit, need: NeedId): string => {
  const mean = `average(${kit.id(need)}, ${QUARTER})`
  const falls = `${kit.id(need)} < 0.75 * ${mean}`
  return kit.remembers(QUARTER) ? falls : `if(is_missing(${mean}), ${few(kit, need)}, ${falls})`
}

/** Of a count so many, of days a month, of a fact that it is one. */
export function troubled(kit: Kit, need: NeedId, count: number): string {
  const { id, header } = kit.column(need)
  if (kit.type(need) === 'boolean') return `${id} == true`
  return /day/i.test(header) ? `${id} >= 30` : `${id} >= ${count}`
}

/** In so low, or high, a share of the scale that its answers have. */
export function answered(kit: Kit, need: NeedId, side: 'poor' | 'best'): string {
  const scale = kit.candidate(need)?.scale(kit.rows)
  const [from, to] = scale?.type === 'linear' ? [scale.from, scale.to] : [0, 100]
  const share = side === 'poor' ? 0.25 : 0.9
  const limit = Number((from + share * (to - from)).toPrecision(3))
  return side === 'poor' ? `${kit.id(need)} <= ${limit}` : `${kit.id(need)} >= ${limit}`
}

/** Fewer than most have: the lowest quarter. */
export const few = (kit: Kit, need: NeedId): string =>
  `${kit.id(need)} <= ${readable(kit.quantile(need, 0.25))}`

/** More than most have: the highest tenth. */
export const many = (kit: Kit, need: NeedId): string =>
  `${kit.id(need)} > ${Math.max(1, readable(kit.quantile(need, 0.9)))}`

/** There was some before, so many on average, and there is none now. Who can have none is none the worse for it: that needs a past. */
export function stopped(
  kit: Kit,
  need: NeedId,
  before: { readonly average: number; readonly days: number },
): string {
  const id = kit.id(need)
  return kit.type(need) === 'boolean'
    ? `${id} == false and previous(${id}) == true`
    : `${id} == 0 and average(${id}, ${before.days}) >= ${before.average}`
}

/** A milestone that was reached: a date that is there, a fact, a count above none. */
export function reached(kit: Kit, need: NeedId): string {
  const { id, column } = kit.column(need)
  switch (column.type) {
    case 'boolean':
      return `coalesce(${id}, false)`
    case 'number':
      return `coalesce(${id} > 0, false)`
    case 'date':
    case 'text':
      return `not is_missing(${id})`
  }
}

/** Whether any customer has this fact. */
export function occurs(kit: Kit, need: NeedId): boolean {
  const { column } = kit.column(need)
  return column.type === 'boolean' && kit.rows.some((row) => column.values[row] === TRUE)
}
