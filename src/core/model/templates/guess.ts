import type { ColumnType } from '../../table/column.ts'
import { headerWords } from '../propose/header-words.ts'
import { meaningOf } from '../propose/meaning.ts'
import type { Mapping } from './kit.ts'
import { NEEDS, needOf, type NeedId } from './needs.ts'
import type { Choice, Template } from './template.ts'

/** A column that may play a need, by the header it came with. */
export interface NamedColumn {
  readonly id: string
  readonly label: string
  readonly type: ColumnType
}

/** Everything that a template can make something of, in the order in which needs are listed. */
export function needsOf(template: Template): NeedId[] {
  const { derived, models, exceptions, flags } = template
  const recipes = [
    ...derived,
    ...models,
    ...models.flatMap(({ appliesTo = [] }) => appliesTo),
    ...models.flatMap(({ groups }) => groups.flatMap(({ factors }) => factors.flat())),
    ...(exceptions as readonly Choice<{ needs: readonly NeedId[] }>[]).flat(),
    ...flags.flat(),
  ]
  const asked = new Set(recipes.flatMap(({ needs }) => needs))
  return (Object.keys(NEEDS) as NeedId[]).filter((id) => asked.has(id))
}

/**
 * The column whose header fits each need best, as the proposal of a first model reads headers. A column plays one need of the factors;
 * one that is only read in conditions may play another as well.
 */
export function guessMapping(needs: readonly NeedId[], columns: readonly NamedColumn[]): Mapping {
  const scored = needs.filter((id) => needOf(id).signal !== null)
  const others = needs.filter((id) => needOf(id).signal === null)
  const taken = new Set<string>()
  const mapping: { -readonly [id in NeedId]?: string } = {}
  for (const [id, column] of bestPairs(scored, columns)) {
    if (mapping[id] !== undefined || taken.has(column)) continue
    mapping[id] = column
    taken.add(column)
  }
  for (const [id, column] of bestPairs(others, columns)) mapping[id] ??= column
  return mapping
}

/** Needs with columns that fit, the best fits first. */
function bestPairs(
  needs: readonly NeedId[],
  columns: readonly NamedColumn[],
): (readonly [NeedId, string])[] {
  const heads = columns.map((column) => ({
    column,
    words: headerWords(column.label),
    meaning: meaningOf(column.label)?.meaning ?? null,
  }))
  const pairs = needs.flatMap((id) => {
    const { types, fits } = needOf(id)
    return heads.flatMap(({ column, words, meaning }) => {
      const rank = fits.findIndex((fit) => fit(words, meaning))
      return rank < 0 || !types.includes(column.type) ? [] : [{ id, column: column.id, rank }]
    })
  })
  return pairs.sort((a, b) => a.rank - b.rank).map(({ id, column }) => [id, column] as const)
}
