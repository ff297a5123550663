import type { Configuration, ScoringModel } from '../../../src/core/model/configuration.ts'
import type { ChangeExplanation } from '../../../src/core/score/explain/change-explanation.ts'
import { contributionOf } from '../../../src/core/score/contribution.ts'
import type { Scorer } from '../../../src/core/score/scorer.ts'

export interface Pair {
  readonly before: { readonly scorer: Scorer; readonly at: number }
  readonly after: { readonly scorer: Scorer; readonly at: number }
}

interface Named {
  readonly kind: string
  readonly model?: { readonly id: string }
  readonly factor?: { readonly id: string }
}
export const idOf = ({ kind, model, factor }: Named): string =>
  factor ? `${model?.id} ${factor.id}` : kind

/** To 1e-7, without what is nothing; null where there is no split. */
export function partsOf({ rows, unsplit }: ChangeExplanation): Map<string, number> | null {
  if (unsplit) return null
  return tidy(new Map(rows.map((row) => [idOf(row), row.points.exact])))
}

function tidy(parts: Map<string, number>): Map<string, number> {
  const rounded = [...parts].map(
    ([id, points]) => [id, Math.round(points * 1e7) / 1e7 + 0] as const,
  )
  return new Map(rounded.filter(([, points]) => points !== 0).sort())
}

// The definitions of the parts, taken word for word, by another road: what is not in P is taken out of the scores, and the
// contributions of what is left are subtracted.

type Parts = Map<string, number>

export function byDefinition(
  { before, after }: Pair,
  rowBefore: number,
  rowAfter: number,
): Parts | null {
  const under = [before.scorer, after.scorer].map((scorer) =>
    partsUnder(scorer, { at: before.at, row: rowBefore }, { at: after.at, row: rowAfter }),
  )
  const [first, second] = under
  if (!first || !second) return null
  const parts: Parts = new Map()
  for (const one of [first, second])
    for (const [id, points] of one) parts.set(id, (parts.get(id) ?? 0) + points / 2)
  const final = (scorer: Scorer, { at }: { at: number }, row: number) =>
    scorer.sheet(at).final[row] as number
  const [c1, c2] = [before.scorer, after.scorer]
  parts.set(
    'model',
    (final(c2, before, rowBefore) -
      final(c1, before, rowBefore) +
      final(c2, after, rowAfter) -
      final(c1, after, rowAfter)) /
      2,
  )
  return tidy(parts)
}

interface Row {
  readonly at: number
  readonly row: number
}

function partsUnder(scorer: Scorer, before: Row, after: Row): Parts | null {
  const [x1, x2] = [sideOf(scorer, before), sideOf(scorer, after)]
  if (!x1 || !x2 || x1.model !== x2.model) return null
  const { model } = x1
  const common = (own: readonly number[][], other: readonly number[][]) =>
    own.map((scores, g) => scores.map((score, f) => (Number.isNaN(other[g]?.[f]) ? NaN : score)))
  const g1 = contributionOf(model, common(x1.scores, x2.scores))
  const g2 = contributionOf(model, common(x2.scores, x1.scores))
  if (Number.isNaN(g1.raw)) return null
  const parts: Parts = new Map()
  model.groups.forEach(({ factors }, g) =>
    factors.forEach(({ id }, f) => {
      const points = (side: typeof g1, scores: readonly number[][]) => {
        const share = side.groups[g]?.shares[f] ?? 0
        return share === 0 ? 0 : share * (scores[g]?.[f] as number)
      }
      parts.set(`${model.id} ${id}`, points(g2, x2.scores) - points(g1, x1.scores))
    }),
  )
  parts.set('missing', g1.raw - x1.raw + (x2.raw - g2.raw))
  parts.set('exceptions', x2.final - x2.raw - (x1.final - x1.raw))
  return parts
}

function sideOf(
  scorer: Scorer,
  { at, row }: Row,
): {
  readonly model: ScoringModel
  readonly scores: number[][]
  readonly raw: number
  readonly final: number
} | null {
  const sheet = scorer.sheet(at)
  const { models }: Configuration = scorer.configuration
  const place = sheet.models[row]
  const model = place === undefined ? undefined : models[place]
  const raw = sheet.raw[row]
  if (!model || raw === undefined || Number.isNaN(raw)) return null
  const scores = model.groups.map((_, g) =>
    sheet.factors
      .filter((factor) => factor.model === place && factor.group === g)
      .map((factor) => factor.scores[row] as number),
  )
  return { model, scores, raw, final: sheet.final[row] as number }
}
