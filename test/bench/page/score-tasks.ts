import { toDay } from '../../../src/core/brand.ts'
import { createEvaluator } from '../../../src/core/formula/evaluate.ts'
import type { History } from '../../../src/core/history/snapshot.ts'
import { argsort } from '../../../src/core/table/argsort.ts'
import { createScoreCache, type ScoreCache } from '../../../src/core/score/cache.ts'
import { scoreByRank } from '../../../src/core/score/scale/percentile.ts'
import { rowsWhere } from '../../../src/core/score/rows.ts'
import { createScorer } from '../../../src/core/score/scorer.ts'
import { formulaOf, whereTrue } from '../../../src/core/score/scoring.ts'
import type { ScoreSheet } from '../../../src/core/score/sheet.ts'
import type { Column, TextColumn } from '../../../src/core/table/column.ts'
import { dimensionOf } from '../../../src/core/view/dimension.ts'
import { figuresOf } from '../../../src/core/view/figures.ts'
import { firstBy, orderBy } from '../../../src/core/view/order.ts'
import { combined, measureSegments } from '../../../src/core/view/segment-measures.ts'
import { valueSegments } from '../../../src/core/view/segment-values.ts'
import { crossed, placesIn } from '../../../src/core/view/segment.ts'
import type { Staged } from '../../../workers/import/stage.ts'
import { FILTER, modelWith, RISK_BANDS } from './model.ts'
import { repeat, type Timing } from './timing.ts'

/** One snapshot in memory, with what a screen that is open has at hand. */
export class Portfolio {
  readonly columns: ReadonlyMap<string, Column>
  readonly #history: History
  readonly #cache: ScoreCache = createScoreCache()
  readonly #segment: TextColumn
  readonly #values: Float64Array
  readonly #keys: Uint32Array

  constructor({ table, plan }: Staged) {
    const accounts = Uint32Array.from({ length: table.rows }, (_, row) => row)
    this.columns = new Map(
      plan.columns.flatMap(({ id }, place) => {
        const typed = table.columns[place]
        return typed ? [[id, typed.column] as const] : []
      }),
    )
    this.#history = [{ day: toDay(plan.day), accounts, columns: this.columns }]
    this.#segment = this.columns.get('segment') as TextColumn
    this.#values = this.numbers('arr')
    this.#keys = accounts
  }

  numbers(id: string): Float64Array {
    const column = this.columns.get(id)
    if (column?.type !== 'number') throw new Error(`invalid column: ${id}`)
    return column.values
  }

  /** With the factor scores of other weights at hand, or from nothing. */
  sheet(usage: number, cache: ScoreCache = this.#cache): ScoreSheet {
    return createScorer(modelWith(usage), this.#history, cache).sheet(0)
  }

  /** A weight is dragged: what the screen beside it needs. */
  whatIf(timing: Timing): Promise<number[]> {
    return repeat(timing, (run) => {
      const sheet = this.sheet(1 + run / 100)
      figuresOf(sheet, RISK_BANDS, this.#values)
      this.#bySegment(sheet)
      this.#worst(sheet, 50)
    })
  }

  /** Their means alone, as the page asks while a weight moves. */
  #bySegment(sheet: ScoreSheet) {
    const by = { riskBands: RISK_BANDS.map(() => false), riskFlags: [], values: null }
    const segments = valueSegments(this.#segment, { ...by, sheet }, 100)
    const places = placesIn(this.#segment, segments)
    const means = { ...sheet, coverage: null, flags: [] }
    return measureSegments(places, segments.length, means, by)
  }

  /** Accounts by a text and a number in buckets, each measured, and both crossed. */
  crossed(timing: Timing): Promise<number[]> {
    const sheet = this.sheet(4)
    const by = { riskBands: RISK_BANDS, riskFlags: [], values: this.#values }
    const places = (id: string) => {
      const column = this.columns.get(id) as Column
      const asked = { ...by, subject: formulaOf(id).root, cut: null, sheet, most: 20 }
      const { segments } = dimensionOf(column, asked)
      return { places: placesIn(column, segments), width: segments.length }
    }
    return repeat(timing, () => {
      const [rows, columns] = [places('segment'), places('mrr')]
      const cells = crossed(rows.places, columns.places, columns.width)
      combined(measureSegments(cells, rows.width * columns.width, sheet, by))
    })
  }

  scoreFromNothing = (timing: Timing): Promise<number[]> =>
    repeat(timing, () => this.sheet(4, createScoreCache()))

  filter = (timing: Timing): Promise<number[]> => repeat(timing, () => this.filtered())

  filterAndSort(timing: Timing): Promise<number[]> {
    return repeat(timing, (run) => {
      const sheet = this.sheet(1 + run / 100)
      const holds = this.#where(FILTER)
      orderBy(sheet.shown, 'asc', this.#keys).filter((row) => holds[row] === 1)
    })
  }

  /** Ranks of a column whose values differ, and of all its rows. */
  percentile = (timing: Timing): Promise<number[]> =>
    repeat(timing, () => scoreByRank(this.numbers('mrr'), { better: 'higher', top: 0 }))

  percentileByComparator(timing: Timing): Promise<number[]> {
    const values = this.numbers('mrr')
    return repeat(timing, () =>
      this.#keys.slice().sort((a, b) => (values[a] as number) - (values[b] as number)),
    )
  }

  /** Rows that three conditions hold for. */
  filtered(): Uint32Array {
    return rowsWhere(this.#where(FILTER), 1)
  }

  /** That the order is one. */
  checkOrder(): void {
    const values = this.numbers('mrr')
    const order = argsort(values)
    for (let i = 1; i < order.length; i++)
      if ((values[order[i - 1] as number] as number) > (values[order[i] as number] as number))
        throw new Error('argsort does not sort')
  }

  #where(text: string): Uint8Array {
    const evaluator = createEvaluator({ history: this.#history, derived: new Map() })
    return whereTrue(evaluator.evaluate(formulaOf(text), 0), this.#keys.length)
  }

  #worst(sheet: ScoreSheet, count: number): Uint32Array {
    return firstBy(sheet.shown, {
      direction: 'asc',
      count,
      among: sheet.included,
      ties: (a, b) => a - b,
    })
  }
}
