import type { Exception } from '../../model/configuration.ts'
import { apportion } from './apportion.ts'
import { toShown } from '../bands.ts'
import type {
  ChangeExplanation,
  ChangeRow,
  ExceptionsChange,
  FactorCell,
  FactorChange,
  FactorThen,
  MissingChange,
  ScoreThen,
} from './change-explanation.ts'
import { ChangeSplitter, type ScoredAt } from './change-splitter.ts'
import { dividePoints, moveSplit } from './divide-points.ts'
import type { Points } from './explanation.ts'
import type { FactorPair, ModelChange } from './model-change.ts'
import { NO_MODEL, originAt, type FactorScores } from '../sheet.ts'

/** One account on one side of a change. Row -1: it is not in that snapshot. */
export interface AccountThen extends ScoredAt {
  readonly row: number
  /** A person's judgement that stands in place of the score there. */
  readonly override?: number | null
}

interface Change {
  readonly splitter: ChangeSplitter
  readonly before: AccountThen
  readonly after: AccountThen
}

/** A row before it is known what is printed for it. */
type ExactRow = ChangeRow extends infer Row
  ? Row extends ChangeRow
    ? { readonly exact: number; readonly toRow: (points: Points) => Row }
    : never
  : never

/** Both sides are of one history. Whether a side has a score, and the split, are those of the computed scores. */
export function explainChange(before: AccountThen, after: AccountThen): ChangeExplanation {
  const splitter = new ChangeSplitter(before, after)
  const sides = { before: scoreThen(before), after: scoreThen(after) }
  const change = changeOf(sides.before, sides.after)
  const unsplit = splitter.split(before.row, after.row)
  if (unsplit || !change) return { ...sides, change, rows: [], unsplit }
  return { ...sides, change, rows: printed({ splitter, before, after }, sides, change), unsplit }
}

function scoreThen({ scorer, at, row, override = null }: AccountThen): ScoreThen {
  const { models, final, shown } = scorer.sheet(at)
  return {
    model: scorer.configuration.models[models[row] ?? NO_MODEL] ?? null,
    final: numberOrNull(final[row]),
    shown: numberOrNull(shown[row]),
    override,
  }
}

function changeOf(before: ScoreThen, after: ScoreThen): Points | null {
  const [from, to] = [before.override ?? before.final, after.override ?? after.final]
  if (from === null || to === null) return null
  return { exact: to - from, printed: tenths(toShown(to) - toShown(from)) }
}

function printed(
  change: Change,
  sides: { readonly before: ScoreThen; readonly after: ScoreThen },
  total: Points,
): ChangeRow[] {
  const rows = [...factorRows(change), ...otherRows(change), ...overrideRows(sides)]
  const points = apportion(
    rows.map(({ exact }) => exact),
    total.printed,
  )
  return rows.map(({ exact, toRow }, i) => toRow({ exact, printed: points[i] as number }))
}

function factorRows(change: Change): ExactRow[] {
  const { splitter, before, after } = change
  const places = [...splitter.touched.subarray(0, splitter.touchedCount)].sort((a, b) => a - b)
  return places.map((place) => {
    const { model, pair } = splitter.pairOf(place, after.row)
    const exact = splitter.data[place] as number
    const own = splitter.own[place] as number
    const toRow = (points: Points): FactorChange => ({
      kind: 'factor',
      model: model.model,
      factor: pair.factor,
      points,
      split: splitter.isReranked(place) ? moveSplit(points, own) : null,
      before: cellOf(pair.before, before.row),
      after: cellOf(pair.after, after.row),
    })
    return { exact, toRow }
  })
}

function otherRows({ splitter, before, after }: Change): ExactRow[] {
  const rows: ExactRow[] = []
  const models = splitter.modelsAt(after.row)
  const gone = onOneSide(models, 'before', before.row, after.row)
  const arrived = onOneSide(models, 'after', before.row, after.row)
  if (gone.length > 0 || arrived.length > 0)
    rows.push({
      exact: splitter.gone + splitter.arrived,
      toRow: (points) => missingRow(points, splitter.gone, gone, arrived),
    })
  const exceptions = { before: heldBy(before), after: heldBy(after) }
  if (splitter.exceptions !== 0 || exceptions.before.length > 0 || exceptions.after.length > 0)
    rows.push({
      exact: splitter.exceptions,
      toRow: (points): ExceptionsChange => ({ kind: 'exceptions', points, ...exceptions }),
    })
  if (splitter.hasModelPart)
    rows.push({ exact: splitter.model, toRow: (points) => ({ kind: 'model', points }) })
  return rows
}

function missingRow(
  points: Points,
  exactGone: number,
  gone: readonly FactorThen[],
  arrived: readonly FactorThen[],
): MissingChange {
  const [first, second] = dividePoints(points, exactGone)
  return {
    kind: 'missing',
    points,
    gone: { points: first, factors: gone },
    arrived: { points: second, factors: arrived },
  }
}

/** The factors that weigh something and are present on that side alone, each once. */
function onOneSide(
  models: readonly ModelChange[],
  side: 'before' | 'after',
  rowBefore: number,
  rowAfter: number,
): FactorThen[] {
  const found = new Map<string, FactorThen>()
  for (const { model, factors } of models)
    for (const pair of factors) {
      const id = `${model.id} ${pair.factor.id}`
      const row = side === 'before' ? rowBefore : rowAfter
      if (!weighs(pair) || found.has(id) || !isOnOneSide(pair, side, rowBefore, rowAfter)) continue
      found.set(id, { model, factor: pair.factor, cell: cellOf(pair[side], row) })
    }
  return [...found.values()]
}

const weighs = ({ factor, group }: FactorPair): boolean => factor.weight > 0 && group.weight > 0

function isOnOneSide(
  { before, after }: FactorPair,
  side: 'before' | 'after',
  rowBefore: number,
  rowAfter: number,
): boolean {
  const isThen = !Number.isNaN(before.scores[rowBefore])
  const isNow = !Number.isNaN(after.scores[rowAfter])
  return isThen !== isNow && isThen === (side === 'before')
}

function heldBy({ scorer, at, row }: AccountThen): Exception[] {
  const place = scorer.sheet(at).models[row] ?? NO_MODEL
  const exceptions = scorer.configuration.models[place]?.exceptions ?? []
  if (exceptions.length === 0) return []
  const held = scorer.exceptions(at)[place]
  return exceptions.filter((_, i) => held?.[i]?.[row] === 1)
}

/** What the judgements stand for beyond the computed scores. */
function overrideRows(sides: {
  readonly before: ScoreThen
  readonly after: ScoreThen
}): ExactRow[] {
  const { before, after } = sides
  if (before.override === null && after.override === null) return []
  const beyond = ({ override, final }: ScoreThen) =>
    override === null ? 0 : override - (final as number)
  return [
    {
      exact: beyond(after) - beyond(before),
      toRow: (points) => ({
        kind: 'override',
        points,
        before: before.override,
        after: after.override,
      }),
    },
  ]
}

const cellOf = (scored: FactorScores, row: number): FactorCell => ({
  input: scored.input,
  row,
  score: scored.scores[row] as number,
  origin: originAt(scored, row),
})

const numberOrNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value

/** + 0: nothing is printed as minus zero. */
const tenths = (value: number): number => Math.round(value * 10) / 10 + 0
