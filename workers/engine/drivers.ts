import type { Exception } from '../../src/core/model/configuration.ts'
import { partsOfEffect } from '../../src/core/score/exceptions.ts'
import type { Scorer } from '../../src/core/score/scorer.ts'
import { NO_MODEL, type FactorScores, type ScoreSheet } from '../../src/core/score/sheet.ts'
import { driverOf, type DriverFact } from '../../src/core/view/driver.ts'
import type { Driver } from '../protocol/accounts.ts'
import { cellOf } from './cells.ts'
import type { DayView } from './day-view.ts'

/** What is read of a view: another configuration may stand in its place. */
type Seen = Pick<DayView, 'at' | 'scorer' | 'sheet' | 'before'>

/** Finds the top driver of any row of a view; one that is not looked at costs nothing. */
export class Drivers {
  readonly #view: Seen
  readonly #scorer: Scorer | null
  readonly #sheet: ScoreSheet
  readonly #sheetBefore: ScoreSheet | null

  constructor(view: Seen) {
    this.#view = view
    this.#scorer = view.scorer
    this.#sheet = view.scorer?.scored(view.at) ?? view.sheet
    this.#sheetBefore = view.before?.alike ?? null
  }

  at(row: number): Driver | null {
    const configuration = this.#scorer?.configuration
    if (!configuration) return null
    const rowBefore = this.#view.before?.rows[row] ?? -1
    const before =
      this.#sheetBefore && rowBefore >= 0 ? { sheet: this.#sheetBefore, row: rowBefore } : null
    const now = { sheet: this.#sheet, row, held: this.heldAt(row) }
    const fact = driverOf(configuration.models, now, before)
    return fact && this.#toDriver(fact, row, rowBefore)
  }

  /** The exceptions of the account's model that are true for it, in order. */
  heldAt(row: number): readonly Exception[] {
    const place = this.#sheet.models[row] ?? NO_MODEL
    const exceptions = this.#scorer?.configuration.models[place]?.exceptions ?? []
    const held = exceptions.length > 0 ? this.#scorer?.exceptions(this.#view.at)[place] : undefined
    return exceptions.filter((_, i) => held?.[i]?.[row] === 1)
  }

  #toDriver(fact: DriverFact, row: number, rowBefore: number): Driver {
    switch (fact.kind) {
      case 'exception': {
        const { kind: effect, amount } = partsOfEffect(fact.exception.then)
        return {
          kind: 'exception',
          reason: fact.exception.reason,
          points: fact.points,
          effect,
          amount,
        }
      }
      case 'factor-change':
        return {
          kind: 'factor-change',
          factor: fact.factor.id,
          points: fact.points,
          before: cellOf(this.#inputBefore(fact.factor), rowBefore),
          now: cellOf(fact.factor.input, row),
        }
      case 'factor-loss':
        return {
          kind: 'factor-loss',
          factor: fact.factor.id,
          points: fact.points,
          now: cellOf(fact.factor.input, row),
        }
      case 'no-data':
        return { kind: 'no-data', coverage: this.#sheet.coverage[row] as number }
    }
  }

  #inputBefore(factor: FactorScores) {
    return this.#sheetBefore?.factors.find(
      (candidate) => candidate.model === factor.model && candidate.id === factor.id,
    )?.input
  }
}
