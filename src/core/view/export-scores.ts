import { guardedCell } from '../file/formula-guard.ts'
import { SCORE_HEADERS } from '../file/own-export.ts'
import type { Configuration, Flag } from '../model/configuration.ts'
import { factorsInOrder } from '../model/factors.ts'
import type { ScoreSheet } from '../score/sheet.ts'
import { byCodePoint } from '../table/code-point-order.ts'

/** The texts of the sheet's rows; '' is missing. */
export interface Labels {
  readonly keys: readonly string[]
  readonly names: readonly string[]
}

/** Writes one cell of a row. */
type Cell = (row: number) => string

const ROWS_A_BLOCK = 1_000

/**
 * The exported scores as CSV, in blocks of lines: one row for each included account, by key in byte order; numbers with all their
 * digits, missing as empty. No accounts: the header alone. Scores are the computed ones.
 */
export function* exportScores(
  configuration: Configuration,
  sheet: ScoreSheet,
  labels: Labels,
): Generator<string, void, undefined> {
  const columns = columnsOf(configuration, sheet, labels)
  const cells = columns.map(([, cell]) => cell)
  yield line(columns.map(([header]) => guardedCell(header)))
  const rows = rowsByKey(sheet, labels.keys)
  for (let from = 0; from < rows.length; from += ROWS_A_BLOCK) {
    const block = rows.slice(from, from + ROWS_A_BLOCK)
    yield block.map((row) => line(cells.map((cell) => cell(row)))).join('')
  }
}

function rowsByKey({ included }: ScoreSheet, keys: readonly string[]): number[] {
  const rows: number[] = []
  for (let row = 0; row < included.length; row++) if (included[row] === 1) rows.push(row)
  return rows.sort((a, b) => byCodePoint(keys[a] as string, keys[b] as string))
}

const line = (cells: readonly string[]): string => `${cells.join(',')}\n`

function columnsOf(
  configuration: Configuration,
  sheet: ScoreSheet,
  { keys, names }: Labels,
): (readonly [string, Cell])[] {
  const { account, bands, models, flags = [] } = configuration
  const cells: Readonly<Record<(typeof SCORE_HEADERS)[number], Cell>> = {
    name: (row) => guardedCell(names[row] as string),
    score: number(sheet.shown),
    score_exact: number(sheet.final),
    score_raw: number(sheet.raw),
    band: (row) => bands[sheet.bands[row] as number]?.id ?? '',
    coverage: number(sheet.coverage),
    model: (row) => models[sheet.models[row] as number]?.id ?? '',
    flags: (row) => flagsOf(flags, sheet, row),
  }
  const fixed = SCORE_HEADERS.map((header) => [header, cells[header]] as const)
  const clashes = fixed.some(([header]) => header === account.key)
  return [
    [clashes ? 'key' : account.key, (row) => guardedCell(keys[row] as string)],
    ...fixed,
    ...factorsInOrder(configuration).map(({ id }) => factorColumn(sheet, id)),
  ]
}

/** The ids of those that are raised, in the configuration's order. */
const flagsOf = (flags: readonly Flag[], sheet: ScoreSheet, row: number): string =>
  flags
    .filter((_, i) => sheet.flags[i]?.[row] === 1)
    .map(({ id }) => id)
    .join(' ')

/** One id in several models is one column: an account has its own model's score. */
function factorColumn(sheet: ScoreSheet, id: string): readonly [string, Cell] {
  const byModel = new Map<number, Cell>()
  for (const factor of sheet.factors)
    if (factor.id === id) byModel.set(factor.model, number(factor.scores))
  return [`factor:${id}`, (row) => byModel.get(sheet.models[row] as number)?.(row) ?? '']
}

/** The shortest digits that give the same double back; NaN is empty. */
const number =
  (values: Float64Array): Cell =>
  (row) => {
    const value = values[row] as number
    return Number.isNaN(value) ? '' : String(value)
  }
