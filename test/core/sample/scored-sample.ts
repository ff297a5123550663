import type { Cells } from '../../../src/sample/account.ts'
import { sampleConfiguration } from '../../../src/sample/configuration.ts'
import { SOURCE_COLUMNS } from '../../../src/sample/columns.ts'
import { sampleDeliveries, sampleRows } from '../../../src/sample/deliveries.ts'
import { createScorer } from '../../../src/core/score/scorer.ts'
import { plainHistory } from '../../support/plain-history.ts'

export const NEWEST = 11
export const JUNE = 7
export const configuration = sampleConfiguration()
export const deliveries = sampleDeliveries()
export const rows = sampleRows()

const types = Object.fromEntries(SOURCE_COLUMNS.map(({ id, type }) => [id, type]))
const files = deliveries.map(({ day, csv }) => ({ day, text: csv }))
const { history, keys } = plainHistory(files, types)
const scorer = createScorer(configuration, history)

/** One account in one month, as the engine has it. */
export interface ScoredRow {
  readonly cells: Cells
  readonly isCustomer: boolean
  /** Null: not scored. */
  readonly score: number | null
  readonly raw: number | null
  readonly band: string | null
  readonly model: string | null
  readonly flags: readonly string[]
}

/** By month and key, read from the CSV and scored. */
export const months: readonly ReadonlyMap<string, ScoredRow>[] = history.map((_, at) => {
  const sheet = scorer.sheet(at)
  const cellsOf = new Map(rows[at]?.map((cells) => [cells.key, cells]))
  return new Map(
    Array.from(sheet.accounts, (account, row) => {
      const key = keys[account] as string
      const at = (values: Float64Array) => (Number.isNaN(values[row]) ? null : values[row]!)
      const scored: ScoredRow = {
        cells: cellsOf.get(key) as Cells,
        isCustomer: sheet.included[row] === 1,
        score: at(sheet.shown),
        raw: at(sheet.raw),
        band: configuration.bands[sheet.bands[row]!]?.id ?? null,
        model: configuration.models[sheet.models[row]!]?.id ?? null,
        flags: (configuration.flags ?? []).flatMap(({ id }, i) =>
          sheet.flags[i]?.[row] === 1 ? [id] : [],
        ),
      }
      return [key, scored] as const
    }),
  )
})

export const monthOf = (month: number): ScoredRow[] => [...(months[month]?.values() ?? [])]

export const customersOf = (month: number): ScoredRow[] =>
  monthOf(month).filter(({ isCustomer }) => isCustomer)

export const scoresOf = (key: string): (number | null)[] =>
  months.map((month) => month.get(key)?.score ?? null)

/** The differences of neighbours. */
export const stepsOf = (values: readonly (number | null)[]): number[] =>
  values.slice(1).map((value, i) => (value ?? NaN) - (values[i] ?? NaN))

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
