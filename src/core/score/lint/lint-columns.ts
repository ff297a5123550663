import { isAfterScoringName } from '../../formula/functions.ts'
import { namesUsed } from '../../formula/names.ts'
import type { Configuration, ScoringModel } from '../../model/configuration.ts'
import { formatPlace, type Place } from '../../model/place.ts'
import type { LintFinding } from './lint-finding.ts'
import type { Scorer } from '../scorer.ts'
import { formulaOf } from '../scoring.ts'

interface PlacedText {
  readonly place: Place
  readonly text: string
}

/**
 * Columns that scoring or a flag reads and the snapshot does not have; one that is read in earlier snapshots alone must be in none of
 * them. Each once a place.
 */
export function missingColumns({ configuration, history }: Scorer, at: number): LintFinding[] {
  const { derived = [] } = configuration
  const now = history[at]?.columns
  const ever = new Set(history.slice(0, at + 1).flatMap(({ columns }) => [...columns.keys()]))
  const isThere = (name: string) => now?.has(name) === true
  const findings: LintFinding[] = []
  const seen = new Set<number>()
  const read = ({ place, text }: PlacedText): void => {
    const { names, overTime } = namesUsed(formulaOf(text))
    const earlier = overTime.map(({ name }) => name)
    for (const name of new Set([...names, ...earlier])) {
      const i = derived.findIndex(({ id }) => id === name)
      if (isAfterScoringName(name) || (names.has(name) ? isThere(name) : ever.has(name))) continue
      if (i < 0) findings.push({ code: 'missing-column', place: formatPlace(place), column: name })
      else if (!seen.has(i)) {
        seen.add(i)
        read({ place: ['derived', i, 'expression'], text: derived[i]!.expression })
      }
    }
  }
  for (const placed of expressionsOf(configuration)) read(placed)
  return findings
}

/** All that scoring and flags evaluate; a column that a cohort is divided by is an expression of one name. */
function expressionsOf({ account, models, flags = [] }: Configuration): PlacedText[] {
  return [
    ...maybe(['account', 'include'], account.include),
    ...models.flatMap(expressionsOfModel),
    ...flags.map(({ when }, i) => ({ place: ['flags', i, 'when'], text: when })),
  ]
}

function expressionsOfModel(model: ScoringModel, m: number): PlacedText[] {
  const { appliesTo, groups, exceptions = [] } = model
  const factors = groups.flatMap((group, g) =>
    group.factors.flatMap(({ input, scale }, f) => {
      const place = ['models', m, 'groups', g, 'factors', f]
      const within =
        scale.type === 'percentile' && scale.reference === undefined ? scale.within : undefined
      return [
        { place: [...place, 'input'], text: input },
        ...maybe([...place, 'scale', 'within'], within),
      ]
    }),
  )
  return [
    ...maybe(['models', m, 'appliesTo'], appliesTo),
    ...factors,
    ...exceptions.map(({ when }, i) => ({
      place: ['models', m, 'exceptions', i, 'when'],
      text: when,
    })),
  ]
}

const maybe = (place: Place, text: string | undefined): PlacedText[] =>
  text === undefined ? [] : [{ place, text }]
