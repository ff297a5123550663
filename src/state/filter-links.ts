import { parseFormula } from '../core/formula/parse.ts'
import type { Node } from '../core/formula/tree.ts'
import type { Band } from '../core/model/configuration.ts'
import type { ColumnType } from '../core/table/column.ts'
import type { Condition } from '../core/view/filter.ts'
import { readConditions } from '../core/view/read-filter.ts'
import { filterText, toLiteral } from '../core/view/write-filter.ts'

/** Filters that other pages link to: `route.href('accounts', { filter: bandFilter([0], bands) })`. A band null is "not scored". */
export const bandFilter = (chosen: readonly (number | null)[], bands: readonly Band[]): string =>
  filterText(
    among(
      'band',
      chosen.map((band) => idOf(band, bands)),
    ),
  )

/** The accounts of one segment; null are those without a value. */
export function segmentFilter(
  column: { readonly id: string; readonly type: ColumnType },
  label: string | null,
): string {
  if (label !== null && column.type === 'boolean')
    return filterText([
      {
        kind: 'values',
        subject: nodeOf(column.id),
        values: [toLiteral(label === 'true')],
        negated: false,
        orMissing: false,
      },
    ])
  return filterText(among(column.id, [label]))
}

/** Of a number or of days: from … to, without `to`; either may be open. */
export function rangeFilter(
  subject: string,
  least: number | string | null,
  below: number | string | null,
): string {
  return filterText([
    {
      kind: 'range',
      subject: nodeOf(subject),
      least: least === null ? null : { value: least, inclusive: true },
      most: below === null ? null : { value: below, inclusive: false },
      orMissing: false,
    },
  ])
}

/** The accounts for which a column, or any expression, has no value. */
export const missingFilter = (subject: string): string =>
  filterText([{ kind: 'missing', subject: nodeOf(subject), negated: false }])

/** Filters that all hold; '' is no filter. */
export const allOf = (...filters: readonly string[]): string =>
  filterText(filters.filter(Boolean).flatMap((text) => readConditions(nodeOf(text))))

const idOf = (band: number | null, bands: readonly Band[]): string | null =>
  band === null ? null : (bands[band]?.id ?? null)

function among(subject: string, values: readonly (string | null)[]): readonly Condition[] {
  const node = nodeOf(subject)
  const known = values.filter((value) => value !== null)
  const orMissing = known.length < values.length
  if (known.length === 0)
    return orMissing ? [{ kind: 'missing', subject: node, negated: false }] : []
  return [
    { kind: 'values', subject: node, values: known.map(toLiteral), negated: false, orMissing },
  ]
}

/** A text that is no expression is one of the app's own making. */
function nodeOf(text: string): Node {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(`invalid filter: ${text}`)
  return parsed.value.root
}
