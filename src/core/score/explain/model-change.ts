import type { Factor, Group, ScoringModel } from '../../model/configuration.ts'
import type { Scorer } from '../scorer.ts'
import type { FactorScores } from '../sheet.ts'
import { standingCohort, type StandingCohort } from '../scale/standing-cohort.ts'

/** One factor in both snapshots. */
export interface FactorPair {
  readonly factor: Factor
  readonly group: Group
  readonly before: FactorScores
  readonly after: FactorScores
  /** The earlier one, where the scores are ranks among those who were there. */
  readonly cohort: StandingCohort | null
}

/** The places of two snapshots in the history. */
export interface Ats {
  readonly before: number
  readonly after: number
}

/**
 * One model over two snapshots: splits a change of raw scores into what the data moved, factor by factor. What it found stands in its
 * fields until the next pair of rows is split.
 */
export class ModelChange {
  readonly model: ScoringModel
  /** In order of appearance; `data` and `own` are aligned with it. */
  readonly factors: readonly FactorPair[]
  /** The points each factor moved; NaN where it is not present on both sides. */
  readonly data: Float64Array
  /** The part of `data` that is the account's own move: all of it, unless the factor is ranked anew in each snapshot. */
  readonly own: Float64Array
  /** The raw scores by the factors that are present on both sides alone. */
  before = NaN
  after = NaN
  readonly #groups: readonly GroupPairs[]

  constructor(scorer: Scorer, m: number, ats: Ats) {
    this.model = scorer.configuration.models[m] as ScoringModel
    const [then, now] = [ats.before, ats.after].map((at) =>
      scorer.sheet(at).factors.filter((factor) => factor.model === m),
    ) as [FactorScores[], FactorScores[]]
    this.factors = then.map((before, i) => {
      const group = this.model.groups[before.group] as Group
      const factor = group.factors[before.factor] as Factor
      const cohort = standingCohort(scorer, ats.before, before)
      return { factor, group, before, after: now[i] as FactorScores, cohort }
    })
    this.data = new Float64Array(this.factors.length)
    this.own = new Float64Array(this.factors.length)
    this.#groups = this.model.groups.map((group, g) => groupPairs(group, g, this.factors))
  }

  /** False where nothing that is present on both sides weighs anything: then there is no split. Both rows are of this model. */
  split(rowBefore: number, rowAfter: number): boolean {
    let total = 0
    for (const group of this.#groups) total += weigh(group, rowBefore, rowAfter)
    this.before = 0
    this.after = 0
    if (!(total > 0)) return false
    for (const group of this.#groups) this.#splitGroup(group, total, rowBefore, rowAfter)
    return true
  }

  #splitGroup(group: GroupPairs, total: number, rowBefore: number, rowAfter: number): void {
    const share = group.present > 0 ? group.weight / total / group.present : 0
    for (let i = 0; i < group.weights.length; i++) {
      const f = group.first + i
      const before = group.before[i]![rowBefore] as number
      const after = group.after[i]![rowAfter] as number
      this.data[f] = this.own[f] = NaN
      if (Number.isNaN(before) || Number.isNaN(after)) continue
      const weight = share * (group.weights[i] as number)
      const shareBefore = group.sign === 0 ? weight : i === group.takenBefore ? share : 0
      const shareAfter = group.sign === 0 ? weight : i === group.takenAfter ? share : 0
      const data = shareAfter * after - shareBefore * before
      this.before += shareBefore * before
      this.after += shareAfter * after
      this.data[f] = this.own[f] = data
      const { cohort } = this.factors[f] as FactorPair
      if (cohort && shareAfter > 0)
        this.own[f] = data - shareAfter * (after - this.#rescored(f, cohort, rowBefore, rowAfter))
    }
  }

  /** What the new value would have scored among those who were there before. */
  #rescored(f: number, cohort: StandingCohort, rowBefore: number, rowAfter: number): number {
    const { before, after } = this.factors[f] as FactorPair
    const score = after.scores[rowAfter] as number
    if (after.input.type !== 'number' || before.input.type !== 'number') return score
    const value = after.input.values[rowAfter] as number
    if (Number.isNaN(value)) return score
    if (value === before.input.values[rowBefore]) return before.scores[rowBefore] as number
    const among = cohort.scaleAt(rowBefore)(value)
    return Number.isNaN(among) ? score : among
  }
}

/** The factors of one group laid out for the loop over rows, and what was found for the pair of rows at hand. */
interface GroupPairs {
  readonly weight: number
  /** 0 mean, 1 lowest, -1 highest. */
  readonly sign: -1 | 0 | 1
  /** The place of its first factor in the model. */
  readonly first: number
  readonly weights: readonly number[]
  readonly before: readonly Float64Array[]
  readonly after: readonly Float64Array[]
  /** What the shares of the factors are divided by; 0 where none is present on both sides. */
  present: number
  takenBefore: number
  takenAfter: number
}

function groupPairs(group: Group, g: number, factors: readonly FactorPair[]): GroupPairs {
  const own = factors.filter(({ before }) => before.group === g)
  const { rollup = 'mean', weight } = group
  return {
    weight,
    sign: rollup === 'mean' ? 0 : rollup === 'lowest' ? 1 : -1,
    first: factors.findIndex(({ before }) => before.group === g),
    weights: own.map(({ factor }) => factor.weight),
    before: own.map(({ before }) => before.scores),
    after: own.map(({ after }) => after.scores),
    present: 0,
    takenBefore: -1,
    takenAfter: -1,
  }
}

/** Finds what of the group is present in both rows, and gives the group's weight, 0 where that weighs nothing. */
function weigh(group: GroupPairs, rowBefore: number, rowAfter: number): number {
  const { sign, weights } = group
  let sum = 0
  let [lowestBefore, lowestAfter] = [Infinity, Infinity]
  for (let i = 0; i < weights.length; i++) {
    const before = group.before[i]![rowBefore] as number
    const after = group.after[i]![rowAfter] as number
    const weight = weights[i] as number
    if (Number.isNaN(before) || Number.isNaN(after) || weight === 0) continue
    sum += weight
    if (sign === 0) continue
    if (sign * before < lowestBefore) {
      lowestBefore = sign * before
      group.takenBefore = i
    }
    if (sign * after < lowestAfter) {
      lowestAfter = sign * after
      group.takenAfter = i
    }
  }
  group.present = sign === 0 || sum === 0 ? sum : 1
  return sum > 0 ? group.weight : 0
}
