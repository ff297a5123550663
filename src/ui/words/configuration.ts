import type { Configuration } from '../../core/model/configuration.ts'
import { plural } from '../parts/format.ts'

/** What a configuration holds, in one paragraph. */
export function holdsWords(configuration: Configuration): string {
  const { models, bands, flags = [], derived = [], sources = [], views = [] } = configuration
  const groups = models.flatMap((model) => model.groups)
  const factors = groups.flatMap((group) => group.factors)
  const exceptions = models.flatMap((model) => model.exceptions ?? [])
  const rest = [
    ...counted(exceptions, 'exception'),
    ...counted(flags, 'flag'),
    ...counted(derived, 'derived column'),
    ...counted(sources, 'source'),
    ...counted(views, 'saved view'),
  ]
  const scored = `${plural(models.length, 'model')} with ${plural(factors.length, 'factor')} in ${plural(groups.length, 'group')}, and ${plural(bands.length, 'band')}: ${bands.map((band) => band.name ?? band.id).join(', ')}.`
  return rest.length === 0 ? scored : `${scored} Also ${joined(rest)}.`
}

const counted = (list: readonly unknown[], one: string): readonly string[] =>
  list.length === 0 ? [] : [plural(list.length, one)]

/** "a, b and c" */
function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}
