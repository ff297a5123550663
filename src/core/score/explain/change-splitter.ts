import { toCanonicalJson } from '../../model/canonical.ts'
import type { Configuration, Factor, ScoringModel } from '../../model/configuration.ts'
import type { ChangeSide, Unsplit } from './change-explanation.ts'
import { ModelChange, type Ats, type FactorPair } from './model-change.ts'
import type { Scorer } from '../scorer.ts'
import { NO_MODEL, type ScoreSheet } from '../sheet.ts'

/** A snapshot of a history, and the configuration whose scores count there. */
export interface ScoredAt {
  readonly scorer: Scorer
  readonly at: number
}

/** A factor by its model's and its own id, under the configurations that have it; that of the later side first. */
export type ChangedFactor = readonly PlacedFactor[]

interface PlacedFactor {
  /** 0 the configuration of the later side, 1 that of the earlier one. */
  readonly under: number
  readonly model: number
  /** Its place in the model. */
  readonly at: number
}

interface Configured {
  readonly side: ChangeSide
  readonly scorer: Scorer
}

/** Both snapshots under one configuration. */
interface Under {
  readonly side: ChangeSide
  readonly before: ScoreSheet
  readonly after: ScoreSheet
  readonly models: readonly ModelChange[]
  /** [model][factor]: its place among all factors. */
  readonly indexes: readonly (readonly number[])[]
}

/**
 * Splits the change of one account after the other, one pair of rows at a time; what it found stands in its fields until the next.
 * Both sides are of one history. If their configurations are the same there is no model part.
 */
export class ChangeSplitter {
  readonly before: ScoreSheet
  readonly after: ScoreSheet
  readonly hasModelPart: boolean
  readonly factors: readonly ChangedFactor[]
  /** By factor; to be read where `touched` names it. */
  readonly data: Float64Array
  readonly own: Float64Array
  /** The first `touchedCount` are the places of the factors that are present on both sides. */
  readonly touched: Uint32Array
  touchedCount = 0
  gone = 0
  arrived = 0
  exceptions = 0
  model = 0
  /** The later side's configuration first. */
  readonly #unders: readonly Under[]
  readonly #seen: Uint32Array
  #round = 0

  constructor(before: ScoredAt, after: ScoredAt) {
    const ats = { before: before.at, after: after.at }
    const sides: Configured[] = [{ side: 'after', scorer: after.scorer }]
    if (!isSame(before.scorer.configuration, after.scorer.configuration))
      sides.push({ side: 'before', scorer: before.scorer })
    const places = new Places()
    this.#unders = sides.map((side, under) => underOf(side, under, ats, places))
    this.hasModelPart = sides.length > 1
    this.factors = places.factors
    this.before = before.scorer.sheet(before.at)
    this.after = after.scorer.sheet(after.at)
    this.data = new Float64Array(places.factors.length)
    this.own = new Float64Array(places.factors.length)
    this.touched = new Uint32Array(places.factors.length)
    this.#seen = new Uint32Array(places.factors.length)
  }

  /** Null: the parts stand in the fields, and add up to the difference of the final scores. Row -1 is an account that is not there. */
  split(rowBefore: number, rowAfter: number): Unsplit | null {
    const share = 1 / this.#unders.length
    this.touchedCount = this.gone = this.arrived = this.exceptions = this.model = 0
    this.#round++
    for (let u = 0; u < this.#unders.length; u++) {
      const under = this.#unders[u] as Under
      const unsplit = whyUnsplit(under, rowBefore, rowAfter)
      if (unsplit) return unsplit
      this.#add(under, share, rowBefore, rowAfter)
    }
    if (this.hasModelPart) this.model = this.#modelPart(rowBefore, rowAfter)
    return null
  }

  /** What this pair of rows found under each configuration, the later side's first: the models of the account, and their factors. */
  modelsAt(rowAfter: number): readonly ModelChange[] {
    return this.#unders.map(({ after, models }) => models[after.models[rowAfter] as number]!)
  }

  /** A factor under the first of the configurations by which the pair of rows has it. */
  pairOf(place: number, rowAfter: number): { model: ModelChange; pair: FactorPair } {
    for (const { under, model, at } of this.factors[place] as ChangedFactor) {
      const { after, models } = this.#unders[under] as Under
      const change = models[model] as ModelChange
      if (after.models[rowAfter] === model && !Number.isNaN(change.data[at]))
        return { model: change, pair: change.factors[at] as FactorPair }
    }
    throw new Error(`invalid place: ${place}`)
  }

  namesOf(place: number): { readonly model: ScoringModel; readonly factor: Factor } {
    const [{ under, model, at }] = this.factors[place] as readonly [PlacedFactor]
    const change = this.#unders[under]!.models[model] as ModelChange
    return { model: change.model, factor: change.factors[at]!.factor }
  }

  /** Whether the factor is ranked anew in each snapshot, under any of the configurations. */
  isReranked(place: number): boolean {
    return (this.factors[place] as ChangedFactor).some(
      ({ under, model, at }) => this.#unders[under]!.models[model]!.factors[at]!.cohort !== null,
    )
  }

  #add(under: Under, share: number, rowBefore: number, rowAfter: number): void {
    const { before, after, models, indexes } = under
    const m = after.models[rowAfter] as number
    const change = models[m] as ModelChange
    const places = indexes[m] as readonly number[]
    for (let f = 0; f < places.length; f++) {
      if (Number.isNaN(change.data[f])) continue
      const place = places[f] as number
      this.#touch(place)
      this.data[place]! += share * (change.data[f] as number)
      this.own[place]! += share * (change.own[f] as number)
    }
    const rawBefore = before.raw[rowBefore] as number
    const rawAfter = after.raw[rowAfter] as number
    this.gone += share * (change.before - rawBefore)
    this.arrived += share * (rawAfter - change.after)
    const effectBefore = (before.final[rowBefore] as number) - rawBefore
    this.exceptions += share * ((after.final[rowAfter] as number) - rawAfter - effectBefore)
  }

  #touch(place: number): void {
    if (this.#seen[place] === this.#round) return
    this.#seen[place] = this.#round
    this.touched[this.touchedCount++] = place
    this.data[place] = this.own[place] = 0
  }

  /** ½ [F(C2, X1) − F(C1, X1) + F(C2, X2) − F(C1, X2)]. */
  #modelPart(rowBefore: number, rowAfter: number): number {
    const [later, earlier] = this.#unders as readonly [Under, Under]
    const then = later.before.final[rowBefore]! - earlier.before.final[rowBefore]!
    const now = later.after.final[rowAfter]! - earlier.after.final[rowAfter]!
    return (then + now) / 2
  }
}

const isSame = (a: Configuration, b: Configuration): boolean =>
  a === b || toCanonicalJson(a) === toCanonicalJson(b)

function underOf({ side, scorer }: Configured, under: number, ats: Ats, places: Places): Under {
  const models = scorer.configuration.models.map((_, m) => new ModelChange(scorer, m, ats))
  const indexes = models.map(({ model, factors }, m) =>
    factors.map(({ factor }, at) => places.of(`${model.id} ${factor.id}`, { under, model: m, at })),
  )
  return { side, before: scorer.sheet(ats.before), after: scorer.sheet(ats.after), models, indexes }
}

/** Numbers the factors of two configurations, matched by model and id. */
class Places {
  readonly factors: PlacedFactor[][] = []
  readonly #byId = new Map<string, number>()

  of(id: string, placed: PlacedFactor): number {
    const place = this.#byId.get(id) ?? this.factors.push([]) - 1
    this.#byId.set(id, place)
    this.factors[place]!.push(placed)
    return place
  }
}

/** Splits the raw scores on the way. */
function whyUnsplit(under: Under, rowBefore: number, rowAfter: number): Unsplit | null {
  const { side, before, after, models } = under
  const unscored =
    whyUnscored(before, rowBefore, 'before', side) ?? whyUnscored(after, rowAfter, 'after', side)
  if (unscored) return unscored
  const model = after.models[rowAfter] as number
  if (before.models[rowBefore] !== model) return { why: 'other-model', under: side }
  const isSplit = (models[model] as ModelChange).split(rowBefore, rowAfter)
  return isSplit ? null : { why: 'nothing-in-common', under: side }
}

function whyUnscored(
  sheet: ScoreSheet,
  row: number,
  side: ChangeSide,
  under: ChangeSide,
): Unsplit | null {
  if (row < 0) return { why: 'absent', side, under }
  if (!Number.isNaN(sheet.raw[row])) return null
  if (sheet.included[row] !== 1) return { why: 'left-out', side, under }
  return { why: sheet.models[row] === NO_MODEL ? 'no-model' : 'not-scored', side, under }
}
