import type { Configuration, Example } from '../model/configuration.ts'
import { declaredColumns, declaredTypes } from '../model/declared-columns.ts'
import { LIMITS } from '../model/read/limits.ts'
import type { ConfigurationProblem } from '../problem.ts'
import type { ColumnType } from '../table/column.ts'
import { scoreAlone } from './score-alone.ts'
import { NO_BAND, type ScoreSheet } from './sheet.ts'

/**
 * Warns of each example whose score or band is not what it says. An example is an account of its values alone, without a past, a
 * day or other accounts: ranks without `reference` give 50, and what is counted from the day of the snapshot is missing. It is scored by the
 * model it names, whomever that applies to, else by the first that applies; `include` is not asked, and derived columns are computed. A score is compared as it is shown.
 */
export function differingExamples(
  configuration: Configuration,
  known: ReadonlyMap<string, ColumnType> = new Map(),
): readonly ConfigurationProblem[] {
  const { examples = [], models } = configuration
  const types = new Map([...declaredTypes(configuration, declaredColumns(configuration)), ...known])
  const problems = [undefined, ...models.map(({ id }) => id)].flatMap((model) => {
    const places = examples.flatMap((example, i) => (example.model === model ? [i] : []))
    if (places.length === 0) return []
    const values = places.map((place) => (examples[place] as Example).values)
    const sheet = scoreAlone(configuration, values, { model, types, day: null }).sheet(0)
    return places.flatMap((place, row) => problemsOf(configuration, place, sheet, row))
  })
  return problems.slice(0, LIMITS.problems)
}

function problemsOf(
  { examples = [], bands }: Configuration,
  place: number,
  sheet: ScoreSheet,
  row: number,
): ConfigurationProblem[] {
  const { name, score, band } = examples[place] as Example
  const shown = sheet.shown[row] as number
  const foundScore = Number.isNaN(shown) ? null : shown
  const foundBand =
    sheet.bands[row] === NO_BAND ? null : (bands[sheet.bands[row] as number]?.id ?? null)
  const differs = (key: string, expected: unknown, found: unknown): ConfigurationProblem[] =>
    expected === undefined || expected === found
      ? []
      : [
          {
            code: 'example-differs',
            place: `examples[${place}].${key}`,
            severity: 'warning',
            example: name,
            expected: write(expected),
            found: write(found),
          },
        ]
  return [...differs('score', score, foundScore), ...differs('band', band, foundBand)]
}

const write = (value: unknown): string => (value === null ? 'not scored' : `${value}`)
