import type { Unsplit } from './change-explanation.ts'
import type { ChangeSplitter } from './change-splitter.ts'

/** How many accounts, and the sum of something over them. */
export interface Sum {
  accounts: number
  points: number
}

/** Adds up the parts of many changes, account by account. */
export class ChangeTally {
  /** Accounts that are scored on both sides. */
  accounts = 0
  readonly missing = noSum()
  readonly exceptions = noSum()
  readonly model = noSum()
  readonly override = noSum()
  readonly unsplit = new Map<Unsplit['why'], Sum>()
  /** By the splitter's factors: how many have it on both sides, and what it moved. */
  readonly counts: Float64Array
  readonly data: Float64Array
  readonly own: Float64Array
  readonly #splitter: ChangeSplitter

  constructor(splitter: ChangeSplitter) {
    this.#splitter = splitter
    this.counts = new Float64Array(splitter.factors.length)
    this.data = new Float64Array(splitter.factors.length)
    this.own = new Float64Array(splitter.factors.length)
  }

  /** `change` is what is read on screen: where it is not that of the computed scores the rest is the overrides'. */
  add(rowBefore: number, rowAfter: number, change: number): void {
    const splitter = this.#splitter
    this.accounts++
    const unsplit = splitter.split(rowBefore, rowAfter)
    if (unsplit) return this.#addUnsplit(unsplit, change)
    this.#addFactors()
    const computed = splitter.after.final[rowAfter]! - splitter.before.final[rowBefore]!
    countIfAny(this.missing, splitter.gone + splitter.arrived)
    countIfAny(this.exceptions, splitter.exceptions)
    countIfAny(this.model, splitter.model)
    countIfAny(this.override, change - computed)
  }

  #addFactors(): void {
    const { touched, touchedCount, data, own } = this.#splitter
    for (let i = 0; i < touchedCount; i++) {
      const place = touched[i] as number
      this.counts[place]!++
      this.data[place]! += data[place] as number
      this.own[place]! += own[place] as number
    }
  }

  #addUnsplit({ why }: Unsplit, change: number): void {
    const sum = this.unsplit.get(why) ?? noSum()
    this.unsplit.set(why, sum)
    count(sum, change)
  }
}

export const noSum = (): Sum => ({ accounts: 0, points: 0 })

export function count(sum: Sum, points: number): void {
  sum.accounts++
  sum.points += points
}

/** The dust of binary fractions is added, but concerns nobody. */
function countIfAny(sum: Sum, points: number): void {
  if (Math.abs(points) > 1e-9) sum.accounts++
  sum.points += points
}
