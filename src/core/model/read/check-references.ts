import { nearest } from '../../formula/nearest.ts'
import type { ColumnType } from '../../table/column.ts'
import type { Configuration } from '../configuration.ts'
import type { Findings } from './findings.ts'
import type { Place } from '../place.ts'

interface Reference {
  readonly place: Place
  readonly id: string
  /** Null: any. */
  readonly wanted: ColumnType | null
}

/** Columns that are named by their id alone: a name that is in no snapshot, or of another type, is a warning. */
export function checkReferences(
  configuration: Configuration,
  columns: ReadonlyMap<string, ColumnType | null>,
  found: Findings,
): void {
  for (const { place, id, wanted } of [...rolesOf(configuration), ...cohortsOf(configuration)]) {
    const type = columns.get(id)
    if (type === undefined) {
      const suggestion = nearest(id, columns.keys())
      const problem = {
        code: 'unknown-name' as const,
        name: id,
        suggestion,
        from: 0,
        to: id.length,
      }
      found.add(place, 'warning', { code: 'bad-formula', formula: id, problem })
    } else if (wanted !== null && type !== null && type !== wanted) {
      const expected = `a column of type ${wanted}`
      found.add(place, 'warning', {
        code: 'wrong-value',
        expected,
        found: `${id}, of type ${type}`,
      })
    }
  }
}

/** All but the key, which every snapshot has. */
function rolesOf({ account }: Configuration): Reference[] {
  const wanted = {
    name: null,
    value: 'number',
    renewal: 'date',
    owner: null,
    outcome: null,
  } as const
  const roles = Object.entries(wanted) as [keyof typeof wanted, ColumnType | null][]
  return [
    ...roles.flatMap(([role, type]) => {
      const id = account[role]
      return id === undefined ? [] : [{ place: ['account', role], id, wanted: type }]
    }),
    ...(account.segments ?? []).map((id, i) => ({
      place: ['account', 'segments', i],
      id,
      wanted: null,
    })),
  ]
}

function cohortsOf({ models }: Configuration): Reference[] {
  return models.flatMap(({ groups }, m) =>
    groups.flatMap(({ factors }, g) =>
      factors.flatMap(({ scale }, f) =>
        scale.type === 'percentile' && scale.within !== undefined
          ? [
              {
                place: ['models', m, 'groups', g, 'factors', f, 'scale', 'within'],
                id: scale.within,
                wanted: null,
              },
            ]
          : [],
      ),
    ),
  )
}
