import type { Configuration } from '../configuration.ts'
import { checkFormulas } from './check-formulas.ts'
import { checkColumnIds, declaredColumns, type KnownColumns } from '../declared-columns.ts'
import type { Findings } from './findings.ts'
import { LIMITS } from './limits.ts'
import type { Place } from '../place.ts'

const NONE: KnownColumns['columns'] = new Map()

/** What no single value says: parts that name one another. Every part is of its shape already. */
export function checkMeaning(
  configuration: Configuration,
  known: KnownColumns | undefined,
  found: Findings,
): void {
  const columns = declaredColumns(configuration)
  checkColumnIds(configuration, columns, known?.columns ?? NONE, found)
  checkFactorIds(configuration, found)
  checkSources(configuration, found)
  checkExamples(configuration, found)
  checkFormulas(configuration, columns, known, found)
}

/** Of all groups of a model: `factor('id')` and the export know a factor by its id alone. */
function checkFactorIds({ models }: Configuration, found: Findings): void {
  let count = 0
  models.forEach(({ groups }, m) => {
    const seen = new Map<string, Place>()
    groups.forEach(({ factors }, g) => {
      count += factors.length
      factors.forEach(({ id }, f) => {
        const place = ['models', m, 'groups', g, 'factors', f, 'id']
        found.duplicate(id, place, seen)
      })
    })
  })
  if (count > LIMITS.factorsInAll) found.tooLarge(['models'], 'count', LIMITS.factorsInAll, count)
}

function checkSources({ sources = [] }: Configuration, found: Findings): void {
  const withIds = sources.filter((source) => source.id_column !== undefined)
  sources.forEach(({ id, through }, i) => {
    const way = withIds.find((source) => source.id === through && source.id !== id)
    if (through !== undefined && !way)
      found.wrong(['sources', i, 'through'], 'the id of another source with an id_column', through)
  })
}

function checkExamples({ examples = [], models, bands }: Configuration, found: Findings): void {
  const isThere = (id: string | null | undefined, items: readonly { readonly id: string }[]) =>
    typeof id !== 'string' || items.some((item) => item.id === id)
  examples.forEach(({ model, band }, i) => {
    if (!isThere(model, models)) found.wrong(['examples', i, 'model'], 'the id of a model', model)
    if (!isThere(band, bands))
      found.wrong(['examples', i, 'band'], 'the id of a band, or null', band)
  })
}
